import { periodOf } from "../intake/branches/period-of.ts";
import { placePopulation } from "../intake/branches/place-population.ts";
import { checkTold } from "../intake/population/check-told.ts";
import { type Population, readPopulation } from "../intake/population/read-population.ts";
import { ProblemLog } from "../intake/responses/problem-log.ts";
import type { Problem } from "../survey/problem.ts";
import type { WaveReading, WeightingReading } from "../survey/reading.ts";
import type { Survey } from "../survey/survey.ts";
import type { Networked } from "./join-network.ts";
import type { SurveyFolder } from "./survey-folder.ts";

/** What waves are weighted to. */
export interface Populations {
  /** By wave; a wave that is absent is not weighted to one. */
  readonly populations: ReadonlyMap<string, Population>;
  readonly problems: readonly Problem[];
}

/** A wave that the codebook weights to a population. */
type WeightedReading = WaveReading & { readonly weighting: WeightingReading };

/**
 * Reads the population files of a survey and gives each wave its own people, on today's network. A wave that a file with
 * a column `wave` has no rows for counts every answer 1, which is noted. That a file is missing is said of the codebook.
 */
export function preparePopulations(
  networked: Networked,
  { name, readText }: Pick<SurveyFolder, "name" | "readText">,
): Populations {
  const weighted = networked.reading.waves.filter(isWeighted);
  const files = Map.groupBy(weighted, ({ weighting }) => weighting.to);
  const found = [...files].map(([to, waves]) => {
    const text = readText(to);
    return text === undefined ? none : readFile(text, name(to), waves, networked);
  });
  return {
    populations: new Map(found.flatMap(({ populations }) => [...populations])),
    problems: found.flatMap(({ problems }) => problems),
  };
}

const none: Populations = { populations: new Map(), problems: [] };

function isWeighted(wave: WaveReading): wave is WeightedReading {
  return wave.weighting !== undefined;
}

function readFile(
  text: string,
  file: string,
  waves: readonly WeightedReading[],
  { survey, reading, written }: Networked,
): Populations {
  const needed = [...new Set(waves.flatMap(({ weighting }) => weighting.by))];
  const { cells, problems } = readPopulation(text, {
    file,
    waves: reading.waves.map(({ wave }) => wave),
    printed: reading.tabulated.map(({ wave }) => wave),
    dimensions: written,
    needed,
  });
  // What rows are missing can't be told of a file of which some could not be read.
  if (problems.length > 0) return { populations: new Map(), problems };
  const log = new ProblemLog(file);
  const checked = waves.map(({ wave, weighting }) => {
    const own = { file, cells: cells.filter((cell) => cell.wave === undefined || cell.wave === wave) };
    if (own.cells.length === 0) return { wave, problems: [noPopulation(file, wave)] };
    return { wave, problems: checkTold(own, weighting), population: onNetwork(own, wave, survey, log) };
  });
  const stopped = (found: readonly Problem[]) => found.some(({ severity }) => severity === "stop");
  return {
    populations: new Map(
      checked.flatMap(({ wave, population, problems: own }) =>
        population && !stopped(own) ? [[wave, population]] : [],
      ),
    ),
    problems: [...oncePerFile(checked.flatMap((wave) => wave.problems)), ...log.problems],
  };
}

function onNetwork(
  population: Population,
  wave: string,
  { network, waves }: Survey,
  log: ProblemLog,
): Population {
  if (!network) return population;
  const period = periodOf(waves.find(({ id }) => id === wave) ?? {});
  return placePopulation(population, { network, period }, log);
}

/** Of a file without a column `wave` all waves say the same. */
function oncePerFile(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function noPopulation(file: string, wave: string): Problem {
  return {
    severity: "note",
    file,
    column: "wave",
    value: wave,
    message: "The population file has no rows of this wave: every answer counts 1",
    expected: "rows of every wave that is to be weighted",
    mend: "Nothing, if the wave's population is not known; else add its rows.",
  };
}
