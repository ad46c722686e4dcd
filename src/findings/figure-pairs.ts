import type {
  CountsByWave,
  FiguresByWave,
  RecordedFigure,
  RecordedQuestion,
  VersionRecord,
} from "../survey/version-record.ts";
import type { QuestionName } from "./question-changes.ts";
import type { FigurePair } from "./restated.ts";

/** What a recorded figure is: a measure of a question, the share of an option, how many answered a text, or a part of the index. */
export const figureKinds = ["score", "share", "answered", "index"] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A figure of a question, or of a part of the index. */
export interface FigureName {
  readonly kind: FigureKind;
  /** The question; of the index and its factors what they are called. */
  readonly question: QuestionName;
  /** Name of the measure; of a share "share", of a number of answers "answered", of the index and its factors "index". */
  readonly measure: string;
  /** Of a share: the option's id. */
  readonly option?: string;
}

/** Every figure of all respondents that both versions have, whatever its status. */
export function figurePairs(before: VersionRecord, after: VersionRecord): readonly FigurePair<FigureName>[] {
  const old = new Map(before.questions.map((question) => [question.id, question]));
  const ofQuestions = after.questions.flatMap((question) => {
    const was = old.get(question.id);
    return was ? questionPairs(was, question) : [];
  });
  return [...ofQuestions, ...indexPairs(before, after)];
}

/** The index and its factors, on the same scale in both versions. */
function indexPairs(before: VersionRecord, after: VersionRecord): readonly FigurePair<FigureName>[] {
  return (after.index ?? []).flatMap(({ id, short, unit, figures }) => {
    const was = before.index?.find((part) => part.id === id && part.unit === unit);
    return pairsOf(was?.figures, figures, { kind: "index", question: { id, short }, measure: "index" });
  });
}

function questionPairs(was: RecordedQuestion, is: RecordedQuestion): readonly FigurePair<FigureName>[] {
  const question = { id: is.id, short: is.short };
  return [
    ...Object.entries(is.figures).flatMap(([measure, byWave]) =>
      pairsOf(was.figures[measure], byWave, { kind: "score" as const, question, measure }),
    ),
    ...Object.entries(is.shares ?? {}).flatMap(([option, byWave]) =>
      pairsOf(was.shares?.[option], byWave, { kind: "share" as const, question, measure: "share", option }),
    ),
    ...pairsOf(countFigures(was.answered), countFigures(is.answered), {
      kind: "answered" as const,
      question,
      measure: "answered",
    }),
  ];
}

/** A figure in two versions, for every wave in which both have it. */
export function pairsOf<Subject>(
  before: FiguresByWave | undefined,
  after: FiguresByWave,
  subject: Subject,
): readonly FigurePair<Subject>[] {
  return Object.entries(after).flatMap(([wave, figure]) => {
    const was = before?.[wave];
    return was ? [{ subject, wave, before: was, after: figure }] : [];
  });
}

/** Numbers of answers as figures: each is its own base, and without error. */
function countFigures(counts: CountsByWave = {}): FiguresByWave {
  return Object.fromEntries(
    Object.entries(counts).map(([wave, n]): [string, RecordedFigure] => [
      wave,
      typeof n === "number" ? { status: "ok", n, value: n, low: n, high: n } : { status: n },
    ]),
  );
}
