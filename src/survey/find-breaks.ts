import type { Break, BreakCause, Mentions } from "./breaks.ts";
import {
  type AskedOf,
  isScaleQuestion,
  type Question,
  questionIn,
  type Version,
  wordingIn,
} from "./question.ts";
import type { Scale } from "./scale.ts";

/** What is known of a question in one wave beyond the codebook's versions. What is absent is not known. */
export interface QuestionInWave {
  readonly asked: boolean;
  /** Ids of the options, or codes of the scale, that could be given as an answer. */
  readonly options?: readonly string[];
  /** Those that could be given and count as no answer. */
  readonly missing?: readonly string[];
  /** Of a multiple choice: how many answers of a respondent were recorded. */
  readonly mentions?: Mentions;
  /** Whose answers count; empty: everybody's. */
  readonly askedOf?: readonly AskedOf[];
}

export interface FindOptions {
  /** Ids of all waves, oldest first. */
  readonly waves: readonly string[];
  /** What is known of a wave; by default that the question was asked as in any other. */
  readonly inWave?: (wave: string) => QuestionInWave;
}

/** Two neighbouring waves of those that asked a question. */
interface Step {
  readonly waves: readonly string[];
  readonly until: string;
  readonly wave: string;
}

/**
 * M33, the breaks of a question over all waves: what the codebook's versions declare, and every difference between
 * neighbouring waves that asked it. A version waves through what changed at its wave when it says `comparable: yes`.
 * Waves that did not ask the question break nothing; a wave of which something is not known is passed over for it.
 */
export function findBreaks(
  question: Question,
  { waves, inWave = () => ({ asked: true }) }: FindOptions,
): readonly Break[] {
  const asked = waves.filter((wave) => inWave(wave).asked);
  return asked.slice(1).flatMap((wave, at) => {
    const step = { waves, until: asked[at] ?? wave, wave };
    const versions = question.versions.filter(({ from }) => isWithin(step, from)).toSorted(inOrder(waves));
    const found = differences(question, asked.slice(0, at + 1), step, inWave);
    const isAllowed = versions.length > 0 && versions.every((version) => version.comparable);
    const reason = versions.findLast((version) => version.reason)?.reason;
    return [
      ...declared(question, versions, step, found.length > 0),
      ...found.map(({ until, cause }): Break => {
        return { wave, until, cause, allowed: isAllowed, ...(reason ? { reason } : {}) };
      }),
    ];
  });
}

/** What versions declare. Where it was found what changed, a version that does not say what adds nothing. */
function declared(
  question: Question,
  versions: readonly Version[],
  { waves, until, wave }: Step,
  isExplained: boolean,
): readonly Break[] {
  let wording = wordingIn(question, waves, until);
  let scale = scaleIn(question, waves, until);
  return versions.flatMap((version) => {
    const causes: BreakCause[] = [];
    if (version.text && !sameValue(version.text, wording))
      causes.push({ kind: "wording", before: wording, after: version.text });
    if (version.scale && scale && !sameValue(version.scale, scale))
      causes.push({ kind: "scale", before: scale, after: version.scale });
    wording = version.text ?? wording;
    scale = version.scale ?? scale;
    if (causes.length === 0 && !version.comparable && !isExplained) causes.push({ kind: "declared" });
    const reason = version.reason ? { reason: version.reason } : {};
    return causes.map((cause) => ({ wave, until, cause, allowed: version.comparable, ...reason }));
  });
}

interface Found {
  readonly until: string;
  readonly cause: BreakCause;
}

/** What is otherwise in a wave than in the last one before it of which the same is known. */
function differences(
  question: Question,
  before: readonly string[],
  { waves, wave }: Step,
  inWave: (wave: string) => QuestionInWave,
): readonly Found[] {
  const now = inWave(wave);
  const against = <Value>(
    pick: (facts: QuestionInWave) => Value | undefined,
    causeOf: (one: Value, other: Value, earlier: QuestionInWave, until: string) => BreakCause | undefined,
  ): readonly Found[] => {
    const until = before.findLast((earlier) => pick(inWave(earlier)) !== undefined);
    const earlier = until === undefined ? undefined : inWave(until);
    const [one, other] = [earlier && pick(earlier), pick(now)];
    if (until === undefined || !earlier || one === undefined || other === undefined) return [];
    const cause = causeOf(one, other, earlier, until);
    return cause ? [{ until, cause }] : [];
  };
  return [
    ...against(
      ({ options }) => options,
      (one, other, earlier, until) => {
        const none = [...(earlier.missing ?? []), ...(now.missing ?? [])];
        const isShared = onBothScales(question, waves, until, wave);
        return changed("options", one, other, (id) => !none.includes(id) && isShared(id));
      },
    ),
    ...against(
      ({ missing }) => missing,
      (one, other, earlier, until) => {
        const given = [earlier.options, now.options].flatMap((options) => options ?? []);
        const isShared = onBothScales(question, waves, until, wave);
        const isKnown = earlier.options !== undefined && now.options !== undefined;
        return changed("missing", one, other, (id) => (!isKnown || given.includes(id)) && isShared(id));
      },
    ),
    ...against(
      ({ mentions }) => mentions,
      (one, other) => (one === other ? undefined : { kind: "mentions", after: other }),
    ),
    ...against(
      ({ askedOf }) => askedOf,
      (one, other) => (sameValue(one, other) ? undefined : { kind: "askedOf", before: one, after: other }),
    ),
  ];
}

/** Of a scale that changed only the codes of both can be held against each other: the rest is the change of scale. */
function onBothScales(
  question: Question,
  waves: readonly string[],
  earlier: string,
  later: string,
): (id: string) => boolean {
  const [one, other] = [scaleIn(question, waves, earlier), scaleIn(question, waves, later)];
  if (!one || !other) return () => true;
  return (id) => one.codes.includes(Number(id)) && other.codes.includes(Number(id));
}

function scaleIn(question: Question, waves: readonly string[], wave: string): Scale | undefined {
  const put = questionIn(question, waves, wave);
  return isScaleQuestion(put) ? put.scale : undefined;
}

/** Ids that came and went, of those that count; undefined where none did. */
function changed(
  kind: "options" | "missing",
  before: readonly string[],
  after: readonly string[],
  counts: (id: string) => boolean,
): BreakCause | undefined {
  const added = after.filter((id) => !before.includes(id) && counts(id));
  const removed = before.filter((id) => !after.includes(id) && counts(id));
  return added.length + removed.length === 0 ? undefined : { kind, added, removed };
}

function isWithin({ waves, until, wave }: Step, from: string): boolean {
  const at = waves.indexOf(from);
  return at > waves.indexOf(until) && at <= waves.indexOf(wave);
}

function inOrder(waves: readonly string[]) {
  return (a: Version, b: Version) => waves.indexOf(a.from) - waves.indexOf(b.from);
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
