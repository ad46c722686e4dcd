import type { PartThen } from "./change-split.ts";
import {
  type EffectError,
  type OwnSlope,
  type Slope,
  slopeErrors,
  type Time,
  type UncertainChange,
  type UncertainThen,
} from "./slope-errors.ts";

/** The effects of `changeSplit`, and all of a part's together. */
export const effects = ["scored", "shared", "arrived", "left", "total"] as const;
export type EffectName = (typeof effects)[number];
/** Errors by effect; absent: the part has no such effect, or an error that it needs is not known. */
export type EffectErrors = Partial<Readonly<Record<EffectName, EffectError>>>;

/**
 * Standard errors of `changeSplit`: of each part's effects, and of their sums over all parts.
 *
 * In words: by linearisation. Each effect's slope in every score, squared, times the score's squared error; plus for
 * each time (Σ p·b² − (Σ p·b)²)/n with its slopes b in the shares p, which are multinomial on an effective base of n.
 * Of the sum of what parts scored differently the first is Σ p̄²·(e² + e²), of the sum of changed shares the second
 * Σ over both times of (Σ p·d² − (Σ p·d)²)/n, d = s̄ − S̄; the other way round, both are small unless shares and scores
 * change at once. What the two count twice, Σ e²·p(1 − p)/n, comes off, but never leaves less than the larger of them.
 *
 * Scores of different parts and times, and shares and scores, are taken as independent. Where weights were made so that
 * shares meet known margins, the shares are surer than this says.
 *
 * Source: variance of a product, Goodman (1960); degrees of freedom, Satterthwaite (1946). Method id: M32.
 *
 * @param bases effective bases of the whole at the two times, above 0; Infinity: the shares are known
 */
export function changeSplitErrors(
  parts: readonly UncertainChange[],
  bases: { readonly earlier: number; readonly later: number },
): { readonly lines: readonly EffectErrors[]; readonly sums: EffectErrors } {
  const middle = (wholeOf(parts, "earlier") + wholeOf(parts, "later")) / 2;
  const slopes = parts.map((part, at) => slopesOf(part, { at, middle, bases }));
  const { errorOfPart, errorOfAll } = slopeErrors(parts, bases);
  return {
    lines: slopes.map((line, at) => errorsBy((name) => line[name] && errorOfPart(line[name], at))),
    sums: errorsBy((name) => {
      const sum = sumOf(slopes.flatMap((line) => line[name] ?? []));
      return sum && errorOfAll(sum);
    }),
  };
}

type Slopes = Partial<Readonly<Record<EffectName, Slope>>>;

interface Place {
  readonly at: number;
  readonly middle: number;
  readonly bases: Readonly<Record<Time, number>>;
}

function slopesOf({ earlier, later }: UncertainChange, place: Place): Slopes {
  if (earlier && later) return lastingSlopes(earlier, later, place);
  const [then, time, sign] = later ? ([later, "later", 1] as const) : ([earlier, "earlier", -1] as const);
  if (!then) return {};
  const { at, middle, bases } = place;
  const own: OwnSlope = { at, time, score: sign * then.share, share: sign * (then.score - middle) };
  const slope: Slope = {
    own: [own],
    whole: -sign * then.share,
    twice: (then.variance ?? 0) * shareVariance(then, bases[time]),
  };
  return { [later ? "arrived" : "left"]: slope, total: slope };
}

function lastingSlopes(earlier: UncertainThen, later: UncertainThen, { at, middle, bases }: Place): Slopes {
  const share = (earlier.share + later.share) / 2;
  const distance = (earlier.score + later.score) / 2 - middle;
  const moved = later.share - earlier.share;
  const half = (later.score - earlier.score) / 2;
  const [before, after] = [earlier.variance ?? 0, later.variance ?? 0];
  const [placedBefore, placedAfter] = [
    shareVariance(earlier, bases.earlier),
    shareVariance(later, bases.later),
  ];
  const twice = ((before + after) * (placedBefore + placedAfter)) / 4;
  const scored: Slope = {
    own: [
      { at, time: "earlier", score: -share, share: half },
      { at, time: "later", score: share, share: half },
    ],
    whole: 0,
    twice,
  };
  const shared: Slope = {
    own: [
      { at, time: "earlier", score: moved / 2, share: -distance },
      { at, time: "later", score: moved / 2, share: distance },
    ],
    whole: -moved,
    twice,
  };
  const total = { ...sumOf([scored, shared]), twice: before * placedBefore + after * placedAfter };
  return { scored, shared, total };
}

function shareVariance({ share }: PartThen, base: number): number {
  return (share * (1 - share)) / base;
}

function sumOf(slopes: readonly [Slope, ...Slope[]]): Slope;
function sumOf(slopes: readonly Slope[]): Slope | undefined;
function sumOf(slopes: readonly Slope[]): Slope | undefined {
  if (slopes.length === 0) return undefined;
  return {
    own: slopes.flatMap(({ own }) => own),
    whole: slopes.reduce((sum, { whole }) => sum + whole, 0),
    twice: slopes.reduce((sum, { twice }) => sum + twice, 0),
  };
}

function wholeOf(parts: readonly UncertainChange[], time: Time): number {
  return parts.reduce((sum, part) => sum + (part[time]?.share ?? 0) * (part[time]?.score ?? 0), 0);
}

function errorsBy(errorOf: (name: EffectName) => EffectError | undefined): EffectErrors {
  return Object.fromEntries(
    effects.flatMap((name) => {
      const error = errorOf(name);
      return error ? [[name, error]] : [];
    }),
  );
}
