import { parseDecimal, wholeNumber } from "../intake/responses/cleaning.ts";
import { IdSet } from "../intake/responses/id-set.ts";
import { monthOf } from "../intake/responses/period.ts";

/** What one column of an export holds, in figures that stay small however long the file is. */
export interface ColumnProfile {
  readonly rows: number;
  /** Cells that hold something. */
  readonly answered: number;
  /** Value → how often, in order of first appearance: all of them, or the first few thousand. */
  readonly values: ReadonlyMap<string, number>;
  /** False where there are more different values than are kept. */
  readonly complete: boolean;
  /** True where no value occurs twice. */
  readonly unique: boolean;
  /** Cells that are numbers, of these whole ones; their sum and ends. */
  readonly numbers: {
    readonly count: number;
    readonly whole: number;
    readonly sum: number;
    readonly min: number;
    readonly max: number;
  };
  /** Cells that are dates; of these, dates that can only be read one way round, by way. */
  readonly dates: { readonly count: number; readonly monthFirst: number; readonly dayFirst: number };
  readonly characters: number;
  readonly longest: number;
}

const mostValues = 3000;
const mostCharacters = 500_000;

interface Traits {
  readonly number: number | undefined;
  readonly date: "none" | "either" | "month first" | "day first";
}

/** Takes a column's cells one by one. Memory is bounded: values beyond the first thousands are counted, not kept. */
export class ColumnProfiler {
  #rows = 0;
  #answered = 0;
  #complete = true;
  #kept = 0;
  #characters = 0;
  #longest = 0;
  readonly #values = new Map<string, number>();
  readonly #traits = new Map<string, Traits>();
  #ids: IdSet | undefined = new IdSet();
  #numbers = { count: 0, whole: 0, sum: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY };
  #dates = { count: 0, monthFirst: 0, dayFirst: 0 };

  push(cell: string): void {
    this.#rows += 1;
    // Most cells of a survey repeat: their value was made of them before.
    const value = this.#values.has(cell) ? cell : wholeNumber(cell);
    if (value === "") return;
    this.#answered += 1;
    this.#characters += value.length;
    if (value.length > this.#longest) this.#longest = value.length;
    const before = this.#values.get(value);
    if (before === undefined) this.#meet(value);
    else {
      this.#ids = undefined;
      this.#values.set(value, before + 1);
      this.#weigh(this.#traits.get(value) ?? traitsOf(value));
    }
  }

  finish(): ColumnProfile {
    return {
      rows: this.#rows,
      answered: this.#answered,
      values: this.#values,
      complete: this.#complete,
      unique: this.#ids !== undefined && this.#answered > 0,
      numbers: this.#numbers,
      dates: this.#dates,
      characters: this.#characters,
      longest: this.#longest,
    };
  }

  /** A value that is not among those kept: new, or beyond the first thousands. */
  #meet(value: string): void {
    if (this.#ids && !this.#ids.add(value)) this.#ids = undefined;
    const traits = traitsOf(value);
    this.#weigh(traits);
    if (this.#values.size < mostValues && this.#kept < mostCharacters) {
      const own = detached(value);
      this.#kept += own.length;
      this.#values.set(own, 1);
      this.#traits.set(own, traits);
    } else {
      this.#complete = false;
    }
  }

  #weigh({ number, date }: Traits): void {
    if (number !== undefined) {
      const numbers = this.#numbers;
      numbers.count += 1;
      if (Number.isInteger(number)) numbers.whole += 1;
      numbers.sum += number;
      if (number < numbers.min) numbers.min = number;
      if (number > numbers.max) numbers.max = number;
    }
    if (date === "none") return;
    this.#dates.count += 1;
    if (date === "month first") this.#dates.monthFirst += 1;
    if (date === "day first") this.#dates.dayFirst += 1;
  }
}

function traitsOf(value: string): Traits {
  const number = parseDecimal(value, { exponent: true });
  const month = /^\d{1,4}[-/.年]/.test(value) || /^(19|20)\d{6}$/.test(value) ? monthOf(value) : undefined;
  if (!month) return { number, date: "none" };
  const { monthFirst, dayFirst } = month;
  const date =
    monthFirst === dayFirst ? "either" : !dayFirst ? "month first" : !monthFirst ? "day first" : "either";
  return { number, date };
}

/** A copy with characters of its own: a value cut from a piece of the file would keep the whole piece in memory. */
function detached(value: string): string {
  return JSON.parse(JSON.stringify(value)) as string;
}

const nothing: ColumnProfile = new ColumnProfiler().finish();

/** Several waves' profiles of one question as one. A respondent may come back in the next wave: only waves are unique. */
export function mergedProfile(profiles: readonly ColumnProfile[]): ColumnProfile {
  const [first, ...others] = profiles;
  if (!first || others.length === 0) return first ?? nothing;
  return others.reduce(merged, first);
}

function merged(a: ColumnProfile, b: ColumnProfile): ColumnProfile {
  const values = new Map(a.values);
  for (const [value, count] of b.values) values.set(value, (values.get(value) ?? 0) + count);
  return {
    rows: a.rows + b.rows,
    answered: a.answered + b.answered,
    values,
    complete: a.complete && b.complete,
    unique: a.unique && b.unique,
    numbers: {
      count: a.numbers.count + b.numbers.count,
      whole: a.numbers.whole + b.numbers.whole,
      sum: a.numbers.sum + b.numbers.sum,
      min: Math.min(a.numbers.min, b.numbers.min),
      max: Math.max(a.numbers.max, b.numbers.max),
    },
    dates: {
      count: a.dates.count + b.dates.count,
      monthFirst: a.dates.monthFirst + b.dates.monthFirst,
      dayFirst: a.dates.dayFirst + b.dates.dayFirst,
    },
    characters: a.characters + b.characters,
    longest: Math.max(a.longest, b.longest),
  };
}

/** The same column without some of its values. */
export function withoutValues(
  profile: ColumnProfile,
  gone: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  return new Map([...profile.values].filter(([value]) => !gone.has(value)));
}
