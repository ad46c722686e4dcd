import { keyDecoder } from "../read-counts.ts";
import type { Cell } from "../tally.ts";
import type { PairCounts, PairGroup, PairsRequest } from "./request.ts";
import type { PairsStatement } from "./sql.ts";
import { emptyTable, type PairPlaces, placesOf, plainSums, startOf, weightedSums } from "./table.ts";

/** Rows as an engine gives them, column by column: there are too many to make an object of each. */
export type ResultColumns = Readonly<Record<string, ArrayLike<number | null>>>;

interface Draft extends PairGroup {
  readonly answered: Map<string, Cell>;
}

/** Puts the rows of a request's statements together. */
export function readPairs(
  request: PairsRequest,
  results: readonly { readonly statement: PairsStatement; readonly columns: ResultColumns }[],
): PairCounts {
  const drafts = new Map<string, Draft>();
  const places = placesOf(request.questions);
  for (const { statement, columns } of results) {
    const draftAt = draftFinder(drafts, { request, statement, columns, places });
    const rows = columns["first"]?.length ?? 0;
    for (let row = 0; row < rows; row++) readPair(columns, row, statement, draftAt(row));
  }
  return { request, groups: [...drafts.values()] };
}

interface Source {
  readonly request: PairsRequest;
  readonly statement: PairsStatement;
  readonly columns: ResultColumns;
  readonly places: PairPlaces;
}

/** Tells to which group a row belongs; a group has hundreds of rows, and is made at the first. */
function draftFinder(
  drafts: Map<string, Draft>,
  { request, statement: { layout }, columns, places }: Source,
): (row: number) => Draft {
  const decode = keyDecoder(request, layout);
  const names = request.by.map((_, at) => `key${at}`);
  const found = new Map<string, Draft>();
  return (row) => {
    const codes = names.map((name) => columns[name]?.[row] ?? null);
    const known = found.get(codes.join());
    if (known) return known;
    const { wave, weighted: isWeighted } = layout;
    const key = decode(Object.fromEntries(names.map((name, at) => [name, codes[at] ?? null])));
    const id = JSON.stringify([wave, key]);
    const draft = drafts.get(id) ?? {
      wave,
      key,
      answered: new Map(),
      pairs: emptyTable(places, { isWeighted }),
    };
    drafts.set(id, draft);
    found.set(codes.join(), draft);
    return draft;
  };
}

function readPair(
  columns: ResultColumns,
  row: number,
  { places, layout }: PairsStatement,
  { answered, pairs }: Draft,
): void {
  const number = (name: string) => columns[name]?.[row] ?? 0;
  const [first, second] = [places[number("first") - 1], places[number("second") - 1]];
  if (!first || !second)
    throw new Error(`a row of pairs has no place: ${number("first")}, ${number("second")}`);
  if (first.kind === "set") {
    const n = number("n");
    const cell = { n, m: number("m"), w: number("w"), w2: number("w2") };
    answered.set(first.id, layout.weighted ? cell : { n, m: n, w: n, w2: n });
    return;
  }
  const start = startOf(pairs, first.id, second.id) ?? 0;
  for (const [at, name] of (layout.weighted ? weightedSums : plainSums).entries())
    pairs.sums[start + at] = number(name);
}
