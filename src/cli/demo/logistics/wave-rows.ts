import { seededRandom } from "../../../stats/random.ts";
import { numberedRows } from "../numbered-rows.ts";
import { inWords } from "./cell-words.ts";
import { daysAnswer, greenAnswer, servicesAnswer, volumeAnswer } from "./choice-answers.ts";
import { comment } from "./comments.ts";
import { experience } from "./experience.ts";
import { kanoAnswers } from "./kano-answers.ts";
import type { Office } from "./network.ts";
import { columnsOf } from "./questionnaire.ts";
import { expectationAnswers, itemAnswers, modestExpectationAnswer, outcomeAnswers } from "./rated-answers.ts";
import { type Respondent, respondent } from "./respondents.ts";
import { claimAnswers, coldChainAnswers } from "./routed-answers.ts";
import { straightLined } from "./straight-lining.ts";
import { fieldwork, type Stratum } from "./strata.ts";
import type { Wave } from "./waves.ts";

/** Column id → cell. */
type Row = Readonly<Record<string, string>>;

/** A wave's rows in the order of the interviews, as codes or words, and its strata. */
export function waveRows(
  offices: readonly Office[],
  wave: Wave,
): { readonly rows: readonly Row[]; readonly strata: readonly Stratum[] } {
  const random = seededRandom(wave.seed);
  // A stream of its own, so that the question added last leaves every other answer as it was.
  const added = seededRandom(wave.seed + 500_000);
  const { answers, strata } = fieldwork(offices, wave, random);
  const answered = offices.flatMap((office) =>
    Array.from({ length: answers.get(office) ?? 0 }, () => {
      const person = respondent(wave, random);
      const cells = {
        ...orderCells(office, person),
        ...answerCells(office, person, wave, { random, added }),
      };
      return { when: person.when, order: random(), cells };
    }),
  );
  const rows = numberedRows(answered, `${wave.year % 100}H${wave.half}-`);
  return { rows: wave.cells === "words" ? rows.map((row) => rowInWords(row, wave)) : rows, strata };
}

function orderCells(office: Office, person: Respondent) {
  return {
    when: person.when,
    seconds: String(person.seconds),
    channel: person.channel,
    region: office.region.code,
    branch: office.branch,
    office: office.code,
    customer_type: person.customerType,
    service_line: person.serviceLine,
  };
}

interface Streams {
  readonly random: () => number;
  readonly added: () => number;
}

function answerCells(office: Office, person: Respondent, wave: Wave, { random, added }: Streams) {
  const lived = experience(office, person, wave.id, random);
  const cells = {
    ...itemAnswers(lived, wave.id, random),
    ...outcomeAnswers(lived, random),
    ...claimAnswers(lived, random),
    ...coldChainAnswers(lived, person, random),
    ...expectationAnswers(person, wave.id, random),
    ...kanoAnswers(person, random),
    services: servicesAnswer(person, random),
    days: daysAnswer(office, person, wave.id, random),
    volume: volumeAnswer(lived, random),
    green: greenAnswer(person, random),
    ...modestExpectationAnswer(added),
    comment: comment(lived, random),
  };
  return person.straightLiner ? straightLined(cells, columnsOf(wave)) : cells;
}

function rowInWords(row: Row, wave: Wave): Row {
  return Object.fromEntries(
    columnsOf(wave).map((column) => [column.id, inWords(row[column.id] ?? "", column)]),
  );
}
