import Papa from "papaparse";
import type { Problem } from "../../survey/problem.ts";
import { questionIn } from "../../survey/question.ts";
import type { TableReading, TabulatedReading } from "../../survey/reading.ts";
import { type SmallTable, smallTable } from "../../survey/small-table.ts";
import { type Survey, waveIds } from "../../survey/survey.ts";
import type { TableQuality, WaveTable } from "../../survey/wave-table.ts";
import { ProblemLog } from "../responses/problem-log.ts";
import { assemble } from "./assemble.ts";
import { checkParts } from "./check-parts.ts";
import { checkPlaces } from "./check-places.ts";
import { type Figure, noteAt, type Suggest } from "./figure.ts";
import { readRows } from "./read-rows.ts";
import { tableColumns } from "./table-columns.ts";

/** The text of one printed table. */
export interface TableText {
  readonly reading: TableReading;
  /** The file's name in messages. */
  readonly file: string;
  readonly text: string;
  readonly encoding: string;
}

export interface ReadTabulatedOptions {
  readonly survey: Survey;
  readonly suggest: Suggest;
}

export interface TabulatedWave {
  /** What the tables say; only sound where no problem stops. */
  readonly table: WaveTable;
  /** In the order of the texts. */
  readonly quality: readonly TableQuality[];
  readonly problems: readonly Problem[];
}

/** Reads the printed tables of one wave. Everything that is wrong with any of them comes back in one go. */
export function readTabulated(
  reading: TabulatedReading,
  texts: readonly TableText[],
  options: ReadTabulatedOptions,
): TabulatedWave {
  const { wave, respondents } = reading;
  const read = texts.map((text) => readTable(text, reading, options));
  const figures = read.flatMap((one) => one.figures);
  const slices = assemble(figures, { respondents });
  checkParts(figures);
  checkPlaces(figures, options.survey);
  return {
    table: { wave, ...(respondents === undefined ? {} : { respondents }), slices },
    quality: read.map(({ quality }) => quality),
    problems: read.flatMap(({ log }) => log.problems),
  };
}

interface ReadTable {
  readonly figures: readonly Figure[];
  readonly quality: TableQuality;
  readonly log: ProblemLog;
}

function readTable(
  { reading, file, text, encoding }: TableText,
  { wave, words, delimiter }: TabulatedReading,
  { survey, suggest }: ReadTabulatedOptions,
): ReadTable {
  const log = new ProblemLog(file);
  const parsed = Papa.parse<string[]>(text, {
    delimitersToGuess: [",", ";", "\t"],
    ...(delimiter === undefined ? {} : { delimiter }),
  });
  const table = smallTable(parsed.data, parsed.errors);
  for (const { line, message } of table.faults) log.whole("stop", { line, message, ...wholeRows });
  const columns = tableColumns(table.header, reading, { log, suggest });
  const waves = waveIds(survey);
  const questions = survey.questions.map((question) => questionIn(question, waves, wave));
  const { dimensions } = survey;
  const read = columns
    ? readRows(table.rows, { reading, columns, questions, dimensions, words, log, suggest })
    : { figures: [], fates: table.rows.map(() => "wrong" as const) };
  if (columns) checkAnyLeft(table, reading, read.fates, { log, suggest });
  noteUnknown(read.figures);
  return { figures: read.figures, quality: qualityOf(read, encoding), log };
}

const wholeRows = {
  expected: "as many cells as the header, and quotes in pairs",
  mend: "Correct the row.",
} as const;

/** A table of which no row is meant is no table of this wave. */
function checkAnyLeft(
  { rows: all }: SmallTable,
  { rows }: TableReading,
  fates: readonly string[],
  { log, suggest }: { readonly log: ProblemLog; readonly suggest: Suggest },
): void {
  if (fates.some((fate) => fate !== "other")) return;
  const wanted = Object.entries(rows);
  const found = (column: string) => [...new Set(all.map(({ cells }) => cells.get(column) ?? ""))];
  const [column, value] = wanted.find(([name, one]) => !found(name).includes(one)) ?? wanted[0] ?? [];
  log.whole("stop", {
    ...(column === undefined ? { line: 1 } : { column, value }),
    message: all.length === 0 ? "The table has no rows" : "No row of the table belongs to this wave",
    expected:
      column === undefined
        ? "a row for each option, or each question"
        : `rows with ${wanted.map((one) => one.join(" = ")).join(" and ")}`,
    mend:
      column === undefined
        ? "Add the rows, or correct the file."
        : suggest(value ?? "", found(column), "Correct `rows` in the wave's table."),
  });
}

function noteUnknown(figures: readonly Figure[]): void {
  for (const { kind, place } of figures) {
    if (kind !== "unknown") continue;
    noteAt(place, {
      message: "The figure is not known: nothing is made of it",
      expected: "a figure, where there is one",
      mend: "Nothing, if it was not published.",
    });
  }
}

function qualityOf({ figures, fates }: ReturnType<typeof readRows>, encoding: string): TableQuality {
  const count = (wanted: string) => fates.filter((fate) => fate === wanted).length;
  return {
    rowsRead: fates.length,
    used: count("used"),
    leftOut: {
      other: count("other"),
      unwanted: count("unwanted"),
      unknown: count("unknown"),
      wrong: count("wrong"),
    },
    unknownCells: figures.filter(({ kind }) => kind === "unknown").length,
    encoding,
  };
}
