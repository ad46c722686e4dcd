import type { Difference } from "../../measures/difference.ts";
import type { MoveLevel, MoveLine } from "./level.ts";
import type { MemberMove } from "./members.ts";

type IsClear = (difference: Difference) => boolean;

/** A branch that clearly moved its whole, and those under it that clearly moved it the same way. */
export interface ClearBranch {
  readonly line: MoveLine;
  readonly under: readonly ClearBranch[];
}

/** A factor that clearly changed in a branch, and the branches under it in which it clearly changed the same way. */
export interface ClearCell {
  readonly line: MoveLine;
  readonly move: Extract<MemberMove, { readonly status: "shown" }>;
  readonly under: readonly ClearCell[];
}

/**
 * M32, where a change is, down the hierarchy: lines of a level whose whole effect is clear, largest first, and of each
 * those under it. What is under a line that is not clear is not looked at, so that chance gets no further tries.
 */
export function clearBranches({ lines }: MoveLevel, isClear: IsClear): readonly ClearBranch[] {
  return lines
    .filter(({ kind, effects }) => kind === "group" && isClear(effects.total.test))
    .toSorted((a, b) => Math.abs(b.effects.total.value) - Math.abs(a.effects.total.value))
    .map((line) => ({
      line,
      under: under(line, (level) =>
        clearBranches(level, isClear).filter(
          (inner) => inner.line.effects.total.value * line.effects.scored.value > 0,
        ),
      ),
    }));
}

/** The same of factors in branches; a factor is followed down only where it is clear in the branch above. */
export function clearCells(
  { lines }: MoveLevel,
  isClear: IsClear,
  member?: { readonly id: string; readonly sign: number },
): readonly ClearCell[] {
  const found = lines.flatMap((line) =>
    line.kind !== "group"
      ? []
      : line.members.flatMap((move) => {
          if (move.status !== "shown" || !isClear(move.change)) return [];
          if (member && (member.id !== move.member || member.sign !== signOf(move.change))) return [];
          return [{ line, move }];
        }),
  );
  return found
    .toSorted((a, b) => Math.abs(b.move.effect.value) - Math.abs(a.move.effect.value))
    .map(({ line, move }) => ({
      line,
      move,
      under: under(line, (level) =>
        clearCells(level, isClear, { id: move.member, sign: signOf(move.change) }),
      ),
    }));
}

/** What is found where a line first parts: a branch alone under another is the same respondents once more. */
function under<Found>({ level }: MoveLine, find: (level: MoveLevel) => readonly Found[]): readonly Found[] {
  if (!level) return [];
  const [only, second] = level.lines;
  return only && !second ? under(only, find) : find(level);
}

function signOf(difference: Difference): number {
  return Math.sign(difference.value ?? 0);
}

/** All that is said of a level, as claims: what each line did, how each factor of it changed, and the same below. */
export function claimsOfLevel({ lines, sums }: MoveLevel): readonly Difference[] {
  return [
    sums.scored.test,
    sums.shared.test,
    ...lines.flatMap(({ effects, members, level }) => [
      effects.scored.test,
      effects.shared.test,
      effects.total.test,
      ...members.flatMap((move) => (move.status === "shown" ? [move.change] : [])),
      ...(level ? claimsOfLevel(level) : []),
    ]),
  ];
}
