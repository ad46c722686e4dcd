import { z } from "zod";
import { code, id, once, text } from "./schema-values.ts";

const share = z.number().gt(0).lt(1);

const card = {
  id: id.optional(),
  title: text.optional(),
  of: z
    .array(z.string())
    .min(1)
    .meta(once)
    .optional()
    .describe("The graded questions. Default: all that fit"),
  deduct: z
    .boolean()
    .optional()
    .describe("true: too few returned questionnaires cost points, by `deduction` (M05)"),
};

/** Scores by written rules (M03–M06). */
export const scoring = z.strictObject({
  national: z
    .strictObject({
      ...card,
      firm: z.string().optional().describe("The dimension whose values are the sampled firms: two stages"),
      industry: z
        .string()
        .optional()
        .describe("The dimension whose values are the industries that firms are averaged in. Default: one"),
      firms: z
        .union([z.int().positive(), z.record(z.string(), z.int().positive())])
        .optional()
        .describe("How many firms there are: one number, or one by industry"),
    })
    .optional()
    .describe("National service-quality score: grades count by their scale's `scores` (M03)"),
  fiveToOne: z
    .strictObject(card)
    .optional()
    .describe("Five-to-one score: five grades count 5, 4, 3, 2, 1, as a share of the maximum (M04)"),
  deduction: z
    .strictObject({
      threshold: share
        .optional()
        .describe("Share of questionnaires returned that costs nothing. Default: 0.5"),
      step: share.optional().describe("Every full step under the threshold costs. Default: 0.05"),
      points: z.number().positive().max(100).optional().describe("Percentage points a step. Default: 1"),
    })
    .optional()
    .describe("What too few returned questionnaires cost (M05)"),
  sample: z
    .discriminatedUnion("rule", [
      z.strictObject({
        rule: z.literal(1),
        plus: z.int().min(0).optional().describe("Customers to ask whatever their number. Default: 10"),
        share: share.optional().describe("Share of the customers to ask on top. Default: 0.05"),
      }),
      z.strictObject({
        rule: z.literal(2),
        margin: share.optional().describe("Margin of error at 95 %, as a share. Default: 0.05"),
        proportion: share.optional().describe("The share that it is for. Default: 0.5, the hardest"),
      }),
    ])
    .optional()
    .describe("How many customers of a stratum must be asked (M06): rule 1 or rule 2"),
  problems: z
    .strictObject({
      id: id.optional(),
      title: text.optional(),
      of: z
        .array(z.string())
        .min(2)
        .meta(once)
        .describe("Multiple choices whose choices are problems, each question a kind of them"),
      heads: z
        .boolean()
        .optional()
        .describe("true: the report and its branches are headed by it, lower is better. Default: false"),
    })
    .optional()
    .describe("Problems per 100 respondents over several questions, in all and by question (M11)"),
});

const band = z.strictObject({
  id,
  title: text.optional(),
  from: z.number().optional().describe("The lowest index of the band; none of the lowest band"),
  to: z.number().optional().describe("The highest, as the rule is printed. It follows from the next band"),
});

/** Bands of the respondents' own index (M18). */
export const bands = z.strictObject({
  bands: z.array(band).min(2).describe("Bands of the respondents' own index, on the index's scale"),
  outcomes: z
    .array(
      z.strictObject({
        question: z.string().describe("The question that asks who would return, or recommend"),
        sure: z.array(code).min(1).meta(once).describe("The answers that mean surely"),
        title: text.optional(),
      }),
    )
    .min(1)
    .describe("What the bands are held against"),
});

/** Of a multiple choice whose choices are problems (M11). */
export const problems = z
  .array(
    z.strictObject({
      id,
      title: text.optional(),
      of: z.array(code).min(1).meta(once).describe("The choices that are problems of this kind"),
    }),
  )
  .min(1)
  .describe("The choices are problems: counted per 100 respondents, by kind (M11)");

const measureNames = ["mean", "top1", "top2", "bottom2", "net", "satisfied", "nps", "grade"] as const;

export const surveyMeasures = z
  .array(z.enum(measureNames))
  .min(1)
  .meta(once)
  .describe("What pages show of a question; the first that fits is its headline");

export const questionMeasures = z
  .array(z.enum([...measureNames, "csat", "ces", "easy"]))
  .min(1)
  .meta(once)
  .describe("What pages show of this question, the first is its headline. Default: the survey's measures");
