import type { ResultRow } from "../read-counts.ts";
import type { Tally } from "../tally.ts";
import type { LinearCounts, LinearGroup, LinearRequest } from "./request.ts";
import type { LinearStatement } from "./sql.ts";

/** Puts the rows of a request's statements together. Groups of whom nobody has a score are left out. */
export function readLinear(
  request: LinearRequest,
  results: readonly { readonly statement: LinearStatement; readonly rows: readonly ResultRow[] }[],
): LinearCounts {
  const groups = results.flatMap(({ statement, rows }) => rows.map((row) => readGroup(row, statement)));
  return { request, groups: groups.filter(({ scores }) => scores.size > 0) };
}

function readGroup(row: ResultRow, { layout, scores, keys }: LinearStatement): LinearGroup {
  const tallies = scores.flatMap((id, at) => {
    const tally = tallyOf(row, at, layout.weighted);
    return tally.base.n > 0 ? [[id, tally] as const] : [];
  });
  return { wave: layout.wave, key: keys[row["g"] ?? 0] ?? [], scores: new Map(tallies) };
}

function tallyOf(row: ResultRow, at: number, weighted: boolean): Extract<Tally, { kind: "sums" }> {
  const number = (name: string) => row[`${name}_${at}`] ?? 0;
  const [n, x, xx] = [number("n"), number("x"), number("xx")];
  if (!weighted)
    return {
      kind: "sums",
      base: { n, m: n, w: n, w2: n },
      sums: { x, xx, wx: x, wxx: xx, w2x: x, w2xx: xx },
    };
  const [w2x, w2xx] = [number("w2x"), number("w2xx")];
  return {
    kind: "sums",
    base: { n, m: number("m"), w: number("w"), w2: number("w2") },
    sums: { x, xx, wx: number("wx"), wxx: number("wxx"), w2x, w2xx },
  };
}
