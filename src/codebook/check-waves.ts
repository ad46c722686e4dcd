import { posix } from "node:path";
import { checkTables } from "./check-tables.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

/** Waves have ids and files of their own and stand oldest first; a trend over anything else would lie. */
export function checkWaves(codebook: Codebook, notebook: Notebook): void {
  checkTables(codebook, notebook);
  const { waves } = codebook;
  notebook.unique(
    ["waves"],
    "wave",
    waves.map((wave) => wave.id),
  );
  const files = waves.map(({ file }) => (file === undefined ? undefined : posix.normalize(file)));
  let latest: { readonly id: string; readonly start: string } | undefined;
  waves.forEach(({ id, file, tabulated, start, end }, at) => {
    if ((file === undefined) === (tabulated === undefined)) {
      notebook.stop(["waves", at], {
        message:
          file === undefined ? `The wave "${id}" has no file` : `The wave "${id}" has a file and tables`,
        expected: "file: an export with a row a respondent; or tabulated: printed counts",
        mend: file === undefined ? "Add `file`, or `tabulated`." : "Take one of the two out.",
        rests: ["file", "tabulated"].map((key) => ["waves", at, key]),
      });
    }
    const first = file === undefined ? at : files.indexOf(files[at]);
    if (first < at) {
      notebook.stop(["waves", at, "file"], {
        message: `The waves "${waves[first]?.id}" and "${id}" have the same file`,
        expected: "a file for each wave",
        mend: "Correct one of the two; an export of several waves must be split first.",
        value: file,
      });
    }
    if (start !== undefined && end !== undefined && end < start) {
      notebook.stop(["waves", at, "end"], {
        message: "The wave ends before it starts",
        expected: `a day from ${start} on`,
        mend: "Correct one of the two days.",
        value: end,
      });
    }
    if (start === undefined) return;
    if (latest && start < latest.start) {
      notebook.stop(["waves", at, "start"], {
        message: `The wave starts before "${latest.id}", which stands above it`,
        expected: "waves in the order of time, oldest first",
        mend: "Sort the waves, or correct the day.",
        value: start,
      });
    }
    latest = { id, start };
  });
}
