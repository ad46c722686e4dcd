import type { FiguresByWave, RecordedFigure, VersionRecord } from "../survey/version-record.ts";

/** So many versions are kept; the oldest goes when another comes. */
export const keptVersions = 3;
/** Raised when what a record holds changes its meaning. */
export const versionsFormat = 1;
/** A value that fits on a line of this length stands on one, so that a diff shows one figure or branch a line. */
const lineLength = 160;

/**
 * The records with the present one at the end, the latest few. The same list where the last has its data version: that
 * one was published as it stands there.
 */
export function withRecord(
  records: readonly VersionRecord[],
  present: VersionRecord,
): readonly VersionRecord[] {
  if (records.at(-1)?.dataVersion === present.dataVersion) return records;
  return [...records, present].slice(-keptVersions);
}

/** The text of `versions.json`: JSON, one thing a line where it fits, the same bytes for the same records. */
export function versionsText(survey: string, records: readonly VersionRecord[]): string {
  return `${printed({ format: versionsFormat, survey, versions: records.map(compactRecord) })}\n`;
}

/** A record with each figure as `[n, value, low, high]`, "low" as a fifth where the base is small, else its status. */
function compactRecord(record: VersionRecord) {
  return {
    ...record,
    questions: record.questions.map((question) => ({
      ...question,
      figures: mapValues(question.figures, compactFigures),
      ...(question.shares ? { shares: mapValues(question.shares, compactFigures) } : {}),
    })),
    ...(record.index
      ? { index: record.index.map((part) => ({ ...part, figures: compactFigures(part.figures) })) }
      : {}),
    branches: record.branches.map((branch) => ({ ...branch, figures: compactFigures(branch.figures) })),
  };
}

function compactFigures(figures: FiguresByWave) {
  return mapValues(figures, compactFigure);
}

function compactFigure(figure: RecordedFigure): unknown {
  if (!("value" in figure)) return figure.status;
  if (figure.status === "published") return [figure.status, figure.value];
  const { n, value, low, high, status } = figure;
  return status === "low" ? [n, value, low, high, status] : [n, value, low, high];
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** JSON on one line where it fits and is no list of things; else one member a line, indented by one. */
function printed(value: unknown, indent = " "): string {
  const line = JSON.stringify(value);
  if (typeof value !== "object" || value === null || indent.length + line.length <= lineLength) return line;
  const inner = `\n${indent}`;
  const outer = `\n${indent.slice(1)}`;
  if (Array.isArray(value))
    return `[${inner}${value.map((item) => printed(item, `${indent} `)).join(`,${inner}`)}${outer}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([key, member]) => `${JSON.stringify(key)}: ${printed(member, `${indent} `)}`);
  return `{${inner}${members.join(`,${inner}`)}${outer}}`;
}
