import type {
  CountsByWave,
  FiguresByWave,
  RecordedFigure,
  RecordedQuestion,
  VersionRecord,
} from "../survey/version-record.ts";
import type { QuestionName } from "./question-changes.ts";
import type { FigurePair } from "./restated.ts";

/** What a recorded figure of a question is: a measure of it, the share of an option, or how many answered a text. */
export const figureKinds = ["score", "share", "answered"] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A figure of a question. */
export interface FigureName {
  readonly kind: FigureKind;
  readonly question: QuestionName;
  /** Name of the measure; of a share "share", of a number of answers "answered". */
  readonly measure: string;
  /** Of a share: the option's id. */
  readonly option?: string;
}

/** Every figure of all respondents that both versions have, whatever its status. */
export function figurePairs(before: VersionRecord, after: VersionRecord): readonly FigurePair<FigureName>[] {
  const old = new Map(before.questions.map((question) => [question.id, question]));
  return after.questions.flatMap((question) => {
    const was = old.get(question.id);
    return was ? questionPairs(was, question) : [];
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
