import { askedHow, type WaveHeld } from "../intake/responses/asked-how.ts";
import { findBreaks, type QuestionInWave } from "../survey/find-breaks.ts";
import { isChoiceQuestion, type Question } from "../survey/question.ts";
import type { Reading } from "../survey/reading.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { questionsOf } from "../survey/wave-table.ts";
import type { PreparedTable, PreparedWave } from "./prepared.ts";

interface ReadSurvey {
  readonly reading: Reading;
  readonly waves: readonly PreparedWave[];
  readonly tables: readonly PreparedTable[];
}

/**
 * A survey whose questions know their breaks over all waves and the waves that did not ask them (M33), from what the
 * codebook says of each wave and the columns that its file has; and which options a wave did not have.
 */
export function withBreaks(survey: Survey, read: ReadSurvey): Survey {
  const order = waveIds(survey);
  const waves = new Map([...heldWaves(read), ...printedWaves(read)]);
  const knowing = (question: Question): Question => {
    const facts = new Map(order.map((wave) => [wave, waves.get(wave)?.(question) ?? unasked]));
    const inWave = (wave: string) => facts.get(wave) ?? unasked;
    return {
      ...question,
      breaks: findBreaks(question, { waves: order, inWave }),
      notAskedIn: order.filter((wave) => !inWave(wave).asked),
      ...notOffered(question, facts),
    };
  };
  return { ...survey, questions: survey.questions.map(knowing) };
}

function notOffered(
  question: Question,
  facts: ReadonlyMap<string, QuestionInWave>,
): Pick<Question, "notOffered"> {
  if (!isChoiceQuestion(question)) return {};
  const lacking = [...facts].flatMap(([wave, { options }]) => {
    const ids = question.options.map(({ id }) => id).filter((id) => options?.includes(id) === false);
    return ids.length === 0 ? [] : [[wave, ids] as const];
  });
  return lacking.length === 0 ? {} : { notOffered: Object.fromEntries(lacking) };
}

const unasked: QuestionInWave = { asked: false };

type InWave = (question: Question) => QuestionInWave;

function heldWaves({ reading, waves }: ReadSurvey): readonly (readonly [string, InWave])[] {
  return waves.map(({ wave, quality, layout }) => {
    const held: WaveHeld = {
      variables: reading.waves.find((one) => one.wave === wave)?.variables ?? [],
      found: new Set(Object.keys(quality.items)),
      columns: new Set(layout.columns),
    };
    return [wave, (question) => askedHow(question, held)];
  });
}

/** Of a printed table only that it has a question is known: an option without a figure may have been offered. */
function printedWaves({ tables }: ReadSurvey): readonly (readonly [string, InWave])[] {
  return tables.map(({ wave, table }) => {
    const printed = questionsOf(table);
    return [wave, (question) => ({ asked: printed.has(question.id) })];
  });
}
