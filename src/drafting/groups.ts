import { isNoAnswer } from "./answer-words.ts";
import { wholeCodes } from "./code-scale.ts";
import type { Field } from "./field.ts";
import { wordsIn } from "./header-words.ts";

/** Columns that belong together. */
export interface Group {
  readonly kind: "lone" | "choices" | "mentions" | "grid";
  readonly fields: readonly Field[];
  /** What the columns have in common: the question of a grid, or the start of their headers. */
  readonly stem?: string;
}

const offWords = new Set([
  "0",
  "-1",
  "no",
  "false",
  "n",
  "否",
  "不选",
  "未选",
  "未选中",
  "not selected",
  "unchecked",
  "not mentioned",
]);

export function isOff(value: string): boolean {
  return offWords.has(value.toLowerCase());
}

/** Parts the fields into questions: first as the survey tool says, then by what neighbours have in common. */
export function groupFields(fields: readonly Field[]): readonly Group[] {
  const groups: Group[] = [];
  const perQuestion = Map.groupBy(fields, ({ question }) => question);
  const done = new Set<Field>();
  fields.forEach((field, at) => {
    if (done.has(field)) return;
    const ofQuestion = perQuestion.get(field.question) ?? [];
    const together = ofQuestion.filter(({ typed, part }) => !typed && part !== undefined);
    const taken =
      together.length > 1 && together.includes(field)
        ? groupOfTool(together, typedOther(ofQuestion.filter((next) => !done.has(next))))
        : ((isWords(field)
            ? undefined
            : groupOfNeighbours(fields.slice(at).filter((next) => !done.has(next) && !isWords(next)))) ?? {
            kind: "lone" as const,
            fields: [field],
          });
    for (const member of taken.fields) done.add(member);
    groups.push(taken);
  });
  return groups;
}

/** @param other the column in which people typed what else, where it is the only one of that choice. */
function groupOfTool(fields: readonly Field[], other: Field | undefined): Group {
  const [{ text }] = fields as readonly [Field];
  const isTicks = fields.every(({ profile }) => isTick([...profile.values.keys()]));
  if (!isTicks) return { kind: "grid", fields, stem: text };
  return { kind: "choices", fields: other ? [...fields, other] : fields, stem: text };
}

/** Typed words, which are never looked at for what columns have in common. */
function isWords({ typed, open }: Field): boolean {
  return typed || open;
}

/** The field beside "other" of a question, unless a column of ticks says "other" too. */
function typedOther(fields: readonly Field[]): Field | undefined {
  const typed = fields.filter((field) => field.typed && isOtherPart(field));
  const ticks = fields.filter((field) => !field.typed && isOtherPart(field));
  return typed.length === 1 && ticks.length === 0 ? typed[0] : undefined;
}

function isOtherPart({ part = "" }: Field): boolean {
  return (
    /^others?\b(?!.*comment)|please (specify|describe|explain)|^其[他它]|请(说明|注明|填写)|^(sonstige|andere|autre|otr[ao])/i.test(
      part,
    ) && !/comment\]?$/i.test(part)
  );
}

/** One value beside those that say no. */
function isTick(values: readonly string[]): boolean {
  return values.filter((value) => !isOff(value) && !isNoAnswer(value)).length <= 1;
}

function groupOfNeighbours(fields: readonly Field[]): Group | undefined {
  return flags(fields) ?? mentions(fields) ?? battery(fields);
}

/** Columns of -1 or blank and one other value each: choices, whatever number stands for "yes". */
function flags(fields: readonly Field[]): Group | undefined {
  const [first] = fields;
  if (!first || first.part !== undefined) return undefined;
  const off = offOf(first);
  if (off === undefined || (off === "" && !isMark(first, first))) return undefined;
  const run = takeWhile(
    fields,
    (field) =>
      field.part === undefined &&
      offOf(field) === off &&
      (off !== "" || isMark(field, first)) &&
      (off !== "0" || stemOf(field) === stemOf(first)),
  );
  if (run.length < 2 && off !== "") return undefined;
  if (off === "0" && (stemOf(first) === "" || run.length < 3)) return undefined;
  return { kind: "choices", fields: run, stem: stemOf(first) };
}

/** A mark such as 是, x or 1 that the columns of a run share; a lone code of a list is none. */
function isMark({ profile }: Field, first: Field): boolean {
  const [[value] = [""]] = profile.values;
  const [[shared] = [""]] = first.profile.values;
  return value === shared && /^(1|x|√|✓|是|有|yes|y|true|selected|checked)$/i.test(value);
}

/** The value that says "not ticked": -1, 0 or a blank; undefined for a column that is no flag. */
function offOf({ profile }: Field): string | undefined {
  const values = [...profile.values.keys()].filter((value) => !isNoAnswer(value));
  if (!profile.complete || profile.answered === 0) return undefined;
  if (values.length === 1 && profile.answered < profile.rows && profile.rows >= 10) return "";
  if (values.length !== 2 || profile.answered < 0.5 * profile.rows) return undefined;
  return ["-1", "0"].find((off) => values.includes(off));
}

/** Headers that only differ in a number counting up, each sparser than the one before: first, second, third mention. */
function mentions(fields: readonly Field[]): Group | undefined {
  const [first] = fields;
  const start = first && numbered(first);
  if (!first || !start || start.number !== 1) return undefined;
  const run = inNumberOrder(fields, start.stem);
  const sparse = run
    .slice(1)
    .every(
      ({ profile }, at) =>
        profile.answered <= 0.7 * profile.rows && profile.answered <= 1.1 * (run[at]?.profile.answered ?? 0),
    );
  const coded = run.every(
    ({ profile }) =>
      profile.answered === 0 || wholeCodes(profile.values) !== undefined || profile.longest <= 40,
  );
  const complete = run.every(({ profile }) => profile.complete);
  return run.length >= 2 && sparse && coded && complete
    ? { kind: "mentions", fields: run, stem: start.stem }
    : undefined;
}

/** Fields of one stem, numbered from 1 without a gap, wherever they stand: some waves may have had more of them. */
function inNumberOrder(fields: readonly Field[], stem: string): readonly Field[] {
  const byNumber = new Map<number, Field>();
  for (const field of fields) {
    const place = numbered(field);
    if (place?.stem === stem && !byNumber.has(place.number)) byNumber.set(place.number, field);
  }
  const run: Field[] = [];
  for (let field = byNumber.get(1); field; field = byNumber.get(run.length + 1)) run.push(field);
  return run;
}

function numbered({ name, part }: Field): { readonly stem: string; readonly number: number } | undefined {
  if (part !== undefined) return undefined;
  const match = /^(.*\D)(\d{1,2})$/.exec(name);
  return match ? { stem: (match[1] ?? "").replace(/[_\s.-]+$/, ""), number: Number(match[2]) } : undefined;
}

/** Neighbours whose headers start alike and whose codes end alike: items of one battery. */
function battery(fields: readonly Field[]): Group | undefined {
  const [first] = fields;
  const top = first && topCode(first);
  if (!first || top === undefined || first.part !== undefined) return undefined;
  const stem = stemOf(first);
  const run = takeWhile(
    fields,
    (field) => stemOf(field) === stem && field.part === undefined && topCode(field) === top,
  );
  // Without a stem in common only scales that are used in full, several times in a row, make a battery.
  if (stem === "")
    return run.length >= 3 && run.every((field) => usesAll(field, top))
      ? { kind: "grid", fields: run }
      : undefined;
  return run.length >= 2 ? { kind: "grid", fields: run, stem } : undefined;
}

/** The highest code of a column of few whole numbers, three of which are common. */
export function topCode({ profile }: Field): number | undefined {
  const whole = new Map([...profile.values].filter(([value]) => !/^\d*\.\d+$/.test(value)));
  const counts = wholeCodes(new Map([...whole].filter(([value]) => !isNoAnswer(value))));
  if (!counts || counts.size < 3) return undefined;
  const codes = [...counts.keys()].filter((code) => code <= 11 && code >= 0);
  const steps = codes.filter((code) => code > 0 && (counts.get(code) ?? 0) >= 0.002 * profile.answered);
  return [...counts.keys()].every((code) => code <= 11 || code >= 90) && steps.length >= 4
    ? Math.max(...steps)
    : undefined;
}

function usesAll({ profile }: Field, top: number): boolean {
  return (
    top >= 5 &&
    Array.from({ length: top }, (_, at) => String(at + 1)).every((code) => profile.values.has(code))
  );
}

/** The start of a header that a battery shares: Q7 of Q7ART and Q7_2, imag of imag3. */
export function stemOf({ name, part }: Field): string {
  if (part !== undefined) return "";
  const [question] = /^Q\d+/i.exec(name) ?? [];
  if (question) return question;
  const [stem] = /^[\p{L}_ -]*\p{L}(?=[_.\s-]*\d+[a-z]?$)/u.exec(name) ?? [];
  return stem !== undefined && wordsIn(stem).length <= 3 ? stem : "";
}

function takeWhile<Item>(items: readonly Item[], test: (item: Item, at: number) => boolean): readonly Item[] {
  const end = items.findIndex((item, at) => !test(item, at));
  return end < 0 ? items : items.slice(0, end);
}
