import { choiceColumns, columnOf } from "./columns.ts";
import type { Field } from "./field.ts";
import type { DraftLabel } from "./guess.ts";
import type { NamedQuestion } from "./named-questions.ts";
import type { DraftQuestion } from "./questions.ts";
import type { Scales } from "./scales.ts";
import type { DraftWords } from "./words.ts";

export interface EntryOptions {
  readonly waves: readonly string[];
  /** The survey's own list, which needs no repeating. */
  readonly missing: readonly string[];
  readonly scales: Scales;
  readonly say: DraftWords;
}

/** An entry of the codebook, and what is said about it. */
export interface Written {
  readonly id: string;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly doubts: readonly string[];
  readonly comment: string;
}

export function writeDimension({ id, question }: NamedQuestion, options: EntryOptions): Written {
  const { answers } = question.guess;
  const [field] = question.fields;
  if (answers.type !== "single") throw new Error(`dimension ${id} is no single choice but ${answers.type}`);
  const entry = {
    id,
    ...(field.text === id ? {} : { title: field.text }),
    column: columnOf(field, options.waves),
    ...choiceOf(answers),
    ...missingOf(question, options),
  };
  return described(id, entry, question, options);
}

export function writeQuestion({ id, question }: NamedQuestion, options: EntryOptions): Written {
  const { answers } = question.guess;
  const entry = {
    id,
    type: answers.type,
    ...answersOf(question, options),
    ...missingOf(question, options),
    ...textsOf(question, id),
    ...versionsOf(question, options),
    ...(answers.type === "text" ? { publish: "no" } : {}),
  };
  return described(id, entry, question, options);
}

/** Keys that belong to the type of question. */
function answersOf(
  { guess: { answers }, fields, scales }: DraftQuestion,
  { waves, scales: named }: EntryOptions,
): Readonly<Record<string, unknown>> {
  const [field] = fields;
  const column = columnOf(field, waves);
  switch (answers.type) {
    case "rating":
      return { scale: named.nameOf(scales?.[0]?.scale ?? answers.scale), column };
    case "nps":
      return { ...(answers.scale.codes[0] === 0 ? {} : { scale: { min: 1, max: 10 } }), column };
    case "single":
      return { column, ...choiceOf(answers) };
    case "number":
      return {
        column,
        unit: answers.unit ?? "",
        better: answers.better ?? "neither",
        ...(answers.min === undefined ? {} : { min: answers.min }),
      };
    case "text":
      return { column };
    case "multi": {
      const { form, labels, other, none, base } = answers;
      const codes = form.kind === "choices" ? labels.map(({ code }) => code) : undefined;
      return {
        ...(form.kind === "cell"
          ? { column, separator: form.separator }
          : { columns: choiceColumns(fields, codes, waves) }),
        ...(form.kind === "choices" && form.notMentioned ? { mentioned: { not: form.notMentioned } } : {}),
        ...labelled(labels),
        ...(other === undefined ? {} : { other }),
        ...(none === undefined ? {} : { none }),
        ...(base === undefined ? {} : { base }),
      };
    }
  }
}

function choiceOf({
  labels,
  other,
  recode,
}: Extract<DraftQuestion["guess"]["answers"], { type: "single" }>): Readonly<Record<string, unknown>> {
  return {
    ...(recode ? { recode: { default: recode } } : {}),
    ...labelled(labels),
    ...(other === undefined ? {} : { other }),
  };
}

function labelled(labels: readonly DraftLabel[] | undefined): {
  readonly labels?: ReadonlyMap<string, string>;
} {
  // A map keeps the order that labels are written in; an object would put numbers first.
  return labels ? { labels: new Map(labels.map(({ code, text }) => [code, text])) } : {};
}

/** A question's own list replaces the survey's, so it is written wherever the two differ. */
function missingOf(
  { guess, fields }: DraftQuestion,
  { missing }: EntryOptions,
): { readonly missing?: readonly string[] } {
  if (guess.answers.type === "text" || sameList(guess.missing, missing)) return {};
  // Values of the survey's list that do not occur in the question do no harm.
  const needed = missing.filter(
    (value) => guess.missing.includes(value) || fields.some((field) => occurs(field, value)),
  );
  return sameList(guess.missing, needed) ? {} : { missing: guess.missing };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join("\n") === b.toSorted().join("\n");
}

function occurs({ profile }: Field, value: string): boolean {
  return profile.values.has(value) || !profile.complete;
}

const longestShort = 48;

function textsOf(
  { fields, guess }: DraftQuestion,
  id: string,
): { readonly text?: string; readonly short?: string } {
  const [field] = fields;
  const wording = firstWording(field);
  const several = guess.answers.type === "multi" && fields.length > 1;
  const mark = /[.?!:…。？！：]$/.test(wording) ? " " : ": ";
  const item = several || field.part === undefined ? wording : `${wording}${mark}${field.part}`;
  const text = several && field.part === undefined ? severalText(guess.answers, id) : item;
  const short = several || field.part === undefined || field.typed ? text : field.part;
  if (text === id) return { text };
  return { text, ...(short !== text || short.length > longestShort ? { short: shortened(short) } : {}) };
}

/** Headers of columns that are choices themselves don't say what was asked: the first choices stand for it. */
function severalText(answers: DraftQuestion["guess"]["answers"], id: string): string {
  if (answers.type !== "multi" || answers.form.kind !== "choices") return id;
  const texts = answers.labels.map(({ text }) => text);
  return texts.length > 3 ? `${texts.slice(0, 3).join(" / ")} / …` : texts.join(" / ");
}

function shortened(text: string): string {
  if (text.length <= longestShort) return text;
  const cut = text.slice(0, longestShort);
  const blank = cut.lastIndexOf(" ");
  return `${cut.slice(0, blank > longestShort / 2 ? blank : undefined).trimEnd()}…`;
}

/** Words that were put to people, and no code of a data file. */
function isWorded({ text, name }: Field): boolean {
  return text !== name || /\s|\p{Script=Han}/u.test(text);
}

/** The wording of the first wave: later ones stand under `versions`. */
function firstWording(field: Field): string {
  const [wave = ""] = field.headers.keys();
  return isWorded(field) ? (field.wordings.get(wave) ?? field.text) : field.text;
}

/** Waves from which on wording, scale or answers are others. */
function versionsOf(
  { fields: [field], scales, guess }: DraftQuestion,
  { waves, scales: named }: EntryOptions,
): { readonly versions?: readonly unknown[] } {
  const asked = waves.filter((wave) => field.headers.has(wave));
  const worded = isWorded(field);
  const wording = (wave: string | undefined) =>
    wave === undefined ? undefined : (field.wordings.get(wave) ?? field.text);
  const versions = asked.slice(1).flatMap((wave, at) => {
    const scale = (scales ?? []).find(({ from }, place) => place > 0 && from === wave)?.scale;
    const reworded = worded && wording(wave) !== wording(asked[at]);
    if (!scale && !reworded && !field.breaks.includes(wave)) return [];
    const changed = scale && (guess.answers.type === "rating" || guess.answers.type === "nps");
    return [
      {
        from: wave,
        ...(reworded ? { text: wording(wave) } : {}),
        ...(changed ? { scale: named.nameOf(scale) } : {}),
        comparable: "no",
      },
    ];
  });
  return versions.length > 0 ? { versions } : {};
}

function described(
  id: string,
  entry: Readonly<Record<string, unknown>>,
  question: DraftQuestion,
  { say }: EntryOptions,
): Written {
  const [field] = question.fields;
  const doubts = [
    ...question.guess.doubts,
    ...(field.matched === "near" ? [say.matchedNear([...new Set(field.headers.values())])] : []),
    ...(field.breaks.length > 0 ? [say.sameHeaderOtherAnswers(field.breaks)] : []),
  ];
  const { reason } = question.guess;
  return {
    id,
    entry,
    reason,
    doubts,
    comment: [reason, ...doubts.map((doubt) => `${say.decide}${doubt}`)].join("\n"),
  };
}
