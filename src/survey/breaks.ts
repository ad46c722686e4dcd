import type { AskedOf, Question } from "./question.ts";
import type { Scale } from "./scale.ts";
import type { Text } from "./text.ts";

/** What is known of a question in one wave beyond the codebook's versions. */
export interface QuestionInWave {
  readonly asked: boolean;
  /** Ids of the options that were offered, in order. */
  readonly options?: readonly string[];
  /** Codes that were no answer. */
  readonly missing?: readonly string[];
  /** Whom it was put to; absent: everybody. */
  readonly askedOf?: readonly AskedOf[];
}

/** What changed. declared: the codebook says so without saying what. */
export type BreakCause =
  | { readonly kind: "declared" }
  | { readonly kind: "wording"; readonly before: Text; readonly after: Text }
  | { readonly kind: "scale"; readonly before: Scale; readonly after: Scale }
  | { readonly kind: "options"; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly kind: "missing"; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly kind: "askedOf"; readonly before: readonly AskedOf[]; readonly after: readonly AskedOf[] }
  | { readonly kind: "notAsked" };

/** A break of a question's series. */
export interface Break {
  /** The first wave after it. */
  readonly wave: string;
  readonly cause: BreakCause;
  /** True where the codebook lets figures be compared over it all the same. */
  readonly allowed: boolean;
  /** Why, in the codebook's words. */
  readonly reason?: Text;
}

export interface BreakOptions {
  /** Ids of all waves, oldest first. */
  readonly waves: readonly string[];
  readonly earlier: string;
  readonly later: string;
  /** What is known of a wave; by default that the question was asked as in any other. */
  readonly inWave?: (wave: string) => QuestionInWave;
}

/**
 * M33, breaks of a question between two waves: every version of the codebook that came in between, and every
 * difference between neighbouring waves that it does not name. A version waves through what changed at its wave when
 * it says `comparable: yes`. Waves in between that did not ask the question break nothing; an end that did not does.
 * @throws RangeError when a wave is unknown or they do not stand in this order
 */
export function breaksBetween(
  question: Question,
  { waves, earlier, later, inWave = () => ({ asked: true }) }: BreakOptions,
): readonly Break[] {
  const [from, to] = [waves.indexOf(earlier), waves.indexOf(later)];
  if (from < 0 || to < from)
    throw new RangeError(
      `The waves "${earlier}" and "${later}" are not two of ${waves.join(", ")}, in order.`,
    );
  const span = waves.slice(from, to + 1);
  const absent = [earlier, later].filter((wave) => !inWave(wave).asked);
  const asked = span.filter((wave) => inWave(wave).asked);
  return [
    ...[...new Set(absent)].map((wave): Break => ({ wave, cause: { kind: "notAsked" }, allowed: false })),
    ...versionBreaks(question, waves, { after: earlier, until: later }),
    ...asked.slice(1).flatMap((wave, at) => {
      const before = asked[at] ?? wave;
      return differenceBreaks(question, waves, { before, wave, inWave });
    }),
  ];
}

/** True where figures may be compared: no break that is not allowed. */
export function isComparable(breaks: readonly Break[]): boolean {
  return breaks.every(({ allowed }) => allowed);
}

function versionBreaks(
  question: Question,
  waves: readonly string[],
  { after, until }: { readonly after: string; readonly until: string },
): readonly Break[] {
  let wording = question.text;
  let scale = "scale" in question ? question.scale : undefined;
  return [...question.versions].sort(inOrder(waves)).flatMap((version) => {
    const causes: BreakCause[] = [];
    if (version.text && !sameValue(version.text, wording))
      causes.push({ kind: "wording", before: wording, after: version.text });
    if (version.scale && scale && !sameValue(version.scale.codes, scale.codes))
      causes.push({ kind: "scale", before: scale, after: version.scale });
    wording = version.text ?? wording;
    scale = version.scale ?? scale;
    const at = waves.indexOf(version.from);
    if (at <= waves.indexOf(after) || at > waves.indexOf(until)) return [];
    const named: readonly BreakCause[] =
      causes.length > 0 || version.comparable ? causes : [{ kind: "declared" }];
    return named.map((cause) => breakAt(version.from, cause, version.comparable, version.reason));
  });
}

function differenceBreaks(
  question: Question,
  waves: readonly string[],
  {
    before,
    wave,
    inWave,
  }: { readonly before: string; readonly wave: string; readonly inWave: (wave: string) => QuestionInWave },
): readonly Break[] {
  const [one, other] = [inWave(before), inWave(wave)];
  const causes: BreakCause[] = [];
  if (one.options && other.options && !sameSet(one.options, other.options))
    causes.push({ kind: "options", ...changed(one.options, other.options) });
  if (one.missing && other.missing && !sameSet(one.missing, other.missing))
    causes.push({ kind: "missing", ...changed(one.missing, other.missing) });
  const [askedBefore, askedAfter] = [one.askedOf ?? [], other.askedOf ?? []];
  if (!sameValue(askedBefore, askedAfter))
    causes.push({ kind: "askedOf", before: askedBefore, after: askedAfter });
  const version = question.versions.find(({ from }) => isBetween(waves, from, before, wave));
  return causes.map((cause) => breakAt(wave, cause, version?.comparable ?? false, version?.reason));
}

function breakAt(wave: string, cause: BreakCause, allowed: boolean, reason: Text | undefined): Break {
  return { wave, cause, allowed, ...(reason ? { reason } : {}) };
}

function isBetween(waves: readonly string[], wave: string, after: string, until: string): boolean {
  const at = waves.indexOf(wave);
  return at > waves.indexOf(after) && at <= waves.indexOf(until);
}

function inOrder(waves: readonly string[]) {
  return (a: { readonly from: string }, b: { readonly from: string }) =>
    waves.indexOf(a.from) - waves.indexOf(b.from);
}

function changed(before: readonly string[], after: readonly string[]) {
  return {
    added: after.filter((id) => !before.includes(id)),
    removed: before.filter((id) => !after.includes(id)),
  };
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return sameValue(a.toSorted(), b.toSorted());
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
