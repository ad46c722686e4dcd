import { findBreaks } from "./find-breaks.ts";
import type { AskedOf, Question } from "./question.ts";
import type { Scale } from "./scale.ts";
import type { Text } from "./text.ts";

/** What changed in a question. Options and codes are named by their ids. */
export type BreakCause =
  /** The codebook says so without saying what. */
  | { readonly kind: "declared" }
  | { readonly kind: "wording"; readonly before: Text; readonly after: Text }
  | { readonly kind: "scale"; readonly before: Scale; readonly after: Scale }
  | { readonly kind: "options"; readonly added: readonly string[]; readonly removed: readonly string[] }
  /** added: codes that counted as answers before and count as none now; removed: the other way round. */
  | { readonly kind: "missing"; readonly added: readonly string[]; readonly removed: readonly string[] }
  /** Of a multiple choice: how many answers of a respondent were recorded. */
  | { readonly kind: "mentions"; readonly after: Mentions }
  /** Whose answers count; empty: everybody's. */
  | { readonly kind: "askedOf"; readonly before: readonly AskedOf[]; readonly after: readonly AskedOf[] }
  /** Of a figure made of several questions: one that was not asked before, or is not asked any more. */
  | { readonly kind: "newlyAsked" }
  | { readonly kind: "notAsked" }
  /** Of such a figure: one that it does without from here on, or that it is made of from here on. */
  | { readonly kind: "leftOut"; readonly why: WhyLeftOut }
  | { readonly kind: "takenIn"; readonly why: WhyLeftOut; readonly again: boolean };

/**
 * Why a figure does, or did, without a question. unlike: not all waves taken together asked it alike (M35); withheld: too
 * few answered it, or others would be given away (M34).
 */
export type WhyLeftOut = "unlike" | "withheld";

export type Mentions = "one" | "several";

/** A break of a question's series (M33). */
export interface Break {
  /** The first wave after it. */
  readonly wave: string;
  /** The last wave before it that is known to be otherwise. */
  readonly until: string;
  readonly cause: BreakCause;
  /** True where the codebook lets figures be compared over it all the same. */
  readonly allowed: boolean;
  /** Why, in the codebook's words. */
  readonly reason?: Text;
}

/** A break of one of the questions that a figure is made of. */
export interface ItemBreak {
  /** Id of the question. */
  readonly question: string;
  readonly break: Break;
}

/**
 * M33, all breaks of a question, in the order of the waves: those found when the waves were read; before that, those
 * that the codebook's versions declare.
 */
export function breaksOf(question: Question, order: readonly string[]): readonly Break[] {
  return question.breaks ?? findBreaks(question, { waves: order });
}

/**
 * M33, the breaks after one wave, up to and with another, whether the codebook allows them or not.
 * @param order ids of all waves, oldest first
 * @throws RangeError when a wave is unknown or they do not stand in this order
 */
export function breaksBetween(
  question: Question,
  order: readonly string[],
  earlier: string,
  later: string,
): readonly Break[] {
  const [from, to] = span(order, earlier, later);
  return breaksOf(question, order).filter(({ wave }) => {
    const at = order.indexOf(wave);
    return at > from && at <= to;
  });
}

/** True when figures of the two waves may be compared: no break between them that is not allowed (M33). */
export function comparable(
  question: Question,
  order: readonly string[],
  earlier: string,
  later: string,
): boolean {
  return isComparable(breaksBetween(question, order, earlier, later));
}

/** True where figures may be compared over all of these breaks. */
export function isComparable(breaks: readonly Break[]): boolean {
  return breaks.every(({ allowed }) => allowed);
}

/**
 * M33 of a figure made of several questions, such as a factor or an index: the breaks of any of them between two
 * waves. A question that only one of the two waves asked is a break too; of one that neither asked nothing matters.
 * @throws RangeError when a wave is unknown or they do not stand in this order
 */
export function breaksOfSeveral(
  questions: readonly Question[],
  order: readonly string[],
  earlier: string,
  later: string,
): readonly ItemBreak[] {
  return questions.flatMap((question) => {
    const [before, after] = [earlier, later].map((wave) => !question.notAskedIn?.includes(wave));
    const breaks =
      before && after
        ? breaksBetween(question, order, earlier, later)
        : before || after
          ? [askedBreak(question, order.slice(...inclusive(span(order, earlier, later))))]
          : [];
    return breaks.map((one) => ({ question: question.id, break: one }));
  });
}

/** Of a question that was asked at one end of some waves only: the wave from which on it is as at the last. */
function askedBreak(question: Question, waves: readonly string[]): Break {
  const isAsked = (wave: string) => question.notAskedIn?.includes(wave) !== true;
  const asked = isAsked(waves.at(-1) ?? "");
  const last = waves.findLastIndex((wave) => isAsked(wave) !== asked);
  const [until = "", wave = ""] = waves.slice(last);
  const versions = question.versions.filter(({ from }) => from === wave);
  const reason = versions.at(-1)?.reason;
  return {
    wave,
    until,
    cause: { kind: asked ? "newlyAsked" : "notAsked" },
    allowed: versions.some((version) => version.comparable),
    ...(reason ? { reason } : {}),
  };
}

function span(order: readonly string[], earlier: string, later: string): readonly [number, number] {
  const [from, to] = [order.indexOf(earlier), order.indexOf(later)];
  if (from < 0 || to < from)
    throw new RangeError(
      `The waves "${earlier}" and "${later}" are not two of ${order.join(", ")}, in order.`,
    );
  return [from, to];
}

function inclusive([from, to]: readonly [number, number]): [number, number] {
  return [from, to + 1];
}
