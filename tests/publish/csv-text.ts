import { estimatesCsv } from "../../src/publish/estimates.ts";
import type { EstimatesInput } from "../../src/publish/published-groups.ts";

/** The open results as one text. */
export async function csvText(input: EstimatesInput): Promise<string> {
  return (await Array.fromAsync(estimatesCsv(input))).join("");
}
