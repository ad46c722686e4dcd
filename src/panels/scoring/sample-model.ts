import type { Ask } from "../../counts/request.ts";
import { hiddenCells } from "../../measures/disclosure.ts";
import { type SampleLine, sampleLine } from "../../measures/sample.ts";
import type { SampleRule } from "../../survey/scoring.ts";
import type { StratumCount } from "../../survey/stratum.ts";
import { type Survey, waveIds } from "../../survey/survey.ts";
import { everybody } from "../../views/slice.ts";

export interface SampleInput {
  readonly survey: Survey;
  readonly ask: Ask;
  readonly strata?: readonly StratumCount[] | undefined;
}

/** A stratum's plan, of which what came may have to be withheld. */
export interface PublishedSample extends SampleLine {
  readonly wave: string;
  readonly withheld: boolean;
}

/**
 * M06, the plan of every stratum against what came. Valid answers are those that the strata file names, else the rows
 * that were kept. Where too few came, or others would give them away, only what was planned is said (M34).
 * @param rule how many are required; by default as the codebook says
 */
export async function samplePlan(
  input: SampleInput,
  rule: SampleRule | undefined = input.survey.scoring?.sample,
): Promise<readonly PublishedSample[]> {
  const { survey, strata = [] } = input;
  if (!rule) return [];
  const [kept, totalsOf] = await Promise.all([keptIn(input), totalsIn(input)]);
  return waveIds(survey).flatMap((wave) => {
    const lines = strata
      .filter((stratum) => stratum.wave === wave)
      .flatMap((stratum) => {
        const valid = stratum.valid ?? kept(stratum);
        const known = valid === undefined ? stratum : { ...stratum, valid };
        const line = sampleLine(known, rule);
        return line ? { ...line, ...(stratum.withheld ? { withheld: true as const } : {}) } : [];
      });
    const hidden = hiddenLines(lines, survey, totalsOf);
    return lines.map((line, at) => {
      const isHidden = hidden.has(at);
      const { place, customers, required, invited } = line;
      const planned = { place, customers, required, ...(invited === undefined ? {} : { invited }) };
      return { ...(isHidden ? planned : line), wave, withheld: isHidden };
    });
  });
}

/** The strata as they may be downloaded, with how many answers are valid: where too few came, or others would give them away, only what was planned (M34). */
export async function publishedStrata(input: SampleInput): Promise<readonly StratumCount[]> {
  const { survey, strata = [] } = input;
  if (strata.length === 0) return [];
  const [kept, totalsOf] = await Promise.all([keptIn(input), totalsIn(input)]);
  return waveIds(survey).flatMap((wave) => {
    // Rows that are kept can't be counted anew by readers, of whom places are withheld.
    const ofWave = strata
      .filter((stratum) => stratum.wave === wave)
      .map((stratum) => ({ ...stratum, valid: stratum.valid ?? kept(stratum) }));
    const hidden = hiddenLines(ofWave, survey, totalsOf);
    return ofWave.map(({ returned, valid, ...planned }, at): StratumCount => {
      if (hidden.has(at)) return { ...planned, withheld: true };
      return {
        ...planned,
        ...(returned === undefined ? {} : { returned }),
        ...(valid === undefined ? {} : { valid }),
      };
    });
  });
}

interface Returned extends Pick<StratumCount, "withheld"> {
  readonly place: StratumCount["place"];
  readonly valid?: number | undefined;
  readonly returned?: number | undefined;
}

/** Places of the strata of a wave that are withheld; one of which nothing is known is no secret. */
function hiddenLines(
  lines: readonly Returned[],
  { base }: Survey,
  totalsOf: (place: StratumCount["place"]) => readonly string[],
): ReadonlySet<number> {
  const known = lines.flatMap(({ place, valid, returned, withheld }, at) => {
    const n = valid ?? returned ?? (withheld ? 0 : undefined);
    return n === undefined ? [] : [{ at, n, totals: totalsOf(place), withheld }];
  });
  return new Set([...hiddenCells(known, base.minimum)].flatMap((place) => known[place]?.at ?? []));
}

/** The groups of whom pages publish figures, and a stratum is a part: everybody, branches, values, values of a branch. */
async function totalsIn({
  survey,
  strata = [],
  ask,
}: SampleInput): Promise<(place: StratumCount["place"]) => readonly string[]> {
  const { hierarchy } = survey;
  const named = new Set(strata.flatMap(({ place }) => Object.keys(place)));
  const levels = hierarchy.slice(0, hierarchy.findLastIndex((level) => named.has(level)) + 1);
  const counts = await ask({ questions: [], waves: waveIds(survey), by: levels, slice: everybody });
  const paths = counts.groups.map(({ key }) => key);
  return (place) => {
    // A file may name the lowest branch alone: answers tell what it lies in.
    const isOwn = (path: readonly (string | null)[]) =>
      levels.every((level, at) => place[level] === undefined || place[level] === path[at]);
    const own = paths.find(isOwn) ?? levels.map((level) => place[level] ?? null);
    const end = levels.findLastIndex((level) => place[level] !== undefined) + 1;
    const branches = Array.from({ length: end + 1 }, (_, depth) => own.slice(0, depth));
    const values = Object.entries(place).filter(([id]) => !hierarchy.includes(id));
    return branches.flatMap((branch) => [
      JSON.stringify([branch]),
      ...values.map((value) => JSON.stringify([branch, value])),
    ]);
  };
}

/** How many respondents of a stratum were kept; undefined where the wave has printed tables only. */
async function keptIn({
  survey,
  strata = [],
  ask,
}: SampleInput): Promise<(stratum: StratumCount) => number | undefined> {
  const by = [...new Set(strata.flatMap(({ place }) => Object.keys(place)))];
  const counts = await ask({ questions: [], waves: waveIds(survey), by, slice: everybody });
  const keyOf = (wave: string, key: readonly (string | null)[]) => JSON.stringify([wave, key]);
  const rows = new Map(counts.groups.map(({ wave, key, rows }) => [keyOf(wave, key), rows?.n]));
  return ({ wave, place }) => {
    if (counts.printed?.has(wave)) return undefined;
    const key = by.map((dimension) => place[dimension] ?? null);
    return rows.get(keyOf(wave, key)) ?? 0;
  };
}
