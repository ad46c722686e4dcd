import { benjaminiHochberg } from "../../stats/corrections.ts";
import type { SplitMoves } from "../moves.ts";
import type { MoveLevel, MoveLine } from "./level.ts";
import type { MemberMove } from "./members.ts";

/** Where the change is: down the hierarchy, and in which factors of which branches. */
export interface Walk {
  /**
   * The lines of the widest level that stand out, largest effect first, each with the one under it that carries most of
   * it, and so on until none stands out.
   */
  readonly paths: readonly (readonly MoveLine[])[];
  /** By level, widest first: every factor in every branch, those that stand out first, largest effect first. */
  readonly cells: readonly (readonly FactorCell[])[];
}

/** What a factor did in a branch. */
export interface FactorCell extends Extract<MemberMove, { readonly status: "shown" }> {
  readonly kind: MoveLine["kind"];
  /** Option ids from the widest level down; the last is the branch, or the kind of what is no single one. */
  readonly path: readonly string[];
  /** Of what the factor did in all lines beside it, 1 for all; more, or under 0, where lines went opposite ways. */
  readonly ofFactor: number;
  /** p by Benjamini and Hochberg among all cells of the level; absent where its effect has no test. */
  readonly adjusted?: number;
  readonly standsOut: boolean;
}

export interface WalkOptions {
  /** Expected share of false alarms among what stands out. */
  readonly level?: number;
  /** How many paths at most. */
  readonly most?: number;
}

/**
 * M32 and M22, a walk to where a change is. A line stands out among those beside it, a cell of branch and factor among
 * all cells of its level: by Benjamini and Hochberg at 10 % of false alarms. The total need not have changed: branches
 * and factors can hide one another.
 */
export function walk({ level }: SplitMoves, { level: alarms = 0.1, most = 3 }: WalkOptions = {}): Walk {
  const paths = standingOut(level, alarms)
    .slice(0, most)
    .map((line) => [line, ...pathUnder(line, alarms)]);
  return { paths, cells: levelsOf([level]).map((levels) => cellsOf(levels, alarms)) };
}

/** Lines of a level that stand out, largest effect first. */
function standingOut({ lines }: MoveLevel, alarms: number): readonly MoveLine[] {
  const tested = lines.flatMap((line) => {
    const { test } = line.effects.total;
    return test.status === "tested" ? [{ line, p: test.p }] : [];
  });
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  return tested
    .filter((_, at) => (adjusted[at] ?? 1) <= alarms)
    .map(({ line }) => line)
    .toSorted((a, b) => Math.abs(b.effects.total.value) - Math.abs(a.effects.total.value));
}

/** The lines that carry most of what a line scored differently, one a level. */
function pathUnder({ effects, level }: MoveLine, alarms: number): readonly MoveLine[] {
  if (!level) return [];
  const next = standingOut(level, alarms).find(
    ({ effects: { total } }) => Math.sign(total.value) === Math.sign(effects.scored.value),
  );
  return next ? [next, ...pathUnder(next, alarms)] : [];
}

/** Levels of the same depth together, widest first. */
function levelsOf(levels: readonly MoveLevel[]): readonly (readonly MoveLevel[])[] {
  const under = levels.flatMap(({ lines }) => lines.flatMap((line) => line.level ?? []));
  return [levels, ...(under.length > 0 ? levelsOf(under) : [])];
}

function cellsOf(levels: readonly MoveLevel[], alarms: number): readonly FactorCell[] {
  const cells = levels.flatMap(({ lines, members }) =>
    lines.flatMap((line) =>
      line.members.flatMap((move) => (move.status === "shown" ? [{ line, move, members }] : [])),
    ),
  );
  const tested = cells.flatMap(({ move }) =>
    move.effect.test.status === "tested" ? [{ move, p: move.effect.test.p }] : [],
  );
  const corrected = benjaminiHochberg(tested.map(({ p }) => p));
  const adjusted = new Map(tested.map(({ move }, at) => [move, corrected[at] ?? 1]));
  return cells
    .map(({ line, move, members }): FactorCell => {
      const p = adjusted.get(move);
      const all = members.get(move.member) ?? 0;
      return {
        ...move,
        kind: line.kind,
        path: [...line.under, line.id],
        ofFactor: all === 0 ? 0 : move.effect.value / all,
        ...(p === undefined ? {} : { adjusted: p }),
        standsOut: p !== undefined && p <= alarms,
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.standsOut) - Number(a.standsOut) || Math.abs(b.effect.value) - Math.abs(a.effect.value),
    );
}
