/** `npm run schema`: writes the JSON Schema of the codebook, which editors read for completion and hover help. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../build/settings.ts";
import { jsonSchemaText } from "../codebook/json-schema.ts";

await writeFile(join(projectRoot, "public", "survey.schema.json"), jsonSchemaText());
