import { choiceName, dimensionName, questionName } from "../../survey/reading.ts";
import { quoteName } from "../../views/predicate.ts";
import type { CountsRequest } from "../request.ts";
import type { WaveLayout } from "../sql.ts";
import { type Bands, choicesIn, type TickedChoices } from "./request.ts";

interface DerivedColumn {
  readonly name: string;
  readonly sql: string;
  /** Of a dimension: its options by code. */
  readonly dictionary?: readonly string[];
}

/** A wave's table with the columns that a request works out of its rows. What a wave didn't ask has no column. */
export function derivedLayout({ derived }: Pick<CountsRequest, "derived">, layout: WaveLayout): WaveLayout {
  if (!derived) return layout;
  const added = [
    ...(derived.ticked ?? []).flatMap((ticked) => tickedColumn(ticked, layout) ?? []),
    ...(derived.bands ? bandColumn(derived.bands, layout) : []),
  ];
  if (added.length === 0) return layout;
  const columns = added.map(({ name, sql }) => `${sql} AS ${quoteName(name)}`);
  const dictionaries = added.flatMap(({ name, dictionary }) => (dictionary ? [[name, dictionary]] : []));
  return {
    ...layout,
    relation: `(SELECT *, ${columns.join(", ")} FROM ${layout.relation}) AS "derived"`,
    columns: [...layout.columns, ...added.map(({ name }) => name)],
    dictionaries: { ...layout.dictionaries, ...Object.fromEntries(dictionaries) },
  };
}

/** NULL for who is not in a question's base: all its choices are NULL then, and so the first that is stored. */
function tickedColumn({ id, of }: TickedChoices, layout: WaveLayout): DerivedColumn | undefined {
  const stored = new Set(layout.columns);
  const parts = of.map((part) => {
    const { question, options } = part;
    const columnOf = (choice: number) => choiceName(questionName(question), choice);
    const isStored = (name: string) => stored.has(name);
    const first = Array.from({ length: options }, (_, choice) => columnOf(choice)).find(isStored);
    return { first, ticks: choicesIn(part, layout.wave).map(columnOf).filter(isStored) };
  });
  const firsts = parts.flatMap(({ first }) => first ?? []);
  const isAsked = firsts.length === of.length && parts.every(({ ticks }) => ticks.length > 0);
  if (of.length === 0 || !isAsked) return undefined;
  const asked = firsts.map((name) => `${quoteName(name)} IS NOT NULL`).join(" AND ");
  const ticks = parts.flatMap((part) => part.ticks.map((name) => `COALESCE(${quoteName(name)}::INTEGER, 0)`));
  return { name: questionName(id), sql: `CASE WHEN ${asked} THEN ${ticks.join(" + ")} END` };
}

/** The place of the band that the mean of the answered items lies in; NULL for who answered fewer than half of them. */
function bandColumn({ id, items, bands }: Bands, layout: WaveLayout): readonly DerivedColumn[] {
  const stored = new Set(layout.columns);
  const asked = (items[layout.wave] ?? []).filter(({ question }) => stored.has(questionName(question)));
  if (asked.length === 0) return [];
  const column = (question: string) => quoteName(questionName(question));
  const answered = asked.map(({ question }) => `(${column(question)} IS NOT NULL)::INTEGER`).join(" + ");
  const sum = asked
    .map(
      ({ question, slope, intercept }) =>
        `COALESCE(${numberSql(slope)} * ${column(question)} + ${numberSql(intercept)}, 0)`,
    )
    .join(" + ");
  // A mean that lies on a lower end, but for rounding, is in the band; so the cases go from the highest down.
  const cases = bands
    .map(({ from }, place) => `WHEN (${sum}) / (${answered}) >= ${numberSql(from - rounding)} THEN ${place}`)
    .slice(1)
    .toReversed();
  const enough = `2 * (${answered}) >= ${asked.length}`;
  const sql = `CASE WHEN ${enough} THEN CASE ${cases.join(" ")} ELSE 0 END END`;
  return [{ name: dimensionName(id), sql, dictionary: bands.map((band) => band.id) }];
}

/** With an exponent a number is read as a double, to its last digit; without one as a decimal. */
function numberSql(value: number): string {
  return `${value.toExponential()}::DOUBLE`;
}

const rounding = 1e-9;
