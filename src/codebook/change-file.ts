import Papa from "papaparse";
import { suggestion } from "../survey/nearest.ts";
import type { Version } from "../survey/question.ts";
import { type SmallTable, smallTable } from "../survey/small-table.ts";
import type { Text } from "../survey/text.ts";
import { type ReadText, textOf } from "./interpret-texts.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

/** What changed in questions, as a file of its own lists it. */
export interface Changes {
  /** Path relative to the codebook. */
  readonly file: string;
  /** By question id, in the order of the file. */
  readonly of: ReadonlyMap<string, readonly Change[]>;
}

export interface Change {
  readonly version: Version;
  readonly line: number;
}

const needed = ["question", "from"];
const columns = [...needed, "comparable", "reason", "reason_zh", "text", "text_zh"];
const answers: Readonly<Record<string, boolean>> = {
  "": false,
  no: false,
  false: false,
  yes: true,
  true: true,
};

type Cells = SmallTable["rows"][number]["cells"];
type Complain = (
  line: number,
  value: string,
  what: { message: string; expected: string; mend: string },
) => void;

/**
 * Reads the file that the codebook's `changes` names: question, from (the first wave with the change), comparable
 * (no, where it is left open), reason and text, these two also in Chinese. Every fault is reported with its line.
 */
export function readChanges(codebook: Codebook, notebook: Notebook, readText: ReadText): Changes {
  const file = codebook.changes ?? "";
  const none = { file, of: new Map() };
  if (codebook.changes === undefined) return none;
  const text = readText(file);
  if (text === undefined) {
    notebook.stop(["changes"], {
      message: `The file of changes "${file}" can't be found or read`,
      expected: "a CSV file at this path, relative to the codebook",
      mend: "Correct the path, or add the file.",
      value: file,
    });
    return none;
  }
  const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [",", ";", "\t"] });
  const table = smallTable(data, errors);
  const complain: Complain = (line, value, what) => notebook.stopIn(file, line, { ...what, value });
  if (!checkHeader(table, complain)) return none;
  const changes = table.rows.flatMap((row) => changeOf(row, { codebook, notebook }, complain) ?? []);
  return { file, of: Map.groupBy(changes, ({ question }) => question) };
}

function checkHeader({ header, faults }: SmallTable, complain: Complain): boolean {
  for (const { line, message } of faults)
    complain(line, "", {
      message,
      expected: "as many cells as the header; quotes in pairs around a cell that holds a separator",
      mend: "Correct the line.",
    });
  for (const name of header)
    if (!columns.includes(name))
      complain(1, name, {
        message: `The file of changes has a column "${name}", which means nothing`,
        expected: `columns of ${columns.join(", ")}`,
        mend: suggestion(name, columns, "Take the column out."),
      });
  const lacking = needed.filter((name) => !header.includes(name));
  for (const name of lacking)
    complain(1, header.join(","), {
      message: `The file of changes has no column "${name}"`,
      expected: "a header row: question,from,comparable,reason",
      mend: "Name the columns as expected.",
    });
  return lacking.length === 0;
}

function changeOf(
  { line, cells }: SmallTable["rows"][number],
  { codebook: { questions, waves }, notebook }: { readonly codebook: Codebook; readonly notebook: Notebook },
  complain: Complain,
): (Change & { readonly question: string }) | undefined {
  const cell = (name: string) => cells.get(name) ?? "";
  const known = (kind: string, column: string, entries: readonly { readonly id: string }[]) => {
    const written = cell(column);
    if (entries.some(({ id }) => id === written)) return true;
    const lost = notebook.lostOf(`${kind}s`);
    if (lost.includes(written)) return false;
    const ids = [...entries.map(({ id }) => id), ...lost];
    complain(line, written, {
      message: `There is no ${kind} "${written}"`,
      expected: `the id of a ${kind} of the codebook`,
      mend: suggestion(written, ids, `Name a ${kind} that exists.`),
    });
    return false;
  };
  const isQuestion = known("question", "question", questions);
  const isWave = known("wave", "from", waves);
  const comparable = answers[cell("comparable").toLowerCase()];
  if (comparable === undefined)
    complain(line, cell("comparable"), {
      message: `"${cell("comparable")}" does not say whether figures may be compared`,
      expected: "yes or no; blank is no",
      mend: "Write yes or no.",
    });
  if (!isQuestion || !isWave || comparable === undefined) return undefined;
  const [reason, text] = [textIn(cells, "reason"), textIn(cells, "text")];
  const version = {
    from: cell("from"),
    comparable,
    ...(reason ? { reason } : {}),
    ...(text ? { text } : {}),
  };
  return { question: cell("question"), line, version };
}

/** A text from the column of its name and that of its Chinese; undefined where both are blank. */
function textIn(cells: Cells, name: string): Text | undefined {
  const [en, zh] = [cells.get(name), cells.get(`${name}_zh`)];
  return en || zh ? textOf({ ...(en ? { en } : {}), ...(zh ? { zh } : {}) }, "") : undefined;
}
