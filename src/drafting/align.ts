import { distance } from "fastest-levenshtein";
import type { Field } from "./field.ts";
import { type ColumnProfile, mergedProfile } from "./profile.ts";
import type { Sheet, SheetColumn } from "./sheet.ts";
import { wordScale } from "./word-scale.ts";

/** A sheet and the id of its wave. */
export interface WaveSheet {
  readonly wave: string;
  readonly sheet: Sheet;
}

interface Matched {
  readonly columns: Map<string, SheetColumn>;
  matched?: "text" | "near";
}

/**
 * One field for each question of all waves. Columns belong together where their headers are equal, else where the
 * wordings are, else where one header or wording is nearly the other and no second one is.
 *
 * @param waves oldest first.
 */
export function alignWaves(waves: readonly WaveSheet[]): readonly Field[] {
  const found: Matched[] = [];
  for (const { wave, sheet } of waves.toReversed()) {
    const left = new Set(sheet.columns.filter(({ name, profile }) => name !== "" || profile.answered > 0));
    const join = (one: Matched, column: SheetColumn, matched?: Matched["matched"]) => {
      one.columns.set(wave, column);
      if (matched) one.matched = matched;
      left.delete(column);
    };
    matchBy(found, left, wave, ({ name }) => name, join);
    matchBy(found, left, wave, wordingKey, (one, column) => join(one, column, "text"));
    matchBy(found, left, wave, bareKey, (one, column) => join(one, column, "near"));
    matchBlocks(found, left, wave, (one, column) => join(one, column, "near"));
    matchNear(found, left, wave, (one, column) => join(one, column, "near"));
    for (const column of left) insertBeside(found, column, { wave, sheet });
  }
  const order = waves.map(({ wave }) => wave);
  const headers = Map.groupBy(
    found.flatMap((one) => [...one.columns.values()].map(({ name }) => ({ one, name }))),
    ({ name }) => name,
  );
  const isShared = (one: Matched) =>
    [...one.columns.values()].some(({ name }) =>
      (headers.get(name) ?? []).some((other) => other.one !== one),
    );
  return found.map((one) => fieldOf(one, order, isShared(one)));
}

/** A question that only older waves have stands behind the one that it stood behind there. */
function insertBeside(found: Matched[], column: SheetColumn, { wave, sheet }: WaveSheet): void {
  const before = sheet.columns[sheet.columns.indexOf(column) - 1];
  const at = before ? found.findIndex(({ columns }) => columns.get(wave) === before) : -1;
  found.splice(at + 1, 0, { columns: new Map([[wave, column]]) });
}

type Join = (one: Matched, column: SheetColumn) => void;

/** Joins columns whose key no other free column on either side has. */
function matchBy(
  found: readonly Matched[],
  left: ReadonlySet<SheetColumn>,
  wave: string,
  keyOf: (column: SheetColumn) => string | undefined,
  join: Join,
): void {
  const free = found.filter(({ columns }) => !columns.has(wave));
  const known = uniqueBy(free, (one) => keyOf(newest(one)));
  for (const [key, column] of uniqueBy([...left], keyOf)) {
    const one = known.get(key);
    if (one && alike(newest(one).profile, column.profile)) join(one, column);
  }
}

function uniqueBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): Map<string, Item> {
  const groups = Map.groupBy(items, (item) => keyOf(item) ?? "");
  groups.delete("");
  return new Map([...groups].flatMap(([key, [item, second]]) => (item && !second ? [[key, item]] : [])));
}

function newest({ columns }: Matched): SheetColumn {
  const [column] = columns.values();
  if (!column) throw new Error("a field without a column");
  return column;
}

/** The wording with its part, where it says more than the header. */
function wordingKey({ text, part, name }: SheetColumn): string | undefined {
  return text === name && part === undefined ? undefined : `${text}\n${part ?? ""}`.toLowerCase();
}

/** The number in the questionnaire that a header starts with: Q7 of Q7ART, Q8 of Q8A_ART. */
function blockOf({ name, text }: SheetColumn): string {
  return text === name ? (/^Q\d+/i.exec(name)?.[0] ?? "") : "";
}

const fewestOfBlock = 2;

/**
 * Questions move together: where several of Q8 were found to be those of Q7 in another wave, the rest of Q8 is held
 * against the rest of Q7 alone, in which FOOD is one question and SHOPS is SHOP.
 */
function matchBlocks(
  found: readonly Matched[],
  left: ReadonlySet<SheetColumn>,
  wave: string,
  join: Join,
): void {
  const votes = new Map<string, number>();
  for (const one of found) {
    const column = one.columns.get(wave);
    const pair = column && `${blockOf(column)} ${blockOf(newest(one))}`;
    if (pair && !/^ | $/.test(pair)) votes.set(pair, (votes.get(pair) ?? 0) + 1);
  }
  const pairs = new Set([...votes].filter(([, count]) => count >= fewestOfBlock).map(([pair]) => pair));
  for (const column of [...left]) {
    const bare = bareKey(column);
    if (bare === undefined) continue;
    const near = found.filter((one) => {
      const other = bareKey(newest(one));
      if (one.columns.has(wave) || other === undefined) return false;
      return (
        pairs.has(`${blockOf(column)} ${blockOf(newest(one))}`) &&
        (other.startsWith(bare) || bare.startsWith(other))
      );
    });
    const [one, second] = near;
    if (one && !second && alike(newest(one).profile, column.profile)) join(one, column);
  }
}

/** A header without its number in the questionnaire: Q7ART, Q8A_ART → art. */
function bareKey({ name, text }: SheetColumn): string | undefined {
  if (text !== name) return undefined;
  const bare = name.replace(/^Q\d+([A-Z]_|_)?/i, "").toLowerCase();
  return bare.length >= 3 && bare !== name.toLowerCase() && !/\d$/.test(bare) ? bare : undefined;
}

const nearEnough = 0.15;
const longEnough = 12;

function matchNear(
  found: readonly Matched[],
  left: ReadonlySet<SheetColumn>,
  wave: string,
  join: Join,
): void {
  const wording = ({ text, part = "" }: SheetColumn) => `${text} ${part}`.trim().toLowerCase();
  for (const column of [...left]) {
    const written = wording(column);
    if (written.length < longEnough) continue;
    const near = found.filter((one) => {
      if (one.columns.has(wave)) return false;
      const other = wording(newest(one));
      return distance(written, other) <= nearEnough * Math.max(written.length, other.length);
    });
    const [one, second] = near;
    if (one && !second && alike(newest(one).profile, column.profile)) join(one, column);
  }
}

/** Numbers are not the same question as words. */
function alike(a: ColumnProfile, b: ColumnProfile): boolean {
  if (a.answered === 0 || b.answered === 0) return true;
  const numeric = ({ numbers, answered }: ColumnProfile) => numbers.count / answered;
  return Math.abs(numeric(a) - numeric(b)) < 0.7 || isScaleOf(a, b) || isScaleOf(b, a);
}

/** Words of a scale in one wave and its codes in another: one question in two of the tool's forms. */
function isScaleOf(words: ColumnProfile, codes: ColumnProfile): boolean {
  const scale = words.complete && words.values.size <= 9 ? wordScale([...words.values.keys()]) : undefined;
  const { count, whole, min, max } = codes.numbers;
  return scale !== undefined && whole === count && min >= 0 && max <= 11;
}

function fieldOf({ columns, matched }: Matched, order: readonly string[], ambiguous: boolean): Field {
  const waves = order.filter((wave) => columns.has(wave));
  const at = (wave: string) => columns.get(wave) as SheetColumn;
  const last = at(waves.at(-1) ?? "");
  return {
    name: last.name,
    text: last.text,
    role: last.role,
    ...(last.part === undefined ? {} : { part: last.part }),
    question: last.question,
    typed: last.typed ?? false,
    open: last.open ?? false,
    headers: new Map(waves.map((wave) => [wave, at(wave).name])),
    wordings: new Map(
      waves.filter((wave) => at(wave).text !== last.text).map((wave) => [wave, at(wave).text]),
    ),
    profiles: new Map(waves.map((wave) => [wave, at(wave).profile])),
    profile: mergedProfile(waves.map((wave) => at(wave).profile)),
    ...(matched ? { matched } : {}),
    ambiguous,
    valueLabels: last.valueLabels,
    breaks: waves.filter((wave, place) => {
      const before = waves[place - 1];
      return before !== undefined && isNumbered(at(wave)) && differ(at(before).profile, at(wave).profile);
    }),
  };
}

/** A header that says nothing but a place in the questionnaire, such as Q8A. */
function isNumbered({ name, text }: SheetColumn): boolean {
  return name === text && /^[A-Z]{0,2}\d+[A-Z]?([_.]\d+)?$/i.test(name);
}

const farApart = 0.3;

/** Half the sum of the differences of shares: 0 where the answers are spread alike, 1 where none is shared. */
function differ(a: ColumnProfile, b: ColumnProfile): boolean {
  if (a.values.size > 20 || b.values.size > 20 || a.answered < 50 || b.answered < 50) return false;
  const values = new Set([...a.values.keys(), ...b.values.keys()]);
  let apart = 0;
  for (const value of values)
    apart += Math.abs((a.values.get(value) ?? 0) / a.answered - (b.values.get(value) ?? 0) / b.answered);
  return apart / 2 > farApart;
}
