import { readFile } from "node:fs/promises";
import { DecodingError, decodeWhole, undecodable } from "../intake/responses/decode.ts";
import { EncodingSniffer } from "../intake/responses/encoding.ts";
import { readTabulated, type TableText } from "../intake/tabulated/read-tabulated.ts";
import { suggestion } from "../survey/nearest.ts";
import type { Problem } from "../survey/problem.ts";
import { dimensionName, questionName, type TableReading, type TabulatedReading } from "../survey/reading.ts";
import type { Survey } from "../survey/survey.ts";
import type { WaveTable } from "../survey/wave-table.ts";
import { sha256Of } from "./fingerprint.ts";
import type { PreparedTable } from "./prepared.ts";

export interface PrepareTableOptions {
  readonly survey: Survey;
  /** Path on disk of a file that the codebook names. */
  readonly pathOf: (file: string) => string;
  /** Its name in messages. */
  readonly nameOf: (file: string) => string;
}

export interface TableOutcome {
  readonly table?: PreparedTable;
  readonly problems: readonly Problem[];
}

type ReadText = TableText & { readonly sha256: string };

/** Reads the printed tables of a wave. They are small: nothing is kept between builds. */
export async function prepareTable(
  reading: TabulatedReading,
  options: PrepareTableOptions,
): Promise<TableOutcome> {
  const read = await Promise.all(reading.tables.map((table) => textOf(table, reading, options)));
  const texts = read.filter((one): one is ReadText => "text" in one);
  const unreadable = read.filter((one): one is Problem => !("text" in one));
  const { table, quality, problems } = readTabulated(reading, texts, {
    survey: options.survey,
    suggest: suggestion,
  });
  const all = [...unreadable, ...problems];
  if (all.some(({ severity }) => severity === "stop")) return { problems: all };
  const files = texts.flatMap(({ file, sha256 }, at) => {
    const known = quality[at];
    return known ? [{ file, sha256, quality: known }] : [];
  });
  return { table: { wave: reading.wave, table, files, dictionaries: dictionariesOf(table) }, problems: all };
}

async function textOf(
  reading: TableReading,
  { encoding: named }: TabulatedReading,
  { pathOf, nameOf }: PrepareTableOptions,
): Promise<ReadText | Problem> {
  const file = nameOf(reading.file);
  const bytes = await readFile(pathOf(reading.file)).catch((cause: unknown) => {
    if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "EISDIR"))
      return undefined;
    throw cause;
  });
  if (!bytes) return missingTable(file);
  const sniffer = new EncodingSniffer();
  sniffer.push(bytes);
  const encoding = named ?? sniffer.end();
  try {
    return { reading, file, text: decodeWhole(bytes, encoding), encoding, sha256: sha256Of(bytes) };
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    return { severity: "stop", file, ...undecodable(error) };
  }
}

/** Values as the tables have them, for dimensions and questions whose options are taken as found. */
function dictionariesOf({ slices }: WaveTable): PreparedTable["dictionaries"] {
  const found = new Map<string, Set<string>>();
  const add = (name: string, id: string) => found.set(name, (found.get(name) ?? new Set()).add(id));
  for (const { slice, questions } of slices) {
    for (const [dimension, value] of Object.entries(slice)) add(dimensionName(dimension), value);
    for (const { question, cells } of questions)
      for (const { option } of cells) add(questionName(question), option);
  }
  return Object.fromEntries([...found].map(([name, ids]) => [name, [...ids]]));
}

function missingTable(file: string): Problem {
  return {
    severity: "stop",
    file,
    message: "The file can't be found",
    expected: "the wave's printed table at this path, relative to the codebook",
    mend: "Correct the path under `tabulated`, or add the file.",
  };
}
