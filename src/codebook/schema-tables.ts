import { z } from "zod";
import { code } from "./schema-values.ts";

/**
 * A printed table of a wave. As it stands, a row is a count: question,option,count, and where known base and slice.
 * Tables of another shape say which of their columns is what.
 */
export const table = z.strictObject({
  file: z.string().describe("A CSV, relative to the codebook"),
  rows: z
    .record(z.string(), code)
    .optional()
    .describe("Only rows with these values: column → value, such as { Period: 2015 }"),
  question: z.string().optional().describe("The column of question ids. Default: question"),
  questions: z.record(z.string(), z.string()).optional().describe("Value of that column → question id"),
  option: z.string().optional().describe("The column of option codes. Default: option"),
  options: z
    .record(z.string(), z.string())
    .optional()
    .describe("For a table with a column an option: option code → column"),
  count: z.string().optional().describe("The column of counts. Default: count"),
  percent: z
    .union([z.boolean(), z.string()])
    .optional()
    .describe("true, or the column: shares in percent, where no counts survive"),
  base: z
    .string()
    .optional()
    .describe("The column of the number who answered. Default: base, where there is one"),
  slice: z
    .record(z.string(), z.string())
    .optional()
    .describe("Dimension id → column of its codes. Default: one column slice, region=East"),
});
