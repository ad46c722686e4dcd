import { type CodedColumn, missingCode } from "../intake/responses/coded-wave.ts";
import { isScaleQuestion, type Question } from "../survey/question.ts";
import { choiceName, questionName } from "../survey/reading.ts";
import { type Factor, itemsOf, type Survey } from "../survey/survey.ts";

/** Columns of a wave, and the weights of its rows. */
interface Answers {
  readonly rows: number;
  readonly columns: readonly CodedColumn[];
  readonly weights?: Float64Array;
}

/** Who is in a base: 1 for each row that is. */
type Base = Uint8Array;

/** Names of the stored columns that hold a question's answers. */
export function columnsOf(question: Question): readonly string[] {
  if (question.type !== "multi") return [questionName(question.id)];
  return question.options.map((_, place) => choiceName(questionName(question.id), place));
}

/**
 * The bases of all figures that pages and open results tell of a group, for published rows must lack nobody of any, or
 * enough of them (M34): who answered each question; any of a factor, of the index, or of a card; both questions of a
 * pair, and those of any; all questions that count problems together. Of these who has a weight, where some have none.
 */
export function basesOf(survey: Survey, { rows, columns, weights }: Answers): readonly Base[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const answered = new Map(
    survey.questions.flatMap((question): [string, Base][] => {
      const own = columnsOf(question).flatMap((name) => byName.get(name) ?? []);
      return own.length > 0 ? [[question.id, whoAnswered(own, rows)]] : [];
    }),
  );
  const held = (ids: readonly string[]) => ids.flatMap((id) => answered.get(id) ?? []);
  const any = (bases: readonly Base[]) => joined(rows, (row) => bases.some((base) => base[row] === 1));
  const every = (bases: readonly Base[]) =>
    joined(rows, (row) => bases.length > 0 && bases.every((base) => base[row] === 1));
  const { scoring, pairs } = survey;
  const both = pairs.map(({ expectation, perception }) => {
    const legs = held([expectation, perception]);
    return legs.length === 2 ? every(legs) : new Uint8Array(rows);
  });
  const cards = [scoring?.national, scoring?.fiveToOne].flatMap((card) => (card ? [card.of] : []));
  const counted = scoring?.problems ? held(scoring.problems.of) : [];
  const all = [
    ...answered.values(),
    ...allFactors(survey.factors).map((factor) => any(held(itemsOf(factor)))),
    ...cards.map((items) => any(held(items))),
    ...(both.length > 0 ? [...both, any(both)] : []),
    ...(counted.length > 0 ? [every(counted)] : []),
  ];
  if (!weights?.some(Number.isNaN)) return distinct(all);
  const weighted = (base: Base) => base.map((flag, row) => (Number.isNaN(weights[row]) ? 0 : flag));
  return distinct([...all, ...[new Uint8Array(rows).fill(1), ...all].map(weighted)]);
}

/**
 * Whether pages and open results tell of every group how many all are: where everybody answered a question with a score,
 * any of a factor of the index, or any of a card, the base of that is the number of rows.
 */
export function tellsRows(survey: Survey, { rows, columns }: Answers): boolean {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const scored = survey.questions.filter((one) => isScaleQuestion(one) || one.type === "number");
  const flags = new Map(
    scored.map((question) => [
      question.id,
      whoAnswered(
        columnsOf(question).flatMap((name) => byName.get(name) ?? []),
        rows,
      ),
    ]),
  );
  const { national, fiveToOne } = survey.scoring ?? {};
  const unions = [
    ...scored.map(({ id }) => [id]),
    ...(survey.index ? allFactors(survey.factors).map(itemsOf) : []),
    ...[national, fiveToOne].flatMap((card) => (card ? [card.of] : [])),
  ];
  return unions.some((items) => {
    const held = items.flatMap((id) => flags.get(id) ?? []);
    return Array.from({ length: rows }, (_, row) => row).every((row) => held.some((base) => base[row] === 1));
  });
}

function joined(rows: number, isIn: (row: number) => boolean): Base {
  return Uint8Array.from({ length: rows }, (_, row) => (isIn(row) ? 1 : 0));
}

/** Bases of the same people are counted once. */
function distinct(bases: readonly Base[]): readonly Base[] {
  return bases.filter((base, at) => bases.findIndex((other) => isSame(base, other)) === at);
}

function isSame(one: Base, other: Base): boolean {
  return one === other || one.every((flag, row) => flag === other[row]);
}

function allFactors(factors: readonly Factor[]): readonly Factor[] {
  return factors.flatMap((factor) => [
    factor,
    ...allFactors(factor.of.filter((member) => typeof member !== "string")),
  ]);
}

/** Of a multiple choice the columns share their base, unless the wave did not offer some. */
function whoAnswered(columns: readonly CodedColumn[], rows: number): Base {
  const flags = new Uint8Array(rows);
  for (const { kind, values } of columns)
    for (let row = 0; row < rows; row++)
      if (kind === "code" ? values[row] !== missingCode : !Number.isNaN(values[row])) flags[row] = 1;
  return flags;
}
