import { valueAt } from "./key-path.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

/** Lists in which a value may come twice: words, points, and codes of scales, whose order is held to elsewhere. */
const mayRepeat = new Set(["labels", "scores", "codes"]);
/** Models of which the content is not looked at yet, and places in another order. */
const notLookedAt = new Set(["path", "kano", "forecast", "plan", "weak", "grading", "kpi"]);

/**
 * Every list of codes or names holds each of them once: a code that stands twice would be counted twice, a measure or
 * an outcome be published twice.
 */
export function checkRepeats(codebook: Codebook, notebook: Notebook): void {
  look(codebook, [], notebook);
}

function look(value: unknown, path: KeyPath, notebook: Notebook): void {
  if (typeof value !== "object" || value === null) return;
  const key = String(path.at(-1) ?? "");
  if (mayRepeat.has(key) || (path[0] === "models" && path.length === 2 && notLookedAt.has(key))) return;
  if (Array.isArray(value)) tellRepeats(value, path, notebook);
  else if (readsColumns(path)) tellSharedColumns(value, path, notebook);
  for (const [step, inner] of Object.entries(value))
    look(inner, [...path, Array.isArray(value) ? Number(step) : step], notebook);
}

function tellRepeats(list: readonly unknown[], path: KeyPath, notebook: Notebook): void {
  const entries = list.map((one) => (typeof one === "object" ? undefined : String(one).trim()));
  entries.forEach((entry, at) => {
    const place = [...path, at];
    // Where a list has a check of its own, that has told it in its own words.
    if (entry === undefined || entries.indexOf(entry) === at || notebook.hasTold(place)) return;
    notebook.stop(place, {
      message: `"${entry}" stands twice in ${listName(path)}`,
      expected: "every entry once",
      mend: "Take one of the two out, or correct it: what stands twice would count twice.",
      value: entry,
    });
  });
}

/** The key that a list stands under, also where waves or dimensions stand between. */
function listName(path: KeyPath): string {
  return String(path.findLast((step) => typeof step === "string") ?? "the list");
}

/** Choices of a multiple choice and options of a printed table, each in a column of its own. */
function readsColumns(path: KeyPath): boolean {
  const [top, , key] = path;
  return (top === "questions" && key === "columns") || (top === "waves" && path.at(-1) === "options");
}

function tellSharedColumns(map: object, path: KeyPath, notebook: Notebook): void {
  const before = new Map<string, string>();
  for (const choice of Object.keys(map)) {
    const column = valueAt(map, [choice]);
    if (typeof column !== "string") continue;
    const first = before.get(column.trim());
    if (first === undefined) before.set(column.trim(), choice);
    else
      notebook.stop([...path, choice], {
        message: `The choices "${first}" and "${choice}" read the same column`,
        expected: "a column of its own for each",
        mend: "Correct one of the two.",
        value: column,
      });
  }
}
