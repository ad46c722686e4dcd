import { plainText, withoutNumber } from "./header-text.ts";
import type { ColumnRole, ExportColumn, ExportForm, ExportHead, ExportLayout } from "./layout.ts";
import { isNo, qualtricsLegacy } from "./qualtrics-legacy.ts";

/** Columns of the tool's own, by ImportId. */
const roles: Readonly<Record<string, ColumnRole>> = {
  startDate: "started",
  endDate: "submitted",
  recordedDate: "tool",
  status: "tool",
  progress: "tool",
  finished: "tool",
  distributionChannel: "tool",
  duration: "duration",
  userLanguage: "language",
  _recordId: "respondent",
  ipAddress: "personal",
  recipientLastName: "personal",
  recipientFirstName: "personal",
  recipientEmail: "personal",
  externalDataReference: "personal",
  locationLatitude: "personal",
  locationLongitude: "personal",
};

/** Timings, browsers, the order of display, topics found in comments. */
const toolSuffix =
  /_(?:FIRST_CLICK|LAST_CLICK|PAGE_SUBMIT|CLICK_COUNT|BROWSER|VERSION|OS|RESOLUTION|DO(?:_.*)?)$|_[0-9a-f]{16,}\w*$/;
/** A question's id; of a loop with the number of the turn before it, of a side-by-side table with that of the column. */
const questionId = /^(?:\w+_)?QID\d+(?:#\d+)?/;
const typedSuffix = /_[^_]+_TEXT$/;

/** Qualtrics: names, texts and a row of JSON with the keys that stay the same; or two rows where it is old. */
export const qualtrics: ExportForm = {
  format: "qualtrics",
  marks: '`{"ImportId": …}` in the third row, or V1, V2, … in the first and ResponseID in the second',
  layoutOf: (head) => layoutOf(head) ?? qualtricsLegacy(head),
};

function layoutOf({ rows: [names = [], texts = [], keys = []] }: ExportHead): ExportLayout | undefined {
  if (!keys.some((cell) => cell.includes('"ImportId"'))) return undefined;
  const imported = keys.map(importName);
  const questions = imported.map((name) => questionId.exec(name)?.[0] ?? name);
  const columns = imported.map((name, place): ExportColumn => {
    const question = questions[place] ?? name;
    const alone = questions.filter((other) => other === question).length === 1;
    const short = (names[place] ?? "").trim();
    return {
      name: name === "" ? short : name,
      aliases: [short],
      role: roleOf(name),
      ...(questionId.test(name)
        ? textOf(texts[place] ?? "", { whole: alone && name === question })
        : bare(texts[place])),
      question,
      ...(typedSuffix.test(name) ? { typed: true } : /_TEXT$/.test(name) ? { open: true } : {}),
    };
  });
  const finished = imported.indexOf("finished");
  return {
    format: "qualtrics",
    headerRows: 3,
    columns,
    notAsked: [],
    missing: [],
    ...(finished < 0 ? {} : { isIncomplete: (cells) => isNo(cells[finished]) }),
  };
}

/** `{"ImportId":"QID1","choiceId":"2"}` and `{"ImportId":"QID1_2"}` are both QID1_2. */
function importName(cell: string): string {
  try {
    const key: unknown = JSON.parse(cell);
    if (typeof key !== "object" || key === null || !("ImportId" in key)) return "";
    const id = String(key.ImportId);
    const choice = "choiceId" in key ? String(key.choiceId) : "";
    return choice === "" || id.endsWith(`_${choice}`) ? id : `${id}_${choice}`;
  } catch {
    return "";
  }
}

function roleOf(name: string): ColumnRole {
  return roles[name] ?? (toolSuffix.test(name) ? "tool" : "answer");
}

function bare(text = ""): { readonly text: string } {
  return { text: plainText(text) };
}

/** "main - sub" is a question and one of its choices, unless the column is the `whole` question. */
function textOf(
  text: string,
  { whole }: { readonly whole: boolean },
): { readonly text: string; readonly part?: string } {
  const plain = plainText(text);
  const cut = whole ? plain.search(/ - Selected Choice$/) : plain.indexOf(" - ");
  if (cut < 0) return { text: withoutNumber(plain) };
  const part = plain
    .slice(cut + 3)
    .replace(/ - Text$/, "")
    .replace(/^Selected Choice - /, "");
  const main = withoutNumber(plain.slice(0, cut));
  return part === "Selected Choice" ? { text: main } : { text: main, part };
}
