import type { Interpretation } from "../codebook/interpret.ts";
import { codesOn, readingOf, surveyOn } from "../intake/branches/known-branches.ts";
import { periodOf } from "../intake/branches/period-of.ts";
import { placeStrata } from "../intake/branches/place-strata.ts";
import { readBranches } from "../intake/branches/read-branches.ts";
import type { WaveNetwork } from "../intake/branches/standing.ts";
import type { readStrata } from "../intake/strata/read-strata.ts";
import { isListed, type Network } from "../survey/network.ts";
import type { Problem } from "../survey/problem.ts";
import { dimensionName } from "../survey/reading.ts";
import type { Dimension, Survey } from "../survey/survey.ts";
import { sameText } from "../survey/text.ts";
import type { WaveHeader } from "./check-columns.ts";

/** A survey whose branches are followed through time, where its codebook names a file of them. */
export interface Networked extends Interpretation {
  /** Dimensions as the codebook has them, labelled ones with every code that a stratum may have. */
  readonly written: readonly Dimension[];
  readonly problems: readonly Problem[];
}

export interface JoinOptions {
  /** The codebook's name in messages. */
  readonly codebook: string;
  /** A file's name in messages, from its path in the codebook. */
  readonly name: (path: string) => string;
  readonly readText: (path: string) => string | undefined;
}

/** Reads the file of branches. Where anything in it stops, the survey is left as the codebook has it. */
export function joinNetwork(
  interpretation: Interpretation,
  { codebook, name, readText }: JoinOptions,
): Networked {
  const { survey, reading } = interpretation;
  const path = reading.branches;
  // That a file of branches needs a hierarchy is said of the codebook.
  const alone = { ...interpretation, written: survey.dimensions };
  if (path === undefined || survey.hierarchy.length === 0) return { ...alone, problems: [] };
  const text = readText(path);
  if (text === undefined) return { ...alone, problems: [missing(path, codebook)] };
  const optionsOf = (id: string) => survey.dimensions.find((one) => one.id === id)?.options ?? [];
  const levels = survey.hierarchy.map((id) => ({ id, options: optionsOf(id) }));
  const on = survey.waves.at(-1)?.end;
  const { network, problems } = readBranches(text, {
    ...{ file: name(path), levels },
    ...(on === undefined ? {} : { on }),
  });
  const stopped = problems.some(({ severity }) => severity === "stop");
  return {
    survey: stopped ? survey : surveyOn(survey, network),
    // Old codes are codes even so: to call them unknown as well would only blur what is wrong.
    reading: readingOf(reading, network),
    written: withCodes(survey.dimensions, network),
    problems,
  };
}

/** The network as a wave's answers are put on it; undefined where branches are not followed. */
export function networkOf({ network, waves }: Survey, wave: string): WaveNetwork | undefined {
  return network && { network, period: periodOf(waves.find(({ id }) => id === wave) ?? {}) };
}

function withCodes(dimensions: readonly Dimension[], network: Network): readonly Dimension[] {
  return dimensions.map((dimension) => {
    const level = network.levels.indexOf(dimension.id);
    if (dimension.options.length === 0 || level < 0) return dimension;
    const codes = codesOn(network, level).map((id) => ({ id, label: sameText(id) }));
    return { ...dimension, options: [...dimension.options, ...codes] };
  });
}

/**
 * True of a note that a wave lacks a level, where the network fills it in from a level below that the wave has: the
 * exports need hold the lowest level's code only.
 */
export function isFilledIn(
  { severity, file, column = "" }: Problem,
  { network }: Survey,
  waves: readonly WaveHeader[],
): boolean {
  const wave = waves.find((one) => one.file === file);
  const level = network?.levels.indexOf(column) ?? -1;
  if (severity !== "note" || !network || !wave || level < 0) return false;
  return network.levels.some((id, below) => {
    const variable = wave.reading.variables.find(({ name }) => name === dimensionName(id));
    const header = variable && "column" in variable ? variable.column.trim() : undefined;
    return below > level && isListed(network, below) && header !== undefined && wave.header.includes(header);
  });
}

/** Strata where they count today, and what is to be noted of them. */
export function strataToday(
  { strata, lines }: Pick<ReturnType<typeof readStrata>, "strata" | "lines">,
  { network, waves }: Survey,
  file: string,
): ReturnType<typeof placeStrata> {
  return network ? placeStrata(strata, { network, waves, file, lines }) : { strata, lines, problems: [] };
}

function missing(path: string, codebook: string): Problem {
  return {
    severity: "stop",
    file: codebook,
    column: "branches",
    value: path,
    message: "The file of branches can't be found or read",
    expected: "a CSV file at this path, relative to the codebook",
    mend: "Correct the path, or add the file.",
  };
}
