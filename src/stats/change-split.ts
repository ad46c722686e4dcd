/** A part of a whole at one time: its share of the whole, and what it scored. */
export interface PartThen {
  readonly share: number;
  readonly score: number;
}

/** A part before and after; absent: it was not there. */
export interface PartChange {
  readonly earlier?: PartThen;
  readonly later?: PartThen;
}

/** What a part did to the change of the whole, in the unit of the score. All of them add up to it. */
export interface ChangeLine {
  /** It scored differently: its mean share times the change of its score. */
  readonly scored: number;
  /** Its share changed: by how much its mean score lies off the whole's, times the change of its share. */
  readonly shared: number;
  /** It is new, or gone: its share times how far its score lies off the whole's. */
  readonly arrived: number;
  readonly left: number;
}

export const noChange: ChangeLine = { scored: 0, shared: 0, arrived: 0, left: 0 };

/**
 * The change of a weighted mean, split exactly into what each part did.
 *
 * In words: with shares p, scores s and the whole S, each averaged over the two times where it carries a bar,
 * ΔS = Σ p̄·Δs + Σ (s̄ − S̄)·Δp over parts there at both times, + Σ p·(s − S̄) over new ones − the same over those gone.
 *
 * Source: midpoint (Marshall–Edgeworth) weights, as in Bennet (1920). Method id: M32.
 *
 * @param parts shares sum to 1 at either time
 * @throws RangeError when the shares of a time do not sum to 1
 * @example changeSplit([{ earlier: { share: 1, score: 7 }, later: { share: 1, score: 8 } }])[0]?.scored // 1
 */
export function changeSplit(parts: readonly PartChange[]): ChangeLine[] {
  const wholes = [parts.map(({ earlier }) => earlier), parts.map(({ later }) => later)].map(wholeOf);
  const middle = ((wholes[0] ?? 0) + (wholes[1] ?? 0)) / 2;
  return parts.map(({ earlier, later }) => {
    if (earlier && later)
      return {
        ...noChange,
        scored: ((earlier.share + later.share) / 2) * (later.score - earlier.score),
        shared: ((earlier.score + later.score) / 2 - middle) * (later.share - earlier.share),
      };
    if (later) return { ...noChange, arrived: later.share * (later.score - middle) };
    return { ...noChange, left: earlier ? -earlier.share * (earlier.score - middle) : 0 };
  });
}

/** Two lines as one. */
export function addLines(a: ChangeLine, b: ChangeLine, times = 1): ChangeLine {
  return {
    scored: a.scored + times * b.scored,
    shared: a.shared + times * b.shared,
    arrived: a.arrived + times * b.arrived,
    left: a.left + times * b.left,
  };
}

/** All that a part did. */
export function totalOf({ scored, shared, arrived, left }: ChangeLine): number {
  return scored + shared + arrived + left;
}

function wholeOf(parts: readonly (PartThen | undefined)[]): number {
  let [share, score] = [0, 0];
  for (const part of parts) {
    share += part?.share ?? 0;
    score += part ? part.share * part.score : 0;
  }
  if (Math.abs(share - 1) > 1e-9) throw new RangeError(`The shares of a whole sum to 1, not ${share}.`);
  return score;
}
