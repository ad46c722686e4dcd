import { headerKey, plainText, splitBracket, withoutNumber } from "./header-text.ts";
import type { ColumnRole, ExportColumn, ExportForm, ExportHead, ExportLayout } from "./layout.ts";

/** Columns of the tool's own by code, with their headings in full text (English, German, French). */
const own: Readonly<Record<string, { readonly role: ColumnRole; readonly texts: readonly string[] }>> = {
  id: { role: "respondent", texts: ["responseid", "antwortid", "iddelaréponse"] },
  submitdate: { role: "submitted", texts: ["datesubmitted", "datumabgeschickt", "datedesoumission"] },
  lastpage: { role: "tool", texts: ["lastpage", "letzteseite", "dernièrepage"] },
  startlanguage: { role: "language", texts: ["startlanguage", "startsprache", "languededépart"] },
  seed: { role: "tool", texts: ["seed"] },
  token: { role: "personal", texts: ["token", "accesscode", "zugangscode", "zugangsschlüssel"] },
  startdate: { role: "started", texts: ["datestarted", "datumgestartet", "datedelancement"] },
  datestamp: { role: "tool", texts: ["datelastaction", "datumletzteaktivität", "datedeladernièreaction"] },
  ipaddr: { role: "personal", texts: ["ipaddress", "ipadresse", "adresseip"] },
  refurl: { role: "personal", texts: ["referrerurl", "weiterleitungsurl"] },
  firstname: { role: "personal", texts: ["firstname", "vorname"] },
  lastname: { role: "personal", texts: ["lastname", "nachname"] },
  email: { role: "personal", texts: ["emailaddress", "emailadresse"] },
  interviewtime: { role: "duration", texts: ["totaltime", "gesamtzeit", "tempstotal"] },
};
const timing = /^(?:groupTime\d+|\S+Time|Group time: .*|Question time: .*)$/;
const code = /^[A-Za-z][A-Za-z0-9_]*(?:\[[^\]]*\]){0,2}$/;
/** Surveys that keep no dates are all handed in at this moment. */
const noDate = "1980-01-01 00:00:00";

/** LimeSurvey: answers as codes or as words, headings as codes, as full or shortened words, or as both. */
export const limesurvey: ExportForm = {
  format: "limesurvey",
  marks: "the columns id (Response ID), submitdate, lastpage and startlanguage, or three of them",
  layoutOf,
};

function layoutOf({ rows: [header = []] }: ExportHead): ExportLayout | undefined {
  const codes = header.map(ownCode);
  const marks = ["submitdate", "lastpage", "startlanguage"].filter((mark) => codes.includes(mark));
  if (codes[0] !== "id" || marks.length < 2) return undefined;
  const submitted = codes.indexOf("submitdate");
  return {
    format: "limesurvey",
    headerRows: 1,
    columns: header.map((cell, place) => column(cell, codes[place])),
    notAsked: ["N/A"],
    missing: [],
    clean: (cell, place) => {
      if (place === submitted && cell === noDate) return "";
      // The apostrophe keeps spreadsheets from taking an answer for a formula.
      return cell.startsWith("'=") ? cell.slice(1) : cell;
    },
    ...(submitted < 0 ? {} : { isIncomplete: (cells) => (cells[submitted] ?? "").trim() === "" }),
  };
}

/** The code of one of the tool's own columns, by any of its headings: `id`, `Response ID`, `id. Response ID`. */
function ownCode(header: string): string | undefined {
  const trimmed = header.trim();
  const [first = ""] = trimmed.split(". ", 1);
  if (Object.hasOwn(own, first)) return first;
  const key = headerKey(trimmed);
  return Object.keys(own).find((name) => own[name]?.texts.includes(key));
}

function column(header: string, known: string | undefined): ExportColumn {
  const raw = header.trim();
  const name = plainText(raw);
  const base = { name, aliases: raw === name ? [] : [raw] };
  const role = known === undefined ? undefined : own[known]?.role;
  if (role) return { ...base, role, text: name, question: name };
  if (timing.test(name)) return { ...base, role: "tool", text: name, question: name };
  const { stem, parts } = splitParts(name);
  const answer = { ...base, role: "answer", question: questionOf(stem), text: textOf(stem) } as const;
  if (parts.length === 0) return answer;
  const part = parts.join(", ");
  return { ...answer, part, ...(/^other$|comment$/i.test(part) ? { typed: true } : {}) };
}

/** `Q1[SQ001][1]`, `Text [Row][Column]`, `Q1[SQ001]. Text [Row]`: all that stands in brackets at the end. */
function splitParts(name: string): { readonly stem: string; readonly parts: readonly string[] } {
  const parts: string[] = [];
  let stem = name;
  for (let cut = splitBracket(stem, ["[", "]"]); cut; cut = splitBracket(stem, ["[", "]"])) {
    parts.unshift(cut.part);
    stem = cut.stem;
  }
  return stem === "" ? { stem: name, parts: [] } : { stem, parts };
}

/** Of code and text the code, without what stands in brackets: that is the same for all columns of a question. */
function questionOf(stem: string): string {
  const [first = ""] = stem.split(". ", 1);
  return first !== stem && code.test(first) ? first.replace(/\[.*$/, "") : stem;
}

function textOf(stem: string): string {
  const [first = ""] = stem.split(". ", 1);
  return withoutNumber(first !== stem && code.test(first) ? stem.slice(first.length + 2) : stem);
}
