import { z } from "zod";
import { once } from "./schema-values.ts";

const target = z.strictObject({
  to: z
    .string()
    .describe(
      "The population: a CSV with a column for each dimension, people, and wave where it differs by wave. A row may leave dimensions blank",
    ),
  by: z.array(z.string()).min(1).meta(once).describe("Dimension ids that the population is known by"),
});
const rake = target
  .optional()
  .describe("Weights that meet each dimension's figures (M19). Respondents without a known place get none");
const cells = target
  .optional()
  .describe("Weights that meet every combination of the dimensions: people ÷ respondents (M19)");

/** How a wave is weighted: by a column of its export, or to a population. */
const way = z.union([
  z.string(),
  z.strictObject({ rake, cells }).describe("Weights to be computed: rake or cells"),
]);

/** Keys other than `rake` and `cells` are waves, or `default`. */
export const weight = z
  .union([z.string(), z.object({ rake, cells }).catchall(way)])
  .describe(
    "Column of the respondent's weight; or { rake: { to, by } } or { cells: { to, by } }, a population to weight to; or one of these by wave. A wave without any counts every answer 1",
  );

export type CodebookWeight = z.output<typeof weight>;
export type CodebookTarget = z.output<typeof target>;
/** A way that computes weights, as it is written; exactly one of the two. */
export interface CodebookTargets {
  readonly rake?: CodebookTarget | undefined;
  readonly cells?: CodebookTarget | undefined;
}
