import type { AskPairs, PairGroup, PairsRequest } from "../../src/counts/pairs/request.ts";
import type { Ask, CountsRequest, Group } from "../../src/counts/request.ts";
import { emptyCell, type Tally } from "../../src/counts/tally.ts";
import type { Question } from "../../src/survey/question.ts";
import { withheldValue } from "../../src/survey/reading.ts";
import { questionOf, type Survey } from "../../src/survey/survey.ts";
import { type Answer, countCodes, sumNumbers } from "./count-answers.ts";
import { derivedIn, withDerived } from "./derived-rows.ts";
import { type JointRow, pairsOfRows } from "./joint-rows.ts";

/** One respondent. A question that no respondent of a wave has a key for was not asked in it. */
export interface Row {
  readonly wave: string;
  /** Option ids by dimension; null: not known. */
  readonly places: Readonly<Record<string, string | null>>;
  /** By question: a code, several of a multiple choice, or a measured number; null: no answer. */
  readonly answers: Readonly<Record<string, Answer["value"] | null>>;
  readonly weight?: number | null;
}

/** Choices that a wave offered, by place; by default all. */
export type Offered = (wave: string, question: Question) => readonly number[] | undefined;

/** An `ask` that goes through rows one by one, without a store. */
export function askRows(
  survey: Survey,
  rows: readonly Row[],
  { offered = () => undefined }: { readonly offered?: Offered } = {},
): Ask {
  return async (request) => ({
    request,
    groups: request.waves.flatMap((wave) => {
      const ofWave = withDerived(
        rows.filter((row) => row.wave === wave),
        request.derived,
      );
      const wanted = [
        ...request.questions.map((id) => questionOf(survey, id)),
        ...derivedIn(request.derived),
      ];
      const questions = wanted.filter(({ id }) => ofWave.some(({ answers }) => id in answers));
      return groupsOf(
        ofWave.filter((row) => isIn(row, request.slice)),
        request.by,
      ).map(
        ({ key, members }): Group => ({
          wave,
          key,
          rows: countCodes(members.map(({ weight }) => answerOf(0, weight))).base,
          tallies: new Map(questions.map((question) => [question.id, tallyOf(wave, question, members)])),
        }),
      );
    }),
  });

  function tallyOf(wave: string, question: Question, members: readonly Row[]): Tally {
    const answers = members.flatMap(({ answers: given, weight }) => {
      const value = given[question.id] ?? null;
      return value === null ? [] : [answerOf(value, weight)];
    });
    if (question.type === "number") return sumNumbers(answers);
    const tally = countCodes(answers);
    if (question.type !== "multi" || tally.kind !== "codes") return tally;
    const places = offered(wave, question) ?? question.options.keys();
    return {
      ...tally,
      cells: new Map([...places].map((place) => [place, tally.cells.get(place) ?? emptyCell])),
    };
  }
}

/** Pairs of rows, one by one, without a store. */
export function askPairRows(rows: readonly Row[]): AskPairs {
  return async (request) => ({
    request,
    groups: request.waves.flatMap((wave) => {
      const inSlice = rows.filter((row) => row.wave === wave && isIn(row, request.slice));
      return groupsOf(inSlice, request.by).flatMap(({ key, members }): PairGroup[] => {
        const joint = members.map((row) => countedAs(jointRow(row), request.as));
        const found = pairsOfRows(joint, request.questions, request.sets);
        return found.answered.size > 0 ? [{ ...found, wave, key }] : [];
      });
    }),
  });
}

/** Answers by score, and as differences of two. */
function countedAs({ answers, ...row }: JointRow, as: PairsRequest["as"] = {}): JointRow {
  const counted = Object.entries(as).map(([id, how]): [string, number | null] => {
    const answer = answers[id] ?? null;
    if (how.kind === "scores") return [id, answer === null ? null : (how.scores[answer] ?? null)];
    const other = answers[how.question] ?? null;
    return [id, answer === null || other === null ? null : answer - other];
  });
  return { ...row, answers: { ...answers, ...Object.fromEntries(counted) } };
}

function jointRow({ answers, weight }: Row): JointRow {
  const numbers = Object.entries(answers).map(([id, value]): [string, number | null] => [
    id,
    typeof value === "number" ? value : null,
  ]);
  return { answers: Object.fromEntries(numbers), ...(weight === undefined ? {} : { weight }) };
}

function answerOf(value: Answer["value"], weight: Row["weight"]): Answer {
  return weight === undefined ? { value } : { value, weight };
}

function isIn({ places }: Row, slice: CountsRequest["slice"]): boolean {
  return Object.entries(slice).every(([name, values]) => {
    const isOut = name.endsWith("!");
    const place = places[isOut ? name.slice(0, -1) : name] ?? "";
    if (values.length === 0) return true;
    return isOut ? !values.includes(place) && place !== withheldValue : values.includes(place);
  });
}

function groupsOf(rows: readonly Row[], by: readonly string[]) {
  const keyOf = ({ places }: Row) => by.map((dimension) => places[dimension] ?? null);
  const groups = Map.groupBy(rows, (row) => JSON.stringify(keyOf(row)));
  return [...groups.values()].flatMap((members) => (members[0] ? [{ key: keyOf(members[0]), members }] : []));
}
