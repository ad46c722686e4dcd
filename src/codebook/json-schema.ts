import { z } from "zod";
import { codebookSchema } from "./schema.ts";

/**
 * The codebook's format as JSON Schema, for editors. That keys of a map are text goes without saying, and is left out:
 * YAML has keys such as `1:`, which editors would complain of.
 */
export function jsonSchemaText(): string {
  const schema = z.toJSONSchema(codebookSchema, {
    io: "input",
    reused: "ref",
    override: ({ jsonSchema }) => {
      const keys = jsonSchema.propertyNames;
      if (typeof keys === "object" && keys.enum === undefined) delete jsonSchema.propertyNames;
    },
  });
  return `${JSON.stringify({ title: "Manyi codebook (survey.yaml)", ...schema }, null, 1)}\n`;
}
