/** Counts of random respondents, printed and read back, must give the figures of the respondents themselves. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { printedTables } from "../../../src/counts/printed-tables.ts";
import type { Ask, Group } from "../../../src/counts/request.ts";
import { estimateAt } from "../../../src/measures/cascade.ts";
import { measures } from "../../../src/measures/registry.ts";
import { shareOfCodes, shareOfMentions } from "../../../src/measures/share.ts";
import {
  isChoiceQuestion,
  isScaleQuestion,
  type MultiQuestion,
  type Question,
} from "../../../src/survey/question.ts";
import { sameText } from "../../../src/survey/text.ts";
import { sliceText } from "../../../src/views/slice.ts";
import { askRows, type Row } from "../../counts/ask-rows.ts";
import { rating, reason, recommend } from "../../measures/questions.ts";
import { dimension, surveyOf } from "../../measures/surveys.ts";
import { readText } from "./tables.ts";

const media: MultiQuestion = {
  id: "media",
  text: sameText("media"),
  short: sameText("media"),
  versions: [],
  type: "multi",
  base: "answered",
  options: ["tv", "web", "paper"].map((id) => ({ id, label: sameText(id) })),
};
const questions: readonly Question[] = [rating(1, 5, [4, 5]), recommend(), reason, media];
const survey = surveyOf(questions, {
  dimensions: [dimension("region", ["east", "west", "north"]), dimension("age", ["young", "old"])],
});

const orNothing = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 8 });
const respondent: fc.Arbitrary<Row> = fc.record({
  wave: fc.constant("w1"),
  places: fc.record({
    region: orNothing(fc.constantFrom("east", "west", "north")),
    age: orNothing(fc.constantFrom("young", "old")),
  }),
  answers: fc.record({
    item: orNothing(fc.integer({ min: 1, max: 5 })),
    recommend: orNothing(fc.integer({ min: 0, max: 10 })),
    reason: orNothing(fc.integer({ min: 0, max: 1 })),
    media: orNothing(fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1 })),
  }),
});

/** Every option of every question, of everybody and of each value of each dimension. */
async function printedText(ask: Ask): Promise<string> {
  const request = { questions: questions.map(({ id }) => id), waves: ["w1"], by: [], slice: {} };
  const total = await ask(request);
  const lines = total.groups.flatMap((group) => linesOf(group, ""));
  for (const { id, options } of survey.dimensions) {
    const { groups } = await ask({ ...request, by: [id] });
    for (const option of options) {
      const group = groups.find(({ key }) => key[0] === option.id);
      lines.push(...linesOf(group, sliceText({ [id]: [option.id] })));
    }
  }
  return ["question,option,count,base,slice", ...lines].join("\n");
}

function linesOf(group: Group | undefined, slice: string): readonly string[] {
  return questions.flatMap((question) => {
    const tally = group?.tallies.get(question.id);
    return codesOf(question).map(({ id, code }) => {
      const n = tally?.kind === "codes" ? (tally.cells.get(code)?.n ?? 0) : 0;
      return [question.id, id, n, tally?.base?.n ?? 0, slice].join(",");
    });
  });
}

function codesOf(question: Question): readonly { readonly id: string; readonly code: number }[] {
  if (isScaleQuestion(question)) return question.scale.codes.map((code) => ({ id: String(code), code }));
  return isChoiceQuestion(question) ? question.options.map(({ id }, code) => ({ id, code })) : [];
}

/** Every figure of every question, of everybody and of each value of each dimension. */
async function figuresOf(ask: Ask): Promise<readonly unknown[]> {
  const request = { questions: questions.map(({ id }) => id), waves: ["w1"], by: [], slice: {} };
  const whole = await ask(request);
  const figures: unknown[] = [];
  for (const { id, options } of [{ id: "", options: [] }, ...survey.dimensions]) {
    const cascade = id === "" ? [whole] : [whole, await ask({ ...request, by: [id] })];
    const paths = id === "" ? [[]] : options.map((option) => [option.id]);
    for (const path of paths)
      for (const question of questions)
        figures.push([id, ...path, question.id, ...estimatesOf(question, cascade, path)]);
  }
  // Answers come in another order, so that sums can differ in their last digits.
  const digits = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(10)) : value;
  return JSON.parse(JSON.stringify(figures, digits)) as readonly unknown[];
}

function estimatesOf(question: Question, cascade: Parameters<typeof estimateAt>[0], path: readonly string[]) {
  const { base } = survey;
  const at = { question, wave: "w1", base };
  const options = { weighting: "unweighted", base } as const;
  const fitting = Object.values(measures).filter((measure) => measure.appliesTo(question));
  return [
    ...fitting.map((measure) =>
      estimateAt(cascade, path, at, ({ tally, siblings }) =>
        measure.estimate(tally, question, { ...options, siblings }),
      ),
    ),
    ...codesOf(question).flatMap(({ code }) => [
      estimateAt(cascade, path, at, ({ tally }) => shareOfCodes(tally, [code], options)),
      estimateAt(cascade, path, at, ({ tally }) => shareOfMentions(tally, code, options)),
    ]),
  ];
}

test("counts of random respondents, printed and read back, give the same figures", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(respondent, { minLength: 1, maxLength: 60 }), async (rows) => {
      const ask = askRows(survey, rows);
      const { table, problems } = readText(survey, await printedText(ask));
      expect(problems).toEqual([]);
      const expected = await figuresOf(ask);
      expect(await figuresOf(printedTables(survey, [table]).ask)).toEqual(expected);
      expect(JSON.stringify(expected)).toContain('"status"');
    }),
    { numRuns: 60 },
  );
});

test("figures of a hundred respondents are more than words for why there are none", async () => {
  const [rows = []] = fc.sample(fc.array(respondent, { minLength: 100, maxLength: 100 }), {
    numRuns: 1,
    seed: 76,
  });
  const { table } = readText(survey, await printedText(askRows(survey, rows)));
  const figures = JSON.stringify(await figuresOf(printedTables(survey, [table]).ask));
  expect(figures.match(/"value"/g)?.length).toBeGreaterThan(200);
});
