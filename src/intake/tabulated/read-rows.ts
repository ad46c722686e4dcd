import type { Question } from "../../survey/question.ts";
import type { TableReading } from "../../survey/reading.ts";
import type { SmallTable } from "../../survey/small-table.ts";
import type { Dimension } from "../../survey/survey.ts";
import type { TableQuality } from "../../survey/wave-table.ts";
import type { ProblemLog } from "../responses/problem-log.ts";
import { type CellReading, readCount, readPercent } from "./cells.ts";
import { type Figure, type Place, type Suggest, stopAt } from "./figure.ts";
import { idOf, optionNames } from "./names.ts";
import { sliceOfRow } from "./slice-cells.ts";
import type { TableColumns } from "./table-columns.ts";

/** What rows are held against. */
export interface RowOptions {
  readonly reading: TableReading;
  readonly columns: TableColumns;
  readonly questions: readonly Question[];
  readonly dimensions: readonly Dimension[];
  /** By question or dimension id: label → id. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly log: ProblemLog;
  readonly suggest: Suggest;
}

type Row = SmallTable["rows"][number];
type Fate = "used" | keyof TableQuality["leftOut"];
interface ReadRow {
  readonly fate: Fate;
  readonly figures: readonly Figure[];
}

/** Reads every row of a table, and says what became of each. */
export function readRows(
  rows: readonly Row[],
  options: RowOptions,
): { readonly figures: readonly Figure[]; readonly fates: readonly Fate[] } {
  const read = rows.map((row) => readRow(row, options));
  return { figures: read.flatMap(({ figures }) => figures), fates: read.map(({ fate }) => fate) };
}

function readRow(row: Row, options: RowOptions): ReadRow {
  const nothing = (fate: Fate): ReadRow => ({ fate, figures: [] });
  const { reading, columns, log, suggest, dimensions, words } = options;
  if (Object.entries(reading.rows).some(([column, value]) => row.cells.get(column) !== value))
    return nothing("other");
  const written = row.cells.get(columns.question) ?? "";
  const id = Object.hasOwn(reading.questions, written) ? reading.questions[written] : written;
  if (id === "" && written !== "") return nothing("unwanted");
  const at = (column: string): Place => ({ log, line: row.line, column, value: row.cells.get(column) ?? "" });
  const question = questionOf(id ?? "", at(columns.question), options);
  const slice = sliceOfRow(row.cells, columns, {
    dimensions,
    words,
    suggest,
    fault: (column, value, message, expected, mend) =>
      stopAt({ ...at(column), value }, { message, expected, mend }),
  });
  const base = baseOf(row, columns, at);
  if (!question || !slice || base.kind === "bad") return nothing("wrong");
  const stated = base.kind === "figure" ? { base: base.value } : {};
  const read = columns.values.map(({ column, option }) => {
    const name = option ?? optionOf(question, at(columns.option ?? ""), options);
    return name === undefined ? undefined : cellOf(question, name, at(column), options);
  });
  const cells = read.flatMap((cell) => (cell ? (cell === "no option" ? [] : [cell]) : []));
  const figures = cells.map((cell): Figure => ({ slice, question, ...cell, ...stated }));
  if (read.includes(undefined)) return nothing("wrong");
  return { fate: figures.every(({ kind }) => kind === "unknown") ? "unknown" : "used", figures };
}

/** The question that a row speaks of. A measured quantity or a text has no options that could be counted. */
function questionOf(
  id: string,
  place: Place,
  { questions, reading, suggest }: RowOptions,
): Question | undefined {
  const question = questions.find((candidate) => candidate.id === id);
  const ids = questions.filter(isCounted).map((candidate) => candidate.id);
  if (!question) {
    stopAt(place, {
      message: id === "" ? "The row names no question" : `There is no question "${id}"`,
      expected: `one of ${ids.slice(0, 12).join(", ")}${ids.length > 12 ? ", …" : ""}`,
      mend: suggest(
        id,
        [...ids, ...Object.keys(reading.questions)],
        'Correct it, or name it in `questions`: its id, or "" to leave it out.',
      ),
    });
    return undefined;
  }
  if (isCounted(question)) return question;
  stopAt(place, {
    message: `"${id}" is of type ${question.type}: it can't be read from a table of counts`,
    expected: "a rating, a recommend question or a choice",
    mend: 'Leave it out in `questions` with "", or make it a choice of ranges.',
  });
  return undefined;
}

function isCounted({ type }: Question): boolean {
  return type !== "number" && type !== "text";
}

function baseOf(row: Row, { base }: TableColumns, at: (column: string) => Place): CellReading {
  if (base === undefined) return { kind: "unknown" };
  const read = readCount(row.cells.get(base) ?? "");
  if (read.kind === "bad") stopAt(at(base), read.why);
  return read;
}

function optionOf(question: Question, place: Place, { words, suggest }: RowOptions): string | undefined {
  const names = optionNames(question, words);
  const option = idOf(place.value, names);
  if (option === undefined) stopAt(place, noOption(question, place.value, names, suggest));
  return option;
}

function noOption(
  question: Question,
  written: string,
  names: ReturnType<typeof optionNames>,
  suggest: Suggest,
) {
  const { ids = [], words } = names;
  return {
    message: `The question "${question.id}" has no option "${written}"`,
    expected: `one of ${ids.slice(0, 12).join(", ")}${ids.length > 12 ? ", …" : ""}, or their labels`,
    mend: suggest(written, [...ids, ...Object.keys(words)], "Correct it, or add the option to the codebook."),
  };
}

type Cell = Pick<Figure, "option" | "kind" | "value" | "place">;

/**
 * The figure of one option. A column for an option that the question has not is no fault of the question as long as
 * nobody is in it. Undefined, with a problem, where the cell makes no sense.
 */
function cellOf(
  question: Question,
  written: string,
  place: Place,
  { reading, words, suggest }: RowOptions,
): Cell | "no option" | undefined {
  const share = reading.cells === "percent";
  const read = share ? readPercent(place.value) : readCount(place.value);
  if (read.kind === "bad") {
    stopAt(place, read.why);
    return undefined;
  }
  const names = optionNames(question, words);
  const option = idOf(written, names);
  if (option === undefined) {
    if (read.kind === "unknown" || read.value === 0) return "no option";
    stopAt({ ...place, value: written }, noOption(question, written, names, suggest));
    return undefined;
  }
  if (read.kind === "unknown") return { option, kind: "unknown", value: 0, place };
  return { option, kind: share ? "share" : "count", value: read.value, place };
}
