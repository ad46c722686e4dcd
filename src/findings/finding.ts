import type { Difference, Verdict } from "../measures/difference.ts";
import type { Text } from "../survey/text.ts";

/** A figure that a finding is about, and how it is written. */
export interface FindingFigure {
  readonly id: string;
  readonly name: Text;
  /** What it is part of, widest first, itself last: index, factor, item. */
  readonly within: readonly string[];
  readonly unit: string;
  /** What a quantity is measured in; of all else nothing. */
  readonly measured: Text;
  /** True of the mean of a rating scale, whose name alone may read as a quantity. */
  readonly rated?: boolean;
  /** Which way is good. */
  readonly better: "higher" | "lower" | "neither";
  /** True on a page that another figure heads: every sentence names its own. */
  readonly named?: boolean;
}

/** Whose figure it is. */
export interface FindingPlace {
  readonly name: Text;
  /** Option ids from the widest level of the hierarchy down; [] is everybody. */
  readonly path: readonly string[];
  /** True of a group outside the hierarchy, whose path is its dimension and option. */
  readonly group?: boolean;
}

/** A value with what it takes to judge it. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

/** A value that was compared with another, with the interval of the difference. */
export interface Compared extends Pick<Measured, "value" | "low" | "high"> {
  readonly verdict: Verdict;
}

/** A branch that is named, with the address of its page. */
export interface NamedBranch {
  readonly name: Text;
  readonly href: string;
}

/** The branches far from the others of their table on one side. */
export interface FarSide {
  readonly side: "better" | "worse";
  /** Furthest first. */
  readonly branches: readonly NamedBranch[];
  /** Distances of their fair scores from the average of their table, and their bases: the least and the most. */
  readonly distances: readonly [number, number];
  readonly bases: readonly [number, number];
}

/** A figure of a place in a wave against an earlier one. */
interface ChangeDetail {
  readonly place: FindingPlace;
  readonly now: Measured;
  readonly earlierBase: number;
  readonly change: Compared;
  readonly since: Text;
  /** Questions that are not alike in both waves: the figure is made with them, the change without. */
  readonly without?: readonly Text[];
}

/** What a finding says, in data. All sizes are in the unit of the figure. */
export type FindingDetail =
  /** A figure rose or fell. */
  | (ChangeDetail & { readonly kind: "moved" })
  /** A figure did not clearly do either. */
  | (ChangeDetail & { readonly kind: "steady" })
  /** What was found a wave ago, and what became of it. */
  | (ChangeDetail & {
      readonly kind: "followed";
      readonly before: { readonly change: number; readonly wave: Text };
    })
  /** Other customers: what their shares did to the whole, and what scores within the groups did. */
  | {
      readonly kind: "mix";
      readonly dimension: Text;
      readonly effect: Compared;
      readonly scores: Compared;
      /** True where nothing but the mix moved it its way. */
      readonly only: boolean;
      /** Groups whose share clearly moved the whole, largest effect first. */
      readonly groups: readonly { readonly name: Text; readonly earlier: number; readonly later: number }[];
      /** True where shares are weighted: of customers, not of those who answered. */
      readonly weighted?: boolean;
      readonly without?: readonly Text[];
      /** True on the page of a branch, which is told of the mix of all respondents. */
      readonly around: boolean;
    }
  /** The part of a figure that scores lowest. */
  | {
      readonly kind: "weakest";
      readonly now: Measured;
      readonly parts: number;
      readonly of: "factors" | "questions";
      /** Its weight in the whole, where it is the largest. */
      readonly weighsMost?: number;
      /** Points that the whole lacks because of it, where these are clearly the most. */
      readonly costsMost?: { readonly lost: number; readonly all: number };
    }
  /** Branches far from the others of their table. */
  | {
      readonly kind: "apart";
      /** The better first; one or both. */
      readonly sides: readonly FarSide[];
      readonly level: Text;
      /** Within which groups they are compared. */
      readonly segment?: Text;
      readonly ranked: number;
      /** The waves that their figures are taken over together, where these are several. */
      readonly over?: Text;
    }
  /** The last branch of a level in fair order, where it is a group of its own. */
  | {
      readonly kind: "behind";
      readonly branch: NamedBranch;
      readonly level: Text;
      readonly now: Measured;
      /** The first of the group before, which it is clearly behind, and whether that is the first of all. */
      readonly other: Text;
      readonly otherValue: number;
      readonly isFirst: boolean;
    }
  /** The one branch of a level that is clearly at its end. */
  | {
      readonly kind: "end";
      readonly side: "better" | "worse";
      readonly branch: NamedBranch;
      readonly level: Text;
      readonly now: Measured;
      readonly ranked: number;
      /** The branch that it is clearly apart from. */
      readonly other: Text;
      readonly otherValue: number;
    }
  | {
      readonly kind: "target";
      readonly target: number;
      readonly gap: Compared;
      readonly n: number;
    }
  /** A branch against everybody else above it. */
  | {
      readonly kind: "rest";
      readonly place: FindingPlace;
      /** What the branch is in; empty where that is everybody. */
      readonly parent: Text;
      readonly gap: Compared;
      readonly n: number;
    }
  /** A branch that luck does not explain. */
  | {
      readonly kind: "luck";
      readonly place: FindingPlace;
      readonly side: "better" | "worse";
      readonly now: Measured;
      readonly limits: readonly [number, number];
      readonly average: number;
      readonly among: Text;
    }
  /** A warning: the base is small. */
  | { readonly kind: "few"; readonly n: number; readonly caution: number };

export type FindingKind = FindingDetail["kind"];

/** One thing that a page has to say. */
export interface Finding {
  readonly detail: FindingDetail;
  readonly figure: FindingFigure;
  /** Size in standard deviations of single answers. */
  readonly effect: number;
  /** Share of the page's respondents whom it concerns, 0–1. */
  readonly scope: number;
  /** new: of this wave; followed: of the wave before, and on; standing: true of every wave alike. */
  readonly novelty: "new" | "followed" | "standing";
  /** Where its evidence is: an address, with an anchor where it is a panel. */
  readonly evidence: string;
}

/** What a finding of one kind says. */
export type DetailOf<Kind extends FindingKind> = Extract<FindingDetail, { readonly kind: Kind }>;

/** True for what claims a difference: it needs a clear one. The others warn, or say that nothing is clear. */
export function isClaim({ detail }: Finding): boolean {
  if (detail.kind === "steady" || detail.kind === "few") return false;
  return detail.kind !== "followed" || detail.change.verdict !== "unclear";
}

/** A change that takes back part or all of the one before: what was lost is won again, or the other way round. */
export function isReturn(detail: FindingDetail): detail is DetailOf<"followed"> {
  return (
    detail.kind === "followed" &&
    detail.change.verdict !== "unclear" &&
    detail.change.value * detail.before.change < 0
  );
}

/** A tested difference as a finding has it; undefined where it was not tested. */
export function compared(difference: Difference, verdict: Verdict): Compared | undefined {
  if (difference.status !== "tested") return undefined;
  const { value, low, high } = difference;
  return { value, low, high, verdict };
}

/** Whether a change of a figure is for the better; of figures that are neither way better nothing. */
export function isBetter({ better }: FindingFigure, change: number): boolean | undefined {
  return better === "neither" ? undefined : change > 0 === (better === "higher");
}
