import { z } from "zod";
import { problems, questionMeasures } from "./schema-scoring.ts";
import {
  codes,
  column,
  dateFormat,
  id,
  missingByWave,
  notAskedByWave,
  once,
  optionLabels,
  other,
  recode,
  scale,
  text,
} from "./schema-values.ts";

const version = z.strictObject({
  from: z.string().describe("The first wave with this wording"),
  text: text.optional(),
  comparable: z
    .union([z.boolean(), z.enum(["yes", "no"]).transform((value) => value === "yes")])
    .optional()
    .describe("no: no change is computed over this wave, and trend lines break here"),
  scale: z.union([z.string(), scale]).optional().describe("The scale from this wave on, where it changed"),
  reason: text.optional().describe("Why, in a few words, for the reader"),
});

const asked = {
  id,
  text: text.optional().describe("The wording put to respondents"),
  short: text.optional().describe("A short name for tables and charts"),
  versions: z.array(version).optional().describe("What changed in the question, and from which wave on"),
  missing: missingByWave.optional(),
  notAsked: notAskedByWave.optional(),
  asked: z
    .record(z.string(), codes)
    .optional()
    .describe(
      "Who was asked: question or dimension id → codes. All of them must hold; the base is only these",
    ),
  recode: recode.optional(),
};

const scaleOrName = z.union([z.string(), scale]).describe("The name of one of `scales`, or a scale in place");
const labels = z.union([optionLabels, z.string()]).describe("Code → label, or a CSV file with code,en,zh");
const columnOrNone = column
  .optional()
  .describe(
    "The header, or one by wave: { '2010': Q6N, default: Q7ALL }. Only a question of printed tables has none",
  );
const choiceColumns = z.union([z.array(z.string()).min(1).meta(once), z.record(z.string(), z.string())]);

/** A question of the codebook, by its type. */
export const question = z.discriminatedUnion("type", [
  z.strictObject({
    ...asked,
    type: z.literal("rating"),
    column: columnOrNone,
    scale: scaleOrName,
    measures: questionMeasures.optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("nps"),
    column: columnOrNone,
    scale: scaleOrName.optional(),
    measures: questionMeasures.optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("single"),
    column: columnOrNone,
    labels: labels.optional(),
    other: other.optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("multi"),
    column: column.optional().describe("One cell that holds all choices, parted by the separator"),
    separator: z
      .string()
      .min(1)
      .optional()
      .describe("What stands between the choices of one cell, such as ┋"),
    columns: z
      .union([choiceColumns, z.record(z.string(), choiceColumns)])
      .optional()
      .describe(
        "{ choice: column } for a column a choice, [column, …] for a column a mention, or either by wave",
      ),
    labels: labels.optional(),
    mentioned: z
      .union([codes, z.strictObject({ not: codes.describe("Cells that are no tick; all else is one") })])
      .optional()
      .describe(
        "Which cells mean ticked: a list (others are bad), or { not: [..] }. Default: any. Blank, missing, 0, no never do",
      ),
    none: z
      .string()
      .optional()
      .describe("The choice that says none of these: who ticked it has answered, and it is no mention"),
    other: other.optional(),
    problems: problems.optional(),
    base: z
      .enum(["answered", "asked"])
      .optional()
      .describe("answered (default): those who ticked something; asked: the silent too"),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("kano"),
    functional: column.describe("How people feel if it is there"),
    dysfunctional: column.describe("How people feel if it is not"),
    codes: z.array(z.int().min(0).max(255)).length(5).describe("I like it … I dislike it, in this order"),
    labels: labels.optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("number"),
    column,
    unit: text.optional().describe("Such as minutes"),
    better: z.enum(["higher", "lower", "neither"]).optional().describe("Which way is good news"),
    min: z.number().optional().describe("The least that can be measured"),
    max: z.number().optional().describe("The most that can be measured"),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("text"),
    column,
    publish: z
      .union([z.literal(false), z.literal("no")], {
        error: "no: the words of a text question are never published, only how many answered",
      })
      .optional()
      .describe("no: the words are never published, only how many answered"),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("date"),
    column,
    format: dateFormat.optional(),
    publish: z.enum(["month", "quarter", "year"]).optional().describe("How exactly. Default: month"),
  }),
]);
