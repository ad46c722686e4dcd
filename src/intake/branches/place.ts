import type { Expectation } from "../responses/problem-log.ts";
import { type Standing, standingOf, type WaveNetwork } from "./standing.ts";

/** A respondent's ids, widest level first; undefined where the export gives none. */
export type Ids = readonly (string | undefined)[];

/** Something to note about a place: the level and id that it is about, and what to say. */
export interface Remark extends Expectation {
  readonly level: number;
  readonly id: string;
}

export interface Placed {
  readonly ids: Ids;
  readonly remarks: readonly Remark[];
}

/**
 * Puts one place on today's network. The lowest level whose code the network knows decides: it and everything above it
 * are as they are today. What stands below, and what no level knows, stays as the export has it.
 */
export function place(ids: Ids, wave: WaveNetwork): Placed {
  const standings = ids.map((id, level) => (id === undefined ? undefined : standingOf(wave, level, id)));
  const decides = standings.findLastIndex((standing) => standing?.kind === "known");
  const decider = standings[decides];
  const path = decider?.kind === "known" ? decider.path : [];
  const unknown = standings.flatMap((standing, level): readonly Remark[] => {
    const id = ids[level];
    if (standing?.kind !== "unknown" || level < decides || id === undefined) return [];
    return [{ level, id, ...notListed(wave.network.levels[level] ?? ""), mend: standing.mend }];
  });
  const known = decider?.kind === "known" ? remarksOn(decider, { ids, level: decides, wave }) : [];
  return { ids: ids.map((id, level) => path[level] ?? id), remarks: [...unknown, ...known] };
}

type Known = Extract<Standing, { readonly kind: "known" }>;

function remarksOn(
  { formerly, open }: Known,
  { ids, level, wave }: { readonly ids: Ids; readonly level: number; readonly wave: WaveNetwork },
): readonly Remark[] {
  const id = ids[level] ?? "";
  if (open) return [{ level, id, ...notOpen(open) }];
  const fits = formerly.some((path) =>
    ids.every((own, at) => at >= level || own === undefined || own === path[at]),
  );
  if (fits) return [];
  // The lowest of the parents that the file of branches has otherwise.
  const at = ids.findLastIndex(
    (own, above) => above < level && own !== undefined && !formerly.some((path) => path[above] === own),
  );
  const above = at < 0 ? level - 1 : at;
  return [
    {
      level: above,
      id: ids[above] ?? "",
      ...otherParent(id, [...new Set(formerly.map((path) => path[above]))], wave),
    },
  ];
}

function notListed(level: string): Omit<Expectation, "mend"> {
  return {
    message: "The branch is not in the file of branches; it is kept as this file has it",
    expected: `a branch of the level ${level} in the file of branches`,
  };
}

function notOpen({ from, until }: NonNullable<Known["open"]>): Expectation {
  const days = [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(" ");
  return {
    message: "The branch was not open in this wave; what stands under its code is kept and counts",
    expected: `nothing outside the days in which it was open, ${days}`,
    mend: "Correct the days in the file of branches, or the codes of these rows.",
  };
}

function otherParent(
  id: string,
  parents: readonly (string | undefined)[],
  { period }: WaveNetwork,
): Expectation {
  const days = [period.from, period.until].filter(Boolean).join(" to ");
  return {
    message: "A branch below this one stood elsewhere then; the file of branches is followed",
    expected: `${parents.join(" or ")} above ${id}${days === "" ? "" : ` (${days})`}`,
    mend: "Nothing, if this file is out of date; else add the move to the file of branches.",
  };
}
