import { readStrata } from "../intake/strata/read-strata.ts";
import type { Problem } from "../survey/problem.ts";
import type { StrataRead } from "./check-strata.ts";
import { type Networked, strataToday } from "./join-network.ts";
import type { SurveyFolder } from "./survey-folder.ts";

/** Questionnaires handed out and returned, put on today's network; nothing where the codebook names no file of them. */
export function prepareStrata(
  { survey, reading, written }: Networked,
  { codebook, name, readText }: SurveyFolder,
): StrataRead & { readonly problems: readonly Problem[] } {
  const none = { strata: [], lines: [], file: codebook };
  if (reading.strata === undefined) return { ...none, problems: [] };
  const text = readText(reading.strata);
  if (text === undefined) return { ...none, problems: [missingFile(reading.strata, codebook)] };
  const file = name(reading.strata);
  const waves = survey.waves.map((wave) => wave.id);
  const read = readStrata(text, { file, waves, dimensions: written });
  const today = strataToday(read, survey, file);
  return {
    ...{ strata: today.strata, lines: today.lines, file },
    problems: [...read.problems, ...today.problems],
  };
}

function missingFile(path: string, codebook: string): Problem {
  return {
    severity: "stop",
    file: codebook,
    column: "strata",
    value: path,
    message: "The strata file can't be found or read",
    expected: "a CSV file at this path, relative to the codebook",
    mend: "Correct the path, or add the file.",
  };
}
