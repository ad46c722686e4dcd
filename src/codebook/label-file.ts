import Papa from "papaparse";
import type { Option } from "../survey/question.ts";
import { smallTable } from "../survey/small-table.ts";
import { textOf } from "./interpret-texts.ts";
import type { Notebook } from "./notebook.ts";
import type { KeyPath } from "./yaml-source.ts";

/** Options, in the order of the file, from CSV with the columns code, en, zh. Every code stands there once. */
export function readLabels(
  text: string,
  { file, path, notebook }: { readonly file: string; readonly path: KeyPath; readonly notebook: Notebook },
): readonly Option[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t"] });
  const { header, rows, faults } = smallTable(data, errors);
  if (!header.includes("code")) {
    notebook.stop(path, {
      message: `The label file "${file}" has no column "code"`,
      expected: "a header row: code,en,zh",
      mend: "Name the columns code, en and zh.",
      value: header.join(","),
    });
    return [];
  }
  const wrong = (line: number, message: string, expected: string) =>
    notebook.stopIn(file, line, { message, expected, mend: "Correct the label file." });
  for (const { line, message } of faults)
    wrong(line, message, "as many cells as the header; quotes in pairs around a cell that holds a separator");
  const seen = new Map<string, number>();
  return rows.map(({ line, cells }) => {
    const id = cells.get("code") ?? "";
    const before = seen.get(id);
    if (id === "") wrong(line, "The row has no code", "a code, and its label");
    else if (before !== undefined)
      wrong(line, `The code "${id}" stands in line ${before} already`, "every code once");
    else seen.set(id, line);
    const [en, zh] = [cells.get("en"), cells.get("zh")];
    return { id, label: textOf({ ...(en ? { en } : {}), ...(zh ? { zh } : {}) }, id) };
  });
}
