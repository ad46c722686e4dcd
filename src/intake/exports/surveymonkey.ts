import { headerKey, plainText, withoutNumber } from "./header-text.ts";
import type { ColumnRole, ExportColumn, ExportForm, ExportHead, ExportLayout } from "./layout.ts";

/** Columns of the tool's own, which have no second header. */
const roles: Readonly<Record<string, ColumnRole>> = {
  respondentid: "respondent",
  collectorid: "tool",
  datecreated: "started",
  startdate: "started",
  datemodified: "submitted",
  enddate: "submitted",
  ipaddress: "personal",
  emailaddress: "personal",
  firstname: "personal",
  lastname: "personal",
  customdata1: "personal",
  custom1: "personal",
  languagecode: "language",
};
/** Second headers of columns that are the whole question. */
const openEnded = "Open-Ended Response";
const whole = new Set(["Response", openEnded]);
const typed = /^other\b.*\(.*\)$|\(please specify\)/i;

/** SurveyMonkey: questions in the first row, blank where one goes on; choices and rows in the second. */
export const surveymonkey: ExportForm = {
  format: "surveymonkey",
  marks: "Respondent ID first, and a second header row with Response, Open-Ended Response or choices",
  layoutOf,
};

function layoutOf({ rows: [first = [], second = []] }: ExportHead): ExportLayout | undefined {
  if (headerKey(first[0] ?? "") !== "respondentid" || (second[0] ?? "").trim() !== "") return undefined;
  const continues = first.some((cell, place) => cell.trim() === "" && (second[place] ?? "").trim() !== "");
  if (!continues && !second.some((cell) => whole.has(cell.trim()))) return undefined;
  return {
    format: "surveymonkey",
    headerRows: 2,
    columns: columnsOf(first, second),
    notAsked: [],
    missing: [],
  };
}

function columnsOf(first: readonly string[], second: readonly string[]): readonly ExportColumn[] {
  const seen = new Map<string, number>();
  let raw = "";
  let question = "";
  return first.map((cell, place): ExportColumn => {
    const choice = plainText(second[place] ?? "");
    const role = choice === "" ? roles[headerKey(cell)] : undefined;
    if (cell.trim() !== "") {
      raw = cell.trim();
      // Two questions may have the same words: each begins with a text of its own.
      const times = (seen.get(raw) ?? 0) + 1;
      seen.set(raw, times);
      question = times === 1 ? plainText(raw) : `${plainText(raw)}#${times}`;
    } else if (choice === "") return { name: "", aliases: [], role: "tool", text: "", question: "" };
    return column(raw, choice, { question, role: role ?? "answer" });
  });
}

function column(
  raw: string,
  choice: string,
  { question, role }: { readonly question: string; readonly role: ColumnRole },
): ExportColumn {
  const text = plainText(raw);
  const part = whole.has(choice) ? "" : choice;
  const name = part === "" ? text : `${text} [${part}]`;
  return {
    name,
    aliases: part === "" && raw !== text ? [raw] : [],
    role,
    text: withoutNumber(text),
    ...(part === "" ? {} : { part }),
    question,
    ...(typed.test(part) ? { typed: true } : {}),
    ...(choice === openEnded ? { open: true } : {}),
  };
}
