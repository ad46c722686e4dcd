import { monthOf } from "../intake/responses/period.ts";
import type { Field } from "./field.ts";
import {
  isBirth,
  isDate,
  isDuration,
  isId,
  isIdentifying,
  isInterviewDate,
  isRecommend,
  isWeight,
} from "./header-words.ts";
import type { ColumnProfile } from "./profile.ts";
import type { DraftWords } from "./words.ts";

/** A field that is no question, and why. */
export interface LeftOut {
  readonly field: Field;
  readonly why: string;
  /** True for what can tell who somebody is. */
  readonly personal: boolean;
}

/** What the columns beside the questions are for. */
export interface Roles {
  readonly respondent?: Field;
  readonly date?: Field;
  /** Where days above 12 don't tell it: the order to write down and to ask about. */
  readonly dateFormat?: "mdy" | "dmy";
  /** True where only the span of the dates says that they are those of the interviews. */
  readonly dateBySpan?: true;
  /** Dates that may be anything, where no date of the interviews was found. */
  readonly otherDates?: Field;
  readonly weight?: Field;
  readonly duration?: Field;
  readonly leftOut: readonly LeftOut[];
  /** Everything else, in the order of the file. */
  readonly asked: readonly Field[];
}

/** Tells respondent, date, weight and duration, what is personal and what holds nothing, from the questions. */
export function findRoles(fields: readonly Field[], say: DraftWords): Roles {
  const { respondent, parts } = respondentOfWaves(fields);
  const date = findDate(fields);
  const otherDates = date ? undefined : fields.find((field) => isDated(field) && !isBirth(field));
  const weight = fields.find((field) => isWeight(field) && isPositive(field)) ?? fields.find(looksLikeWeight);
  const duration = fields.find(
    (field) => (field.role === "duration" || isDuration(field)) && isNumeric(field),
  );
  const taken = new Set([...parts, date, weight, duration]);
  const leftOut: LeftOut[] = [];
  const asked: Field[] = [];
  for (const field of fields) {
    if (taken.has(field)) continue;
    const reason = reasonToLeaveOut(field, say, date !== undefined);
    if (reason) leftOut.push({ field, ...reason });
    else asked.push(field);
  }
  return {
    ...(respondent ? { respondent } : {}),
    ...(date ? { date, ...formatOf(date), ...(isSaidDate(date) ? {} : { dateBySpan: true as const }) } : {}),
    ...(otherDates ? { otherDates } : {}),
    ...(weight ? { weight } : {}),
    ...(duration ? { duration } : {}),
    leftOut,
    asked,
  };
}

/** The respondent's id under whatever header each wave has it. */
function respondentOfWaves(fields: readonly Field[]): {
  readonly respondent?: Field;
  readonly parts: readonly Field[];
} {
  const first = findRespondent(fields);
  const parts = first ? [first] : [];
  for (;;) {
    const known = new Set(parts.flatMap(({ headers }) => [...headers.keys()]));
    const others = fields.filter(({ headers }) => [...headers.keys()].every((wave) => !known.has(wave)));
    const next = first && findRespondent(others);
    if (!next) break;
    parts.push(next);
  }
  if (!first) return { parts };
  const waves = new Map(parts.flatMap(({ headers }) => [...headers]));
  const order = [...new Set(fields.flatMap(({ headers }) => [...headers.keys()]))].toSorted();
  const headers = new Map(
    order.flatMap((wave) => {
      const header = waves.get(wave);
      return header === undefined ? [] : [[wave, header] as const];
    }),
  );
  return { respondent: parts.length > 1 ? { ...first, headers } : first, parts };
}

function findRespondent(fields: readonly Field[]): Field | undefined {
  const unique = fields.filter(({ profiles }) =>
    [...profiles.values()].every((profile) => profile.unique && profile.answered === profile.rows),
  );
  const withAll = unique.toSorted((a, b) => b.headers.size - a.headers.size);
  return (
    withAll.find(({ role }) => role === "respondent") ??
    withAll.find((field) => field.role !== "personal" && field.profile.rows > 1 && isId(field))
  );
}

const mostDates = 0.9;

function isDated({ profile }: Field): boolean {
  return profile.answered > 0 && profile.dates.count >= mostDates * profile.answered;
}

function findDate(fields: readonly Field[]): Field | undefined {
  const dated = fields.filter((field) => isDated(field) && !isBirth(field));
  return (
    dated.find(({ role }) => role === "submitted") ??
    dated.find(({ role }) => role === "started") ??
    dated.find(isInterviewDate) ??
    dated.find((field) => isDate(field) && isFieldwork(field))
  );
}

function isSaidDate(field: Field): boolean {
  return field.role === "submitted" || field.role === "started" || isInterviewDate(field);
}

const longestFieldwork = 36;

/** Dates of every wave lie within three years: births and first purchases don't. */
function isFieldwork({ profiles }: Field): boolean {
  return [...profiles.values()].every((profile) => spanOf(profile) <= longestFieldwork);
}

/** Months between the first and the last date of a column. */
function spanOf({ values }: ColumnProfile): number {
  const months = [...values.keys()].flatMap((value) => {
    const { monthFirst, dayFirst } = monthOf(value) ?? {};
    const [year, month] = (monthFirst ?? dayFirst ?? "").split("-").map(Number);
    return year && month ? [12 * year + month] : [];
  });
  return months.reduce((a, b) => Math.max(a, b), 0) - months.reduce((a, b) => Math.min(a, b), 1e6);
}

/** Nothing to write where some date can be read one way only, or the year comes first. */
function formatOf({ profile }: Field): { readonly dateFormat?: "mdy" | "dmy" } {
  const { monthFirst, dayFirst } = profile.dates;
  const slashed = [...profile.values.keys()].filter((value) => /^\d{1,2}[-/]\d{1,2}[-/]\d{4}/.test(value));
  if (slashed.length === 0 || monthFirst > 0 !== dayFirst > 0) return {};
  // Months of one survey are few; days are many.
  const different = (part: number) => new Set(slashed.map((value) => value.split(/[-/]/)[part])).size;
  return { dateFormat: different(0) <= different(1) ? "mdy" : "dmy" };
}

function isNumeric({ profile }: Field): boolean {
  return profile.answered > 0 && profile.numbers.count >= 0.9 * profile.answered;
}

function isPositive(field: Field): boolean {
  const { numbers, answered } = field.profile;
  return isNumeric(field) && numbers.min > 0 && numbers.count >= 0.99 * answered && numbers.min < numbers.max;
}

/** Positive decimals around 1 with no word of a question. */
function looksLikeWeight(field: Field): boolean {
  const { numbers, values, answered, rows } = field.profile;
  if (!isPositive(field) || answered < rows || isRecommend(field) || field.role !== "answer") return false;
  const mean = numbers.sum / numbers.count;
  return (
    numbers.whole < 0.5 * numbers.count &&
    mean > 0.9 &&
    mean < 1.1 &&
    numbers.max < 50 &&
    values.size > 3 &&
    /^\w{1,12}$/.test(field.name)
  );
}

function reasonToLeaveOut(
  field: Field,
  say: DraftWords,
  hasDate: boolean,
): Omit<LeftOut, "field"> | undefined {
  const { profile, role } = field;
  const left = (why: string, personal = false) => ({ why, personal });
  const pattern = personalPattern(field);
  if (role === "personal" || (role !== "answer" && isIdentifying(field)))
    return left(say.personalHeader, true);
  if (pattern) return left(say.personalValues(say.patterns[pattern]), true);
  if (profile.answered === 0) return left(say.empty);
  if (isIdentifying(field) && role === "answer" && !field.typed) return left(say.personalHeader, true);
  if (role !== "answer") return left(role === "tool" ? say.ofTheTool : say.roleNotUsed);
  if (isWeight(field) && isNumeric(field)) return left(say.secondWeight);
  if (
    profile.values.size === 1 &&
    profile.complete &&
    profile.answered === profile.rows &&
    profile.rows >= 10
  )
    return left(say.constant([...profile.values.keys()][0] ?? ""));
  if (isDated(field)) return left(hasDate ? say.secondDate : say.datesOfSomething);
  if (share(field, /^\d{1,2}:\d{2}(:\d{2})?( ?[AP]M)?$/i) > 0.8) return left(say.timesOfDay);
  if (isId(field) && (profile.unique || profile.values.size > 60)) return left(say.ids);
  const decimals = share(field, /^-?\d{1,9},\d+$/) > 0.5;
  if (
    profile.unique &&
    profile.rows >= 20 &&
    profile.answered === profile.rows &&
    profile.longest <= 20 &&
    !decimals
  )
    return left(say.ids);
  if (isDate(field) && isNumeric(field) && !/时间|time/i.test(field.text)) return left(say.unreadableDates);
  return undefined;
}

function share({ profile }: Field, form: RegExp): number {
  let seen = 0;
  let fitting = 0;
  for (const [value, count] of profile.values) {
    seen += count;
    if (form.test(value)) fitting += count;
  }
  return seen === 0 ? 0 : fitting / seen;
}

const patterns = {
  email: /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i,
  ip: /^\d{1,3}(\.\d{1,3}){3}$/,
  mobile: /^(\+?86[- ]?)?1[3-9]\d{9}$/,
  phone: /^\+\d[\d ()-]{8,}$|^\(\d{3}\) ?\d{3}-\d{4}$/,
  place: /^\(?-?\d{1,3}\.\d{3,}, ?-?\d{1,3}\.\d{3,}\)?$/,
  identity: /^\d{17}[\dX]$/i,
} as const;

function personalPattern(field: Field): keyof typeof patterns | undefined {
  return (Object.keys(patterns) as (keyof typeof patterns)[]).find(
    (name) => share(field, patterns[name]) > 0.3,
  );
}
