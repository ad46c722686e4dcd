import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { DecodingError, undecodable } from "../intake/responses/decode.ts";
import { textOfBytes } from "../intake/responses/encoding.ts";
import type { Problem } from "../survey/problem.ts";

/** A survey's folder: its files by paths relative to the codebook. */
export interface SurveyFolder {
  readonly folder: string;
  /** The codebook's name in messages. */
  readonly codebook: string;
  /** Where a file is. */
  readonly path: (file: string) => string;
  /** What a file is called in messages. */
  readonly name: (file: string) => string;
  /** A small file's text, in the encoding that it is found to have; undefined where there is none that can be read. */
  readonly readText: (file: string) => string | undefined;
  /** Files so far that are in no encoding. */
  readonly unreadable: readonly Problem[];
}

/** The folder of one survey; messages name its files as they stand in the data folder. */
export function surveyFolder(folder: string, data: string): SurveyFolder {
  const unreadable: Problem[] = [];
  const name = (file: string) => join(folder === data ? "" : basename(folder), file);
  const path = (file: string) => join(folder, file);
  const readText = (file: string) => readIfThere(path(file), name(file), unreadable);
  return { folder, codebook: name("survey.yaml"), path, name, readText, unreadable };
}

function readIfThere(path: string, file: string, problems: Problem[]): string | undefined {
  try {
    return textOfBytes(readFileSync(path));
  } catch (error) {
    if (error instanceof DecodingError) {
      // A file that is read for two reasons is wrong once.
      if (!problems.some((problem) => problem.file === file))
        problems.push({ severity: "stop", file, ...undecodable(error) });
      return undefined;
    }
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
