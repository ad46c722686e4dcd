import { headerKey, plainText, splitBracket, withoutNumber } from "./header-text.ts";
import type { ColumnRole, ExportColumn, ExportForm, ExportHead, ExportLayout } from "./layout.ts";

/** "Timestamp" in the languages of forms. */
const timestamps = new Set([
  "timestamp",
  "时间戳记",
  "时间戳",
  "時間戳記",
  "タイムスタンプ",
  "타임스탬프",
  "horodateur",
  "zeitstempel",
  "marcatemporal",
  "carimbodedata/hora",
  "informazionicronologiche",
  "tijdstempel",
  "отметкавремени",
  "sygnaturaczasowa",
]);
const roles: Readonly<Record<string, ColumnRole>> = {
  emailaddress: "personal",
  username: "personal",
  电子邮件地址: "personal",
  电子邮箱地址: "personal",
  emailadresse: "personal",
  adresseemail: "personal",
  direccióndecorreoelectrónico: "personal",
  score: "tool",
};
/** A day and a time of day, in any order of day, month and year. */
const moment = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\D.*\d{1,2}[:.]\d{2}/;

/** Google Forms: questions as headers, `Question [Row]` for the rows of a grid. */
export const googleForms: ExportForm = {
  format: "google-forms",
  marks: "Timestamp first (or its translation), with a date and time below it",
  layoutOf,
};

function layoutOf({ rows: [header = [], answers = []] }: ExportHead): ExportLayout | undefined {
  if (!timestamps.has(headerKey(header[0] ?? "")) || !moment.test((answers[0] ?? "").trim()))
    return undefined;
  return {
    format: "google-forms",
    headerRows: 1,
    columns: header.map(column),
    notAsked: [],
    missing: [],
  };
}

function column(header: string, place: number): ExportColumn {
  const raw = header.trim();
  const name = plainText(raw);
  const base = { name, aliases: raw === name ? [] : [raw] };
  const role = place === 0 ? "submitted" : roles[headerKey(name)];
  if (role) return { ...base, role, text: name, question: name };
  const grid = splitBracket(name, ["[", "]"]);
  if (!grid || grid.stem === "" || grid.part === "")
    return { ...base, role: "answer", text: withoutNumber(name), question: name };
  return { ...base, role: "answer", text: withoutNumber(grid.stem), part: grid.part, question: grid.stem };
}
