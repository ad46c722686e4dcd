import { z } from "zod";
import { exportFormats } from "../survey/reading.ts";
import { question } from "./schema-questions.ts";
import { bands, scoring, surveyMeasures } from "./schema-scoring.ts";
import { table } from "./schema-tables.ts";
import {
  codes,
  column,
  date,
  dateFormat,
  id,
  missing,
  missingByWave,
  names,
  notAsked,
  notAskedByWave,
  once,
  optionLabels,
  other,
  recode,
  scale,
  text,
} from "./schema-values.ts";
import { weight } from "./schema-weight.ts";

const wave = z.strictObject({
  id,
  title: text.optional(),
  start: date.optional(),
  end: date.optional(),
  file: z.string().optional().describe("The wave's export, relative to the codebook"),
  tabulated: z
    .union([z.string(), table, z.array(table).min(1)])
    .optional()
    .describe(
      "Instead of file: printed counts, question,option,count[,base][,slice]; or tables of another shape",
    ),
  respondents: z.int().positive().optional().describe("Of a tabulated wave: how many people were asked"),
  format: z
    .enum(exportFormats)
    .optional()
    .describe("The survey tool that wrote the export. Default: found out"),
  encoding: z
    .enum(["utf-8", "utf-16le", "utf-16be", "gb18030", "windows-1252"])
    .optional()
    .describe("Default: found out; windows-1252 never is"),
  delimiter: z.enum([",", ";", "\t"]).optional().describe("What stands between cells. Default: found out"),
  sheet: z.string().optional().describe("Of a workbook: the sheet's name. Default: the first"),
  invited: z.int().positive().optional().describe("People invited: the response rate's denominator"),
  columns: z
    .record(z.string(), z.string())
    .optional()
    .describe("Question or dimension id → header in this wave"),
});

const dimension = z.strictObject({
  id,
  title: text.optional(),
  column: column
    .optional()
    .describe("The header, or one by wave. A level above one in `branches` needs none"),
  labels: z
    .union([optionLabels, z.string()])
    .optional()
    .describe("Code → label, or a CSV file with code,en,zh"),
  order: z
    .enum(["labels", "value"])
    .optional()
    .describe("Options as the labels are written (default), or by value"),
  other: other.optional(),
  missing: missingByWave.optional(),
  notAsked: notAskedByWave.optional(),
  recode: recode.optional(),
});

const set = z.strictObject({
  id,
  title: text.optional(),
  slice: z.record(z.string(), codes).describe("Dimension id → codes: who belongs to the set"),
});

const pair = z.strictObject({
  expectation: z.string().describe("The question that asks what was expected"),
  perception: z.string().describe("The question that asks what was found"),
  title: text.optional(),
  weight: z
    .number()
    .positive()
    .optional()
    .describe("Weight in the survey's gap, on any scale; on every pair or on none"),
});

const later = z.unknown().optional().describe("Settings of a model that a later version computes");

/** Settings of models; of those that a later version computes the content is not looked at yet. */
const models = z.strictObject({
  bands: bands.optional().describe("Bands of the respondents' own index, and who would return (M18)"),
  path: later,
  kano: later,
  forecast: later,
  plan: later,
  weak: later,
  grading: later,
  kpi: later,
});

const factor = z.strictObject({
  id,
  title: text.optional(),
  weight: z.number().positive().optional().describe("On any scale: weights are made to sum to 1"),
  owner: text.optional().describe("The department that answers for it"),
  get of(): z.ZodArray<z.ZodUnion<readonly [z.ZodString, typeof factor]>> {
    return z
      .array(z.union([z.string(), factor]))
      .min(1)
      .meta(once)
      .describe("Question ids, or factors of its own; to four levels");
  },
});

const index = z.strictObject({
  id,
  title: text.optional(),
  of: z.array(z.string()).min(1).meta(once).describe("Factor ids"),
  measure: z.enum(["index1000", "index100"]).optional().describe("Published on 0–1000 (default) or 0–100"),
  rescale: z
    .enum(["share", "range"])
    .optional()
    .describe("share: 8.5 of 10 counts 0.85; range: the scale's lowest code counts 0"),
  weights: z.enum(["stated", "equal"]).optional().describe("The factors' own weights, or all alike"),
  target: z.number().optional().describe("What the index is meant to reach"),
});

/**
 * The codebook as the analyst writes it. Parsing turns this into a `Survey` and a `Reading`; the JSON Schema for
 * editors is made from it. Descriptions are what the editor shows on hover.
 */
export const codebookSchema = z.strictObject({
  id,
  title: text,
  description: text.optional().describe("What was asked of whom, in a sentence or two"),
  synthetic: z.boolean().optional().describe("true: the answers are invented; every page says so"),
  languages: z
    .array(z.enum(["en", "zh"]))
    .meta(once)
    .optional()
    .describe("Languages of the report, the first one first"),
  respondent: column
    .optional()
    .describe(
      "Column of the respondent's id, unique within a wave; a header, or one by wave. Never published",
    ),
  date: z
    .strictObject({
      column,
      format: dateFormat.optional(),
      publish: z
        .enum(["month", "quarter", "year", "no"])
        .optional()
        .describe("How exactly the first and last interview of a wave are published. Default: month"),
    })
    .optional()
    .describe("When the interviews took place; single days never leave the build"),
  weight: weight.optional(),
  missing: missing.optional(),
  notAsked: notAsked.optional(),
  base: z
    .strictObject({
      minimum: z.int().min(1).optional().describe("On fewer answers nothing is shown. Default: 5"),
      caution: z.int().min(1).optional().describe("On fewer answers figures are flagged. Default: 30"),
      pool: z
        .record(z.string(), z.int().min(2))
        .optional()
        .describe("Level of the hierarchy → over how many waves its branches are shown together (M35)"),
    })
    .optional()
    .describe("How many answers a figure needs"),
  publish: z
    .enum(["protected", "rows", "pages"])
    .optional()
    .describe(
      "What a reader's browser may download: protected (default), rows: the coded answers, or pages only",
    ),
  quality: z
    .strictObject({
      duration: column.optional(),
      minimum: z
        .number()
        .positive()
        .optional()
        .describe("Seconds under which an interview counts as too fast"),
      badCells: z
        .number()
        .min(0)
        .max(1)
        .optional()
        .describe(
          "Share of bad cells among a column's answers, or of unreadable weights, that stops the build",
        ),
      incomplete: z
        .enum(["keep", "reject"])
        .optional()
        .describe("Interviews that the export marks as not finished. Default: keep, and count them"),
    })
    .optional()
    .describe("What counts as a bad interview or a bad column"),
  filters: names.optional().describe("Dimensions that a reader may filter by"),
  sets: z.array(set).optional().describe("Named slices that a reader can pick"),
  waves: z.array(wave).min(1).describe("Rounds of interviews, oldest first"),
  strata: z
    .string()
    .optional()
    .describe("A CSV of customers served, handed out and returned by wave and group: gives response rates"),
  branches: z
    .string()
    .optional()
    .describe(
      "A CSV of the hierarchy's branches through time: branch,level,parent,name[,name_en,name_zh],from,until,into",
    ),
  changes: z
    .string()
    .optional()
    .describe("A CSV of what changed in questions: question,from,comparable,reason,reason_zh,text,text_zh"),
  remedies: z.string().optional().describe("A CSV of what was done about findings"),
  dimensions: z.array(dimension).optional().describe("Who answered: groups that figures are broken down by"),
  hierarchy: names.optional().describe("Dimension ids, widest first: gives the branch pages"),
  segments: names.optional().describe("Dimension ids: rankings are made within these groups"),
  scales: z.record(z.string(), scale).optional().describe("Answer scales by name, for several questions"),
  questions: z.array(question).min(1).describe("What was asked"),
  factors: z.array(factor).optional().describe("Items under a common name; pages group by them"),
  index: index.optional().describe("One figure made of factors (M10)"),
  pairs: z.array(pair).optional().describe("Questions asked twice: what was expected, what was found (M09)"),
  scoring: scoring.optional().describe("Scores by written rules: national, five-to-one, samples (M03–M06)"),
  models: models.optional().describe("Settings of models"),
  outcome: z.string().optional().describe("The question that heads the report"),
  measures: surveyMeasures.optional(),
});

export type Codebook = z.output<typeof codebookSchema>;
export type CodebookQuestion = Codebook["questions"][number];
export type CodebookText = z.output<typeof text>;
export type CodebookScale = z.output<typeof scale>;
export type CodebookFactor = z.output<typeof factor>;
