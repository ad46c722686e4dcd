import { type Counts, type CountsRequest, groupsOf } from "../counts/request.ts";
import { dimensionOf, type Survey } from "../survey/survey.ts";
import type { Text } from "../survey/text.ts";
import { everybody } from "../views/slice.ts";

/** A group outside the hierarchy within which branches are ranked, such as a brand class. */
export interface Segment {
  /** An option id for each of the survey's segment dimensions. */
  readonly key: readonly string[];
  readonly label: Text;
}

/** From this share of its respondents on, a branch belongs to a segment. */
const belonging = 0.9;

/** What to count to know the segments of all branches of the lowest level. */
export function segmentRequest(
  { hierarchy, segments }: Survey,
  waves: readonly string[],
): CountsRequest | undefined {
  if (segments.length === 0 || hierarchy.length === 0) return undefined;
  return { questions: [], waves, by: [...new Set([...hierarchy, ...segments])], slice: everybody };
}

/** The segments of a survey, in the order of its codebook: every combination, where it has several dimensions of them. */
export function segmentsOf(survey: Survey): readonly Segment[] {
  if (survey.segments.length === 0) return [];
  return survey.segments
    .map((id) => dimensionOf(survey, id).options)
    .reduce<readonly Segment[]>(
      (all, options) =>
        all.flatMap(({ key, label }) =>
          options.map((option) => ({ key: [...key, option.id], label: joined(label, option.label) })),
        ),
      [{ key: [], label: { en: "", zh: "" } }],
    );
}

/**
 * The segment that each branch of the lowest level belongs to, by its path: the one of at least nine in ten of its
 * respondents in some waves. Branches of several segments are left out.
 */
export function segmentOfBranches(
  survey: Survey,
  counts: Counts,
  waves: readonly string[],
): ReadonlyMap<string, Segment> {
  const { hierarchy, segments } = survey;
  const { by } = counts.request;
  const known = new Map(segmentsOf(survey).map((segment) => [pathKey(segment.key), segment]));
  const places = segments.map((id) => by.indexOf(id));
  const sizes = new Map<string, Map<string, number>>();
  for (const { key, rows } of waves.flatMap((wave) => groupsOf(counts, wave))) {
    const branch = pathKey(key.slice(0, hierarchy.length));
    const segment = pathKey(places.map((at) => key[at] ?? null));
    const ofBranch = sizes.get(branch) ?? new Map<string, number>();
    sizes.set(branch, ofBranch);
    ofBranch.set(segment, (ofBranch.get(segment) ?? 0) + (rows?.n ?? 0));
  }
  return new Map(
    [...sizes].flatMap(([branch, ofBranch]) => {
      const all = [...ofBranch.values()].reduce((sum, n) => sum + n, 0);
      const largest = [...ofBranch].find(([, n]) => n > 0 && n >= belonging * all);
      const own = largest && known.get(largest[0]);
      return own ? [[branch, own] as const] : [];
    }),
  );
}

/** A branch, or a segment, as a key. */
export function pathKey(path: readonly (string | null)[]): string {
  return JSON.stringify(path);
}

function joined(one: Text, other: Text): Text {
  const join = (a: string, b: string) => (a === "" ? b : `${a} · ${b}`);
  return { en: join(one.en, other.en), zh: join(one.zh, other.zh) };
}
