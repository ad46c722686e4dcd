import { plainText, withoutNumber } from "./header-text.ts";
import type { ColumnRole, ExportColumn, ExportHead, ExportLayout } from "./layout.ts";

/** Columns of the tool's own, by the second header row. */
const roles: Readonly<Record<string, ColumnRole>> = {
  ResponseID: "respondent",
  ResponseSet: "tool",
  Name: "personal",
  ExternalDataReference: "personal",
  EmailAddress: "personal",
  IPAddress: "personal",
  Status: "tool",
  StartDate: "started",
  EndDate: "submitted",
  Finished: "tool",
};
const locations = /^Location(?:Latitude|Longitude|Accuracy)$/;
const suffix = /(?:_\d+)?(?:_TEXT)?$/;

/** Qualtrics before 2017: V1 to V10 for the tool's own columns, and a last column without name and content. */
export function qualtricsLegacy({ rows: [header = [], texts = []] }: ExportHead): ExportLayout | undefined {
  const isOwn = (place: number) => /^V\d+$/.test((header[place] ?? "").trim());
  const own = texts.map((text, place) => (isOwn(place) ? text.trim() : ""));
  if (!isOwn(0) || !own.includes("ResponseID") || !own.includes("Finished")) return undefined;
  const width = header.findLastIndex((cell) => cell.trim() !== "") + 1;
  const finished = own.indexOf("Finished");
  return {
    format: "qualtrics",
    headerRows: 2,
    columns: header
      .slice(0, width)
      .map((cell, place) => column(cell.trim(), texts[place] ?? "", isOwn(place))),
    notAsked: [],
    missing: [],
    isIncomplete: (cells) => isNo(cells[finished]),
  };
}

/** True where the column Finished says no. */
export function isNo(cell = ""): boolean {
  return /^(?:0|false)$/i.test(cell.trim());
}

function column(name: string, written: string, own: boolean): ExportColumn {
  const text = plainText(written);
  if (own) return { name, aliases: [text], role: roles[text] ?? "tool", text, question: name };
  if (locations.test(name)) return { name, aliases: [], role: "personal", text, question: name };
  const question = name.replace(suffix, "");
  const cut = name === question ? -1 : text.indexOf(" - ");
  return {
    name,
    aliases: [],
    role: "answer",
    text: withoutNumber(cut < 0 ? text : text.slice(0, cut)),
    ...(cut < 0 ? {} : { part: text.slice(cut + 3).replace(/-TEXT$| - Text$/, "") }),
    question,
    ...(/_TEXT$/.test(name) ? (name === `${question}_TEXT` ? { open: true } : { typed: true }) : {}),
  };
}
