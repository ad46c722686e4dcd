import { z } from "zod";
import { codebookSchema } from "./schema.ts";

/** The codebook's format as JSON Schema, for editors. */
export function jsonSchemaText(): string {
  return `${JSON.stringify({ title: "Manyi codebook (survey.yaml)", ...z.toJSONSchema(codebookSchema, { io: "input" }) }, null, 1)}\n`;
}
