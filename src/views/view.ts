import { type Survey, waveIds } from "../survey/survey.ts";
import { everybody, inBoth, type Slice } from "./slice.ts";

/** What a view is set against. */
export type Versus =
  /** The wave before; of pooled waves, as many before them, or those that there are. */
  | { readonly kind: "previous" }
  /** A wave, or several in a row taken together up to another. */
  | { readonly kind: "wave"; readonly wave: string; readonly until?: string }
  /** Other respondents of the same wave. */
  | { readonly kind: "slice"; readonly slice: Slice }
  /** The branch above the view's own. */
  | { readonly kind: "parent" }
  /** Everybody who is not in the view's slice. */
  | { readonly kind: "rest" }
  | { readonly kind: "none" };

/** What a permalink holds: who, when, and against what. */
export interface View {
  readonly slice: Slice;
  /** Id of a named set, which narrows the slice. */
  readonly set?: string;
  /** The wave, or the first and the last of those that are taken together; absent: the survey's latest. */
  readonly waves?: readonly [first: string, last: string];
  /** A minimum base above the survey's own; figures of fewer answers are withheld. */
  readonly minimum?: number;
  readonly versus: Versus;
}

/** What a page shows before a reader chooses anything. */
export const defaultView: View = { slice: everybody, versus: { kind: "previous" } };

/** The waves that a view speaks of, oldest first. */
export function wavesOf(survey: Pick<Survey, "waves">, { waves }: Pick<View, "waves">): readonly string[] {
  const order = waveIds(survey);
  if (!waves) return order.slice(-1);
  const [first, last] = waves.map((wave) => order.indexOf(wave));
  return first === undefined || last === undefined ? [] : order.slice(first, last + 1);
}

/** Whom a view speaks of, its named set included. */
export function sliceOf(survey: Survey, { slice, set }: View): Slice {
  const named = survey.sets.find(({ id }) => id === set);
  return named ? inBoth(slice, named.slice) : slice;
}

/** The minimum base of a view: the survey's, or higher. A permalink can't lower it. */
export function minimumOf({ base }: Survey, { minimum = 0 }: View): number {
  return Math.max(base.minimum, minimum);
}

export function isDefault({ slice, set, waves, minimum, versus }: View): boolean {
  const isWhole = Object.values(slice).every((values) => values.length === 0);
  return isWhole && !set && !waves && minimum === undefined && versus.kind === "previous";
}
