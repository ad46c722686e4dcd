import { z } from "zod";

/** Values that stand in several places of a codebook. Descriptions are what the editor shows on hover. */
export const id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, "letters, digits, - and _ only")
  .refine(
    (name) => name !== "constructor" && name !== "prototype",
    "a name that programs don't use themselves",
  )
  .describe("A short stable name, used in addresses and files");
export const code = z.union([z.string(), z.number()]).transform(String);
/** Lists that hold every entry once; editors are told, and the check says which stands twice. */
export const once = { uniqueItems: true };
export const codes = z.array(code).meta(once);
export const names = z.array(z.string()).meta(once);
export const text = z
  .union([
    z.string(),
    z.strictObject({
      en: z.string().optional().describe("English; taken from the Chinese where it is missing"),
      zh: z.string().optional().describe("Chinese; taken from the English where it is missing"),
    }),
  ])
  .describe("A text for all languages, or one for each: { en: …, zh: … }");
export const optionLabels = z.record(z.string(), text).describe("Code → label");
const labelList = z.array(z.string());
const perWave = <Value extends z.ZodType>(value: Value) => z.union([value, z.record(z.string(), value)]);
export const missing = codes.describe(
  "Values that are no answer, looked at after recode; replaces the survey's list. A blank never is one; 5 means 5.0 too",
);
export const notAsked = codes.describe(
  "Values that say that the question was not put to the respondent. Those of the survey tool's own form are known",
);
/** Of a question or dimension, the same or by wave. */
export const missingByWave = perWave(codes).describe(
  "Values that are no answer, a list or one by wave (or default); looked at after recode; replaces the survey's list",
);
export const notAskedByWave = perWave(codes).describe(
  "Values that say that the question was not put to the respondent, a list or one by wave (or default)",
);
export const other = z
  .string()
  .describe(
    "The code of the option that takes in every value that is no option, such as words typed under Other",
  );
export const recode = z
  .record(z.string(), z.record(z.string(), code))
  .describe(
    'By wave (or default): raw value → code, before anything else is looked at. To "": the value is no answer',
  );
export const column = perWave(z.string()).describe(
  "The header of the column, or one by wave: { '2010': Q6N, default: Q7ALL }",
);
export const date = z.iso.date().describe("YYYY-MM-DD");
export const dateFormat = z
  .enum(["mdy", "dmy", "ymd"])
  .describe("The order of day, month and year. Default: found out from days above 12");

export const scale = z.strictObject({
  codes: z.array(z.int().min(0).max(255)).min(2).optional().describe("Whole numbers 0–255, lowest first"),
  min: z.int().min(0).max(255).optional().describe("The lowest code, where all codes up to max are meant"),
  max: z.int().min(0).max(255).optional().describe("The highest code"),
  labels: z
    .union([
      z.strictObject({
        en: labelList.optional().describe("English labels, one for each code"),
        zh: labelList.optional().describe("Chinese labels, one for each code"),
      }),
      labelList,
      z.record(z.string(), text),
    ])
    .optional()
    .describe("What the codes are called: a list, lists by language, or code → label"),
  satisfied: z.array(z.int()).meta(once).optional().describe("Codes that count as satisfied"),
  scores: z
    .array(z.number().min(0))
    .optional()
    .describe("What each code counts in the national score, in the codes' order: [0, 3, 6, 8, 10] (M03)"),
  pictures: z
    .enum(["stars", "faces"])
    .optional()
    .describe("What respondents saw: so many stars as the code says, or a face for each code (M02)"),
});
