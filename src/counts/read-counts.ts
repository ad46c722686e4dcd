import { isChoiceQuestion, type Question } from "../survey/question.ts";
import { dimensionName, questionName, rareValues } from "../survey/reading.ts";
import { derivedQuestions } from "./derived/request.ts";
import type { Counts, CountsRequest, Group } from "./request.ts";
import { type Counted, countedColumns, type Statement, type WaveLayout } from "./sql.ts";
import { addCells, type Cell, emptyCell, emptySums, type Tally } from "./tally.ts";

/** A row as an engine gives it: column name → number or null. */
export type ResultRow = Readonly<Record<string, number | null>>;

/** What a wave holds, wherever it stands. */
type StoredLayout = Omit<WaveLayout, "relation">;

/** A group whose answers are still being added up. */
interface Draft {
  readonly wave: string;
  readonly key: readonly (string | null)[];
  rows: Cell;
  readonly tallies: Map<string, CodesDraft & { tally?: Tally }>;
}

/** Puts the rows of a request's statements together. Codes of waves become places among the survey's options. */
export function readCounts(
  request: CountsRequest,
  asked: readonly Question[],
  results: readonly { readonly statement: Statement; readonly rows: readonly ResultRow[] }[],
): Counts {
  const drafts = new Map<string, Draft>();
  const questions = [...asked, ...derivedQuestions(request)];
  for (const { statement, rows } of results) {
    const decode = keyDecoder(request, statement.layout);
    const places = placeTranslators(questions, statement.layout);
    for (const row of rows) {
      const draft = draftOf(drafts, statement.layout, decode(row), questions);
      if (statement.kind === "sums") readSums(row, statement.counted, draft);
      else readCode(row, statement.counted, draft, places);
    }
  }
  return { request, groups: [...drafts.values()].filter((draft) => draft.rows.n > 0).map(finish) };
}

function readCode(
  row: ResultRow,
  counted: readonly Counted[],
  draft: Draft,
  places: ReadonlyMap<string, readonly number[]>,
): void {
  const cell: Cell = { n: row["n"] ?? 0, m: row["m"] ?? 0, w: row["w"] ?? 0, w2: row["w2"] ?? 0 };
  const subject = subjectOf(row["set"] ?? 0, counted);
  if (subject === undefined) {
    // Every pass counts all respondents of the group; one of them is enough.
    draft.rows = cell;
    return;
  }
  const target = draft.tallies.get(subject.question.id);
  if (target) addCode(target, subject, { code: row["code"] ?? -1, cell, places });
}

/** Answers to one question while they are still being added up. */
interface CodesDraft {
  base: Cell;
  readonly cells: Map<number, Cell>;
}

/** Adds those who gave one answer to a question. A code below 0 is no answer. */
export function addCode(
  target: CodesDraft,
  { question, choice, givesBase }: Counted,
  {
    code,
    cell,
    places,
  }: {
    readonly code: number;
    readonly cell: Cell;
    readonly places: ReadonlyMap<string, readonly number[]>;
  },
): void {
  if (code < 0) return;
  if (choice === undefined) {
    const place = places.get(question.id)?.[code] ?? code;
    target.base = addCells(target.base, cell);
    target.cells.set(place, addCells(target.cells.get(place) ?? emptyCell, cell));
  } else {
    if (code === 1) target.cells.set(choice, cell);
    if (givesBase) target.base = addCells(target.base, cell);
  }
}

/** The column that a row counts: its bit in GROUPING() is 0, all others are 1. Undefined: the whole group. */
function subjectOf(set: number, counted: readonly Counted[]): Counted | undefined {
  const all = 2 ** counted.length - 1;
  if (set === all) return undefined;
  const bit = Math.log2(all - set);
  return counted[counted.length - 1 - Math.round(bit)];
}

function readSums(row: ResultRow, measured: readonly Counted[], draft: Draft): void {
  measured.forEach(({ question }, at) => {
    const target = draft.tallies.get(question.id);
    if (!target) return;
    const number = (name: string) => row[`${name}_${at}`] ?? 0;
    const base: Cell = { n: number("n"), m: number("m"), w: number("w"), w2: number("w2") };
    const sums = {
      x: number("x"),
      xx: number("xx"),
      wx: number("wx"),
      wxx: number("wxx"),
      w2x: number("w2x"),
      w2xx: number("w2xx"),
    };
    target.tally = { kind: "sums", base, sums };
  });
}

function draftOf(
  drafts: Map<string, Draft>,
  layout: StoredLayout,
  key: readonly (string | null)[],
  questions: readonly Question[],
): Draft {
  const id = JSON.stringify([layout.wave, key]);
  const known = drafts.get(id);
  if (known) return known;
  const stored = new Set(layout.columns);
  const askedHere = questions.filter((question) =>
    countedColumns(question).some(({ column }) => stored.has(column)),
  );
  const tallies: Draft["tallies"] = new Map(
    askedHere.map((question) => [question.id, { base: emptyCell, cells: offeredCells(question, layout) }]),
  );
  for (const question of askedHere) {
    const target = tallies.get(question.id);
    if (question.type === "number" && target)
      target.tally = { kind: "sums", base: emptyCell, sums: emptySums };
  }
  const draft: Draft = { wave: layout.wave, key, rows: emptyCell, tallies };
  drafts.set(id, draft);
  return draft;
}

/**
 * Options that the wave offered have a cell even where nobody chose them; those it did not offer have none. Where rare
 * values of a question without labels were joined, an option that the wave lacks may be among them.
 */
export function offeredCells(question: Question, layout: StoredLayout): Map<number, Cell> {
  const stored = new Set(layout.columns);
  if (question.type === "single") {
    const held = layout.dictionaries[questionName(question.id)];
    const joined = held?.includes(rareValues) ?? false;
    const places = question.options.flatMap(({ id }, place) =>
      id === rareValues ? (joined ? [place] : []) : !joined || held?.includes(id) ? [place] : [],
    );
    return new Map(places.map((place) => [place, emptyCell]));
  }
  const offered = countedColumns(question).filter(({ column }) => stored.has(column));
  return new Map(offered.flatMap(({ choice }) => (choice === undefined ? [] : [[choice, emptyCell]])));
}

function finish({ wave, key, rows, tallies }: Draft): Group {
  const entries = [...tallies].map(([id, { base, cells, tally }]): [string, Tally] => [
    id,
    tally ?? { kind: "codes", base, cells },
  ]);
  return { wave, key, rows, tallies: new Map(entries) };
}

/** Turns a row's key columns into option ids. */
export function keyDecoder(
  request: Pick<CountsRequest, "by">,
  layout: StoredLayout,
): (row: ResultRow) => readonly (string | null)[] {
  const dictionaries = request.by.map((dimension) => layout.dictionaries[dimensionName(dimension)] ?? []);
  return (row) =>
    dictionaries.map((dictionary, at) => {
      const code = row[`key${at}`] ?? null;
      return code === null ? null : (dictionary[code] ?? null);
    });
}

/** For questions whose options are taken as found: a wave's code → the option's place in the survey. */
export function placeTranslators(
  questions: readonly Question[],
  layout: StoredLayout,
): ReadonlyMap<string, readonly number[]> {
  return new Map(
    questions.flatMap((question): [string, readonly number[]][] => {
      const dictionary = layout.dictionaries[questionName(question.id)];
      if (!isChoiceQuestion(question) || !dictionary) return [];
      const places = new Map(question.options.map((option, place) => [option.id, place]));
      return [[question.id, dictionary.map((id) => places.get(id) ?? -1)]];
    }),
  );
}
