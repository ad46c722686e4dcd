import type { WaveSheet } from "./align.ts";
import { columnOf } from "./columns.ts";
import type { Dimensions } from "./dimensions.ts";
import type { DraftOptions } from "./draft.ts";
import { isOverall } from "./header-words.ts";
import { Ids } from "./ids.ts";
import { type NamedQuestion, nameQuestions } from "./named-questions.ts";
import { partialLines } from "./one-wave.ts";
import { type Written, writeDimension, writeQuestion } from "./question-entry.ts";
import type { Refused } from "./questions.ts";
import { keyLines, leftOutLines, type ReportLine } from "./report-lines.ts";
import type { Roles } from "./roles.ts";
import { Scales } from "./scales.ts";
import { type DraftWords, draftWords } from "./words.ts";

/** A comment and the key or list entry that it stands above. */
export interface Comment {
  readonly path: readonly (string | number)[];
  readonly text: string;
}

/** A codebook, the comments in it, and what the report says. */
export interface Draft {
  readonly body: Readonly<Record<string, unknown>>;
  readonly comments: readonly Comment[];
  /** Comment lines at the end of the codebook: what was left out. */
  readonly closing: readonly string[];
  readonly report: {
    readonly guessed: readonly ReportLine[];
    readonly toDecide: readonly ReportLine[];
    readonly leftOut: readonly ReportLine[];
  };
}

interface Parts extends Dimensions {
  readonly waves: readonly WaveSheet[];
  readonly roles: Roles;
  readonly refused: readonly Refused[];
}

/** Puts the guesses together as a codebook, in the order in which an analyst reads it. */
export function assemble(parts: Parts, options: DraftOptions): Draft {
  const say = draftWords[options.language];
  const waves = parts.waves.map(({ wave }) => wave);
  const ids = new Ids();
  const dimensions = nameQuestions(parts.dimensions, ids);
  const questions = nameQuestions(parts.questions, ids);
  const missing = commonMissing([...dimensions, ...questions]);
  const scales = new Scales(questions);
  const entry = { waves, missing, scales, say };
  const writtenDimensions = dimensions.map((named) => writeDimension(named, entry));
  const writtenQuestions = questions.map((named) => writeQuestion(named, entry));
  const idOf = (wanted: (typeof parts.dimensions)[number]) =>
    dimensions.find(({ question }) => question === wanted)?.id ?? "";
  const hierarchy = parts.hierarchy.map(idOf);
  const factors = factorsOf(questions, ids);
  const outcome = outcomeOf(questions, waves.at(-1) ?? "");
  const body = withoutEmpty({
    id: options.id,
    title: options.title,
    ...rowKeys(parts.roles, waves),
    missing,
    base: { minimum: 5, caution: 30 },
    waves: parts.waves.map((wave) => waveEntry(wave, options)),
    hierarchy,
    dimensions: writtenDimensions.map(({ entry: one }) => one),
    scales: scales.entries(),
    questions: writtenQuestions.map(({ entry: one }) => one),
    factors,
    outcome: outcome?.id,
    measures: questions.some(({ question }) => question.guess.answers.type === "nps")
      ? ["mean", "top2", "nps"]
      : ["mean", "top2"],
  });
  const leftOut = leftOutLines(parts, say);
  const partial = partialLines([...dimensions, ...questions], waves, say);
  const keys = keyLines(parts, { outcome: outcome?.id, missing }, say);
  const levels = { key: "hierarchy", text: parts.nested ? say.hierarchyNested : say.hierarchyLone };
  const head = outcome ? [{ key: "outcome", text: outcomeReason(outcome, say) }] : [];
  return {
    body,
    comments: [
      ...[...keys, levels, ...head].flatMap(({ key, text }) =>
        key in body ? [{ path: [key], text: capital(text) }] : [],
      ),
      ...entryComments("dimensions", writtenDimensions),
      ...entryComments("questions", writtenQuestions),
    ],
    closing:
      leftOut.length > 0 ? [say.leftOutHeading, ...leftOut.map(({ key, text }) => `- ${key}: ${text}`)] : [],
    report: { ...reportOf([...writtenDimensions, ...writtenQuestions], [...keys, ...partial], say), leftOut },
  };
}

function outcomeReason({ question: { fields } }: NamedQuestion, say: DraftWords): string {
  return isOverall(fields[0]) ? say.outcomeByWords : say.outcomeFirst;
}

function reportOf(
  written: readonly Written[],
  keys: readonly ReportLine[],
  say: DraftWords,
): Pick<Draft["report"], "guessed" | "toDecide"> {
  return {
    guessed: written.map(({ id, reason, doubts }) => ({
      key: id,
      text: `${reason} ${say.confidence(doubts.length)}`,
    })),
    toDecide: [...keys, ...written.flatMap(({ id, doubts }) => doubts.map((text) => ({ key: id, text })))],
  };
}

function rowKeys(
  { respondent, date, dateFormat, weight, duration }: Roles,
  waves: readonly string[],
): Readonly<Record<string, unknown>> {
  return {
    respondent: respondent && columnOf(respondent, waves),
    date: date && {
      column: columnOf(date, waves),
      ...(dateFormat ? { format: dateFormat } : {}),
      publish: "month",
    },
    weight: weight && columnOf(weight, waves),
    quality: duration && { duration: columnOf(duration, waves) },
  };
}

function waveEntry({ wave, sheet }: WaveSheet, { titles }: DraftOptions): Readonly<Record<string, unknown>> {
  const title = titles.get(wave);
  return withoutEmpty({
    id: wave,
    title: title === wave ? undefined : title,
    file: `waves/${sheet.file}`,
    format: sheet.layout.format === "plain" ? undefined : sheet.layout.format,
    encoding: sheet.encoding,
    sheet: sheet.workbook && !sheet.workbook.first ? sheet.workbook.sheet : undefined,
  });
}

/** Items of one stem that are rated make a factor; it takes two. */
function factorsOf(questions: readonly NamedQuestion[], ids: Ids) {
  const rated = questions.filter(
    ({ question: { guess, stem } }) => guess.answers.type === "rating" && stem !== undefined,
  );
  const groups = Map.groupBy(rated, ({ question }) => question.stem ?? "");
  return [...groups].flatMap(([stem, items]) =>
    items.length < 2
      ? []
      : [{ id: ids.take(`${stem}`, "factor"), title: stem, of: items.map(({ id }) => id) }],
  );
}

/** The overall rating by its words; else the first rating, else the first recommend question. */
function outcomeOf(questions: readonly NamedQuestion[], newest: string): NamedQuestion | undefined {
  const ofType = (type: string) => questions.filter(({ question }) => question.guess.answers.type === type);
  const answers = ({ question: { fields } }: NamedQuestion) => fields[0].profiles.get(newest)?.answered ?? 0;
  const most = Math.max(0, ...ofType("rating").map(answers));
  // Not one that few were asked, or that the newest wave lacks.
  const rated = ofType("rating").filter((one) => 2 * answers(one) >= most);
  const overall = rated.find(
    ({ question: { fields } }) => isOverall(fields[0]) && fields[0].part === undefined,
  );
  return overall ?? rated[0] ?? ofType("nps")[0];
}

/** The list of missing values that most questions share becomes the survey's, so that few need one of their own. */
function commonMissing(named: readonly NamedQuestion[]): readonly string[] {
  const rated = named.filter(({ question }) => question.guess.answers.type === "rating");
  const coded =
    rated.length >= 3 ? rated : named.filter(({ question }) => question.guess.answers.type !== "text");
  const lists = Map.groupBy(coded, ({ question }) => JSON.stringify(question.guess.missing));
  const [best] = [...lists].toSorted((a, b) => b[1].length - a[1].length);
  return best && best[1].length >= 3 ? (JSON.parse(best[0]) as string[]) : [];
}

function entryComments(section: string, written: readonly Written[]): readonly Comment[] {
  let before = "";
  return written.flatMap(({ comment }, at) => {
    const same = comment === before;
    before = comment;
    return same || comment === "" ? [] : [{ path: [section, at], text: comment }];
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function withoutEmpty(entries: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(entries).filter(([, value]) => {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return false;
      return typeof value !== "object" || value === null || Object.keys(value).length > 0;
    }),
  );
}
