import type { RecordedQuestion, VersionRecord } from "../survey/version-record.ts";

/** What a question is called. */
export type QuestionName = Pick<RecordedQuestion, "id" | "short">;

/** Questions that one wave asks and what it is compared with does not, or the other way round. */
export interface AskedChange {
  readonly wave: string;
  /** The wave before, for a wave that is new; absent where the same wave is compared in two versions. */
  readonly against?: string;
  readonly appeared: readonly QuestionName[];
  readonly vanished: readonly QuestionName[];
}

export interface QuestionChanges {
  /** In the survey of the later version only. */
  readonly appeared: readonly QuestionName[];
  /** In the survey of the earlier version only. */
  readonly vanished: readonly QuestionName[];
  /** Questions of both versions that a wave came to ask or asks no more; waves without such are left out. */
  readonly asked: readonly AskedChange[];
}

/** Questions that came or went between two versions, in the survey and in its waves. */
export function questionChanges(before: VersionRecord, after: VersionRecord): QuestionChanges {
  const common = after.questions.flatMap((question) => {
    const old = before.questions.find(({ id }) => id === question.id);
    return old?.asked && question.asked
      ? [{ name: nameOf(question), was: old.asked, is: question.asked }]
      : [];
  });
  const asked = after.waves.map(({ id: wave }, at): AskedChange | undefined => {
    const isNew = !before.waves.some(({ id }) => id === wave);
    const against = isNew ? after.waves[at - 1]?.id : undefined;
    if (isNew && against === undefined) return undefined;
    const askedBefore = ({ was, is }: (typeof common)[number]) =>
      against === undefined ? was.includes(wave) : is.includes(against);
    const names = (test: (question: (typeof common)[number]) => boolean) =>
      common.filter(test).map(({ name }) => name);
    return {
      wave,
      ...(against === undefined ? {} : { against }),
      appeared: names((question) => question.is.includes(wave) && !askedBefore(question)),
      vanished: names((question) => !question.is.includes(wave) && askedBefore(question)),
    };
  });
  return {
    appeared: onlyIn(after, before),
    vanished: onlyIn(before, after),
    asked: asked.flatMap((change) =>
      change && change.appeared.length + change.vanished.length > 0 ? [change] : [],
    ),
  };
}

function onlyIn(one: VersionRecord, other: VersionRecord): readonly QuestionName[] {
  return one.questions
    .filter(({ id }) => !other.questions.some((question) => question.id === id))
    .map(nameOf);
}

function nameOf({ id, short }: QuestionName): QuestionName {
  return { id, short };
}
