import { type Interpretation, interpretCodebook } from "../codebook/interpret.ts";
import { readVersions } from "../codebook/versions-file.ts";
import { completeSurvey } from "../survey/complete.ts";
import type { Problem } from "../survey/problem.ts";
import type { Scope } from "../survey/scope.ts";
import type { StratumCount } from "../survey/stratum.ts";
import { versionsFile } from "../survey/version-record.ts";
import { toldWithheld } from "../survey/withheld-places.ts";
import { sliceText } from "../views/slice.ts";
import { breakNotes } from "./break-notes.ts";
import { checkColumns } from "./check-columns.ts";
import { strataAgainstRows } from "./check-strata.ts";
import { checkWavesSense } from "./check-waves-sense.ts";
import { commitOf } from "./data-commit.ts";
import { hashOf } from "./fingerprint.ts";
import { isFilledIn, joinNetwork, type Networked, networkOf } from "./join-network.ts";
import { openSurvey } from "./open-survey.ts";
import { type Populations, preparePopulations } from "./prepare-populations.ts";
import { prepareStrata } from "./prepare-strata.ts";
import { prepareTable, type TableOutcome } from "./prepare-table.ts";
import { prepareWave, type WaveOutcome } from "./prepare-wave.ts";
import type { PreparedSurvey, PreparedTable, PreparedWave } from "./prepared.ts";
import { protectedStrata } from "./protect-strata.ts";
import { publishedWaves } from "./protect-waves.ts";
import { publishedAsFound } from "./published-values.ts";
import { outsideFigures } from "./scope/outside.ts";
import { nobodyWithin, scopeOf, withinScope } from "./scope/scope-survey.ts";
import { withBreaks } from "./survey-breaks.ts";
import type { SurveyFolder } from "./survey-folder.ts";

export interface PrepareSurveyOptions {
  /** Folder of stored waves. */
  readonly cache: string;
  /** Hash of the code that reads and stores. */
  readonly product: string;
  /** Whom the site is about, as MANYI_SCOPE says it; absent: everybody. */
  readonly scope?: string | undefined;
  /** With a scope: averages of everybody outside it are published beside it. */
  readonly averages?: boolean | undefined;
  readonly onWave?: ((survey: string, wave: string, outcome: WaveOutcome) => void) | undefined;
  readonly onTable?: ((survey: string, wave: string, outcome: TableOutcome) => void) | undefined;
}

interface Outcome {
  readonly prepared?: PreparedSurvey;
  readonly problems: readonly Problem[];
}

/** Reads, checks and stores one survey; with any problem that stops, only the problems come back. */
export async function prepareSurvey(folder: SurveyFolder, options: PrepareSurveyOptions): Promise<Outcome> {
  const { codebook, name, readText, unreadable } = folder;
  const text = readText("survey.yaml");
  if (text === undefined) return { problems: unreadable };
  const understood = interpretCodebook(text, { file: codebook, folder: folder.folder, readText });
  // Of a codebook with problems the rest is read all the same: everything wrong is to be listed in one go.
  const interpretation = understood.interpretation ?? understood.partial;
  if (!interpretation) return { problems: [...unreadable, ...understood.problems] };
  const networked = joinNetwork(interpretation, { codebook, name, readText });
  const cut = options.scope === undefined ? {} : scopeOf(options.scope, networked.survey, codebook);
  if (cut.problem) return { problems: [...understood.problems, cut.problem] };
  const { populations, problems: ofPopulations } = preparePopulations(networked, folder);
  const read = await readWaves(networked, folder, { ...options, populations, within: cut.scope });
  const strata = prepareStrata(networked, folder);
  const recorded = readVersions(readText(versionsFile), {
    file: name(versionsFile),
    survey: networked.survey.id,
  });
  // Cells held against half a codebook would look bad for want of the other half; files as a whole would not.
  const isTelling = ({ column }: Problem) => understood.interpretation !== undefined || column === undefined;
  const problems = [
    ...understood.problems,
    ...unreadable,
    ...networked.problems,
    ...[...ofPopulations, ...read.problems, ...recorded.problems].filter(isTelling),
    ...columnProblems(networked, read.outcomes, folder),
    ...strata.problems,
    ...(read.whole && understood.interpretation
      ? await strataAgainstRows(strata, { survey: networked.survey, waves: read.waves, cache: options.cache })
      : []),
    ...checkWavesSense(networked.survey, read.waves, codebook),
  ];
  if (!read.whole || problems.some((problem) => problem.severity === "stop")) return { problems };
  const everybody = assemble(networked, { ...read, strata: strata.strata, problems });
  const assembled = cut.scope ? withinScope(everybody, cut.scope) : everybody;
  if (assembled.survey.waves.length === 0) return { problems: [...problems, nobodyWithin(codebook)] };
  const published = (await publishedWaves(assembled.survey, assembled.waves, options)).map(
    ({ withheld, ...wave }) =>
      withheld ? { ...wave, withheld: toldWithheld(withheld, wave.layout.rows) } : wave,
  );
  const commit = await commitOf(folder.folder);
  const outside =
    cut.scope && options.averages
      ? await outsideOf(networked, folder, { ...options, populations, shown: assembled }, cut.scope)
      : undefined;
  const strataPublished = await protectedStrata({ ...assembled, published }, options.cache);
  const prepared = {
    ...assembled,
    strata: strataPublished,
    ...(cut.scope ? { scope: sliceText(cut.scope) } : {}),
    ...(outside ? { outside, dataVersion: hashOf(assembled.dataVersion, outside.figures).slice(0, 12) } : {}),
    published,
    folder: folder.folder,
    // What was recorded is of everybody.
    versions: cut.scope ? [] : recorded.versions,
    ...(commit ? { commit } : {}),
  };
  const found = [
    ...publishedAsFound(interpretation.survey, prepared.survey, codebook),
    ...breakNotes(prepared.survey, { text, file: codebook }),
  ];
  return { prepared, problems: [...problems, ...found] };
}

/** Averages of everybody outside a scope, counted from all answers, which are read for that and not published. */
async function outsideOf(
  networked: Networked,
  folder: SurveyFolder,
  {
    shown,
    ...options
  }: PrepareSurveyOptions &
    Pick<Populations, "populations"> & { readonly shown: Pick<PreparedSurvey, "waves"> },
  scope: Scope,
): Promise<NonNullable<PreparedSurvey["outside"]>> {
  const { cache, product, populations } = options;
  const all = await readWaves(networked, folder, { cache, product, populations, within: undefined });
  const whole = assemble(networked, { ...all, strata: [], problems: [] });
  const open = await openSurvey({ ...whole, published: [], folder: folder.folder, versions: [] }, cache);
  try {
    const waves = shown.waves.map(({ wave }) => wave);
    const figures = await outsideFigures(whole.survey, open, { scope, waves });
    return { figures, waves: whole.waves.map(({ name, note }) => ({ name, note })) };
  } finally {
    open.close();
  }
}

interface ReadWaves {
  readonly waves: readonly PreparedWave[];
  readonly tables: readonly PreparedTable[];
  /** Of the waves with respondents, in the order of the codebook. */
  readonly outcomes: readonly WaveOutcome[];
  readonly problems: readonly Problem[];
  /** True where every wave with respondents could be stored. */
  readonly whole: boolean;
}

/** Reads all waves, one after another: exports with respondents and printed tables. */
async function readWaves(
  { survey, reading }: Networked,
  { path, name }: SurveyFolder,
  {
    cache,
    product,
    onWave,
    onTable,
    populations,
    within,
  }: PrepareSurveyOptions & Pick<Populations, "populations"> & { readonly within: Scope | undefined },
): Promise<ReadWaves> {
  const outcomes: WaveOutcome[] = [];
  for (const wave of reading.waves) {
    const network = networkOf(survey, wave.wave);
    const file = { path: path(wave.file), file: name(wave.file) };
    const population = populations.get(wave.wave);
    const { minimum } = survey.base;
    const outcome = await prepareWave(wave, {
      ...file,
      cache,
      product,
      network,
      population,
      minimum,
      scope: within,
    });
    onWave?.(survey.id, wave.wave, outcome);
    outcomes.push(outcome);
  }
  const printed: TableOutcome[] = [];
  for (const wave of reading.tabulated) {
    const outcome = await prepareTable(wave, { survey, pathOf: path, nameOf: name });
    onTable?.(survey.id, wave.wave, outcome);
    printed.push(outcome);
  }
  const waves = outcomes.flatMap(({ wave }) => wave ?? []);
  return {
    waves,
    tables: printed.flatMap(({ table }) => table ?? []),
    outcomes,
    problems: [...outcomes, ...printed].flatMap((outcome) => outcome.problems),
    whole: waves.length === outcomes.length,
  };
}

/** What the codebook names, held against the headers of all waves; levels that the network fills in need no column. */
function columnProblems(
  { survey, reading }: Networked,
  outcomes: readonly WaveOutcome[],
  { codebook, name }: SurveyFolder,
): readonly Problem[] {
  const headers = reading.waves.map((wave, at) => ({
    reading: wave,
    file: name(wave.file),
    header: outcomes[at]?.header ?? [],
  }));
  return checkColumns(codebook, headers).filter((problem) => !isFilledIn(problem, survey, headers));
}

function assemble(
  { survey, reading }: Interpretation,
  {
    waves,
    tables,
    strata,
    problems,
  }: {
    readonly waves: readonly PreparedWave[];
    readonly tables: readonly PreparedTable[];
    readonly strata: readonly StratumCount[];
    readonly problems: readonly Problem[];
  },
): Omit<PreparedSurvey, "folder" | "versions" | "published"> {
  const dictionaries = waves.map((wave) => wave.layout.dictionaries);
  const complete = completeSurvey(survey, [...dictionaries, ...tables.map((table) => table.dictionaries)]);
  const names = waves.map((wave) => wave.name);
  const printed = tables.map(({ table }) => table);
  // Of weights that were computed it counts how, too: a page tells it.
  const weightings = waves.flatMap(({ weighting }) =>
    weighting?.source.from === "population" ? [weighting.source] : [],
  );
  const parts = [
    complete,
    names,
    dictionaries,
    strata,
    printed,
    ...(weightings.length > 0 ? [weightings] : []),
  ];
  const dataVersion = hashOf(...parts).slice(0, 12);
  // Breaks follow from what the version is a hash of: they are no part of it.
  const known = withBreaks(complete, { reading, waves, tables });
  return { survey: known, waves, tables, strata, dataVersion, problems };
}
