import type { ReadText } from "./interpret-texts.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

/** The file of what was done about findings must be there. Nothing of it is used yet, so it is not looked into. */
export function checkRemedies({ remedies }: Codebook, notebook: Notebook, readText: ReadText): void {
  if (remedies === undefined || readText(remedies) !== undefined) return;
  notebook.stop(["remedies"], {
    message: `The file of remedies "${remedies}" can't be found or read`,
    expected: "a CSV file at this path, relative to the codebook",
    mend: "Correct the path, or add the file.",
    value: remedies,
  });
}
