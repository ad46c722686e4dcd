/** What a part of a cell stands for: an option's place, nothing that counts, or (undefined) something unknown. */
type PartMeaning = (part: string) => number | "nothing" | undefined;

/** The choices of one cell. */
export interface SeparatedChoices {
  /** Places of the options, each once, in the order of the cell. */
  readonly places: readonly number[];
  /** What stands between them and is no option, as written. */
  readonly unknown: readonly string[];
}

export interface SplitOptions {
  readonly separator: string;
  /** Every text that is known: codes, labels, values that are no answer. */
  readonly known: readonly string[];
  readonly meaning: PartMeaning;
}

/**
 * Makes the splitting of cells that hold all choices of a respondent. Options may contain the separator themselves, as
 * where a cell of ", " holds "Doctorate (e.g. PhD, EdD)": of all ways to split, the one is taken that leaves the
 * fewest parts unknown, and among those the one that takes the longest options first.
 */
export function splitter({ separator, known, meaning }: SplitOptions): (cell: string) => SeparatedChoices {
  const partsOf = (text: string) => text.split(separator).map((part) => part.trim());
  const joined = known.map((text) => ({ parts: partsOf(text), meant: meaning(text) }));
  const longestFirst = joined
    .filter(({ parts }) => parts.length > 1)
    .toSorted((a, b) => b.parts.length - a.parts.length);
  const byFirst = Map.groupBy(longestFirst, ({ parts }) => parts[0] ?? "");
  const takes = (parts: readonly string[], at: number): readonly Take[] => [
    ...(byFirst.get(parts[at] ?? "") ?? [])
      .filter((text) => text.parts.every((part, ahead) => parts[at + ahead] === part))
      .map((text) => ({ length: text.parts.length, meant: text.meant })),
    { length: 1, meant: meaning(parts[at] ?? "") },
  ];
  return (cell) => {
    const parts = partsOf(cell);
    return choicesOf(parts, bestTakes(parts, takes), separator);
  };
}

/** So many parts taken together, and what they stand for. */
interface Take {
  readonly length: number;
  readonly meant: ReturnType<PartMeaning>;
}

/** The take at each part with which the rest of the cell leaves the fewest parts unknown; of equal ones the first. */
function bestTakes(
  parts: readonly string[],
  takes: (parts: readonly string[], at: number) => readonly Take[],
): readonly (Take | undefined)[] {
  const best: (Take | undefined)[] = [];
  const unknown: number[] = [];
  unknown[parts.length] = 0;
  for (let at = parts.length - 1; at >= 0; at--) {
    for (const take of takes(parts, at)) {
      const cost = (take.meant === undefined ? 1 : 0) + (unknown[at + take.length] ?? 0);
      if (best[at] && cost >= (unknown[at] ?? 0)) continue;
      best[at] = take;
      unknown[at] = cost;
    }
  }
  return best;
}

/** Neighbouring parts that are unknown are one value: the separator may stand in what people typed. */
function choicesOf(
  parts: readonly string[],
  best: readonly (Take | undefined)[],
  separator: string,
): SeparatedChoices {
  const places = new Set<number>();
  const runs: string[][] = [];
  let before: Take | undefined;
  for (let at = 0; at < parts.length; at += before?.length ?? 1) {
    const take = best[at];
    if (typeof take?.meant === "number") places.add(take.meant);
    else if (take?.meant === undefined) {
      const part = parts[at] ?? "";
      if (before && before.meant === undefined) runs.at(-1)?.push(part);
      else runs.push([part]);
    }
    before = take;
  }
  return { places: [...places], unknown: runs.map((run) => run.join(separator)) };
}
