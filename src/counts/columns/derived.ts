import { choiceName, dimensionName, questionName } from "../../survey/reading.ts";
import { type Bands, choicesIn, type Derived, type TickedChoices } from "../derived/request.ts";
import type { CountedAs } from "../pairs/request.ts";
import type { WaveColumns } from "./wave-columns.ts";

type Codes = Int16Array | Int32Array;
/** Numbers, or codes: of these one below 0 is no answer. */
export type Answers = Float64Array | Codes;

/**
 * A wave's columns with those that a request works out of its rows: what the SQL of `derivedLayout` would add. What the
 * wave didn't ask has no column. The same request of the same wave gets the same columns.
 */
export function derivedColumns(columns: WaveColumns, derived: Derived | undefined): WaveColumns {
  if (!derived) return columns;
  return remembered(columns, JSON.stringify(derived), () => {
    const [codes, numbers] = [new Map(columns.codes), new Map(columns.numbers)];
    const added: string[] = [];
    for (const ticked of derived.ticked ?? []) {
      const counts = tickedColumn(ticked, columns);
      if (counts) numbers.set(added[added.push(questionName(ticked.id)) - 1] ?? "", counts);
    }
    const { bands } = derived;
    const places = bands && bandColumn(bands, columns);
    if (places) codes.set(added[added.push(dimensionName(bands.id)) - 1] ?? "", places);
    const { layout } = columns;
    const dictionaries = places
      ? { ...layout.dictionaries, [dimensionName(bands.id)]: bands.bands.map(({ id }) => id) }
      : layout.dictionaries;
    return { layout: { ...layout, columns: [...layout.columns, ...added], dictionaries }, codes, numbers };
  });
}

/**
 * Answers to a question, each counted as another number than its code; undefined where the wave did not ask it, or the
 * question that it is compared with.
 * @param name stored name of the question
 */
export function answersAs(
  columns: WaveColumns,
  name: string,
  as: CountedAs | undefined,
): Answers | undefined {
  const answers = answersTo(columns, name);
  if (!as || !answers) return answers;
  const other = as.kind === "less" ? answersTo(columns, questionName(as.question)) : undefined;
  if (as.kind === "less" && !other) return undefined;
  return remembered(columns, JSON.stringify([name, as]), () => {
    const [own, less] = [numberIn(answers), other && numberIn(other)];
    const scores = as.kind === "scores" ? as.scores : {};
    return Float64Array.from({ length: answers.length }, (_, row) =>
      less ? own(row) - less(row) : (scores[own(row)] ?? Number.NaN),
    );
  });
}

function answersTo({ codes, numbers }: WaveColumns, name: string): Answers | undefined {
  return numbers.get(name) ?? codes.get(name);
}

/** The number of each row; NaN for who gave none. */
function numberIn(answers: Answers): (row: number) => number {
  if (answers instanceof Float64Array) return (row) => answers[row] ?? Number.NaN;
  return (row) => {
    const code = answers[row] ?? -1;
    return code < 0 ? Number.NaN : code;
  };
}

/** How many of the choices each row ticked; NaN for who is not in the base of every question. */
function tickedColumn({ of }: TickedChoices, { codes, layout }: WaveColumns): Float64Array | undefined {
  const parts = of.map((part) => {
    const { question, options } = part;
    const columnOf = (choice: number) => codes.get(choiceName(questionName(question), choice));
    const stored = Array.from({ length: options }, (_, choice) => columnOf(choice));
    return {
      // All choices of who is not in the base are missing, and so the first that is stored.
      first: stored.find((column) => column !== undefined),
      ticks: choicesIn(part, layout.wave).flatMap((choice) => columnOf(choice) ?? []),
    };
  });
  const firsts = parts.flatMap(({ first }) => first ?? []);
  const isAsked = firsts.length === of.length && parts.every(({ ticks }) => ticks.length > 0);
  if (of.length === 0 || !isAsked) return undefined;
  const counts = new Float64Array(layout.rows);
  for (const { ticks } of parts)
    for (const ticked of ticks)
      for (let row = 0; row < counts.length; row++)
        counts[row] = (counts[row] ?? 0) + Math.max(0, ticked[row] ?? 0);
  for (const first of firsts)
    for (let row = 0; row < counts.length; row++) if ((first[row] ?? -1) < 0) counts[row] = Number.NaN;
  return counts;
}

/** The place of the band that the mean of the answered items lies in; -1 for who answered fewer than half of them. */
function bandColumn({ items, bands }: Bands, columns: WaveColumns): Int16Array | undefined {
  const { layout } = columns;
  const asked = (items[layout.wave] ?? []).flatMap(({ question, slope, intercept }) => {
    const answers = answersTo(columns, questionName(question));
    return answers ? [{ number: numberIn(answers), slope, intercept }] : [];
  });
  if (asked.length === 0) return undefined;
  return Int16Array.from({ length: layout.rows }, (_, row) => {
    let [answered, sum] = [0, 0];
    for (const { number, slope, intercept } of asked) {
      const answer = number(row);
      if (Number.isNaN(answer)) continue;
      answered += 1;
      sum += slope * answer + intercept;
    }
    if (2 * answered < asked.length) return -1;
    // A mean that lies on a lower end, but for rounding, is in the band.
    return Math.max(
      0,
      bands.findLastIndex(({ from }) => sum / answered >= from - rounding),
    );
  });
}

const rounding = 1e-9;

const memory = new WeakMap<WaveColumns, Map<string, unknown>>();

/** Worked out once for a wave: codebooks ask for few of these, and pages for each again and again. */
function remembered<Value>(columns: WaveColumns, key: string, make: () => Value): Value {
  const known = memory.get(columns) ?? new Map<string, unknown>();
  memory.set(columns, known);
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as Value;
}
