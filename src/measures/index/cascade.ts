import { type PairCounts, type PairGroup, pairGroupOf } from "../../counts/pairs/request.ts";
import { rareValues } from "../../survey/reading.ts";
import type { BaseRules } from "../../survey/survey.ts";
import type { Path } from "../cascade.ts";
import { hiddenGroups } from "../disclosure.ts";
import type { Weighting } from "../weighting.ts";
import { answersFromPairs } from "./answers.ts";
import type { IndexDefinition } from "./definition.ts";
import { estimateIndex, type IndexPart } from "./estimate.ts";

/** Pair counts from the whole down to a group: the first over everybody, each further one by the next level. */
export type PairCascade = readonly PairCounts[];

export interface IndexAtOptions {
  readonly definition: IndexDefinition;
  readonly wave: string;
  readonly weighting: Weighting;
  readonly base: BaseRules;
}

/**
 * The index of a group, withheld where it or a whole above it is too small, or where it would give another away (M34).
 * Undefined where nobody of the group answered any of it.
 * @throws Error where the cascade ends above the group: the caller asked for too few levels
 */
export function indexAt(cascade: PairCascade, path: Path, options: IndexAtOptions): IndexPart | undefined {
  const counts = cascade[path.length];
  if (!counts) throw new Error(`a cascade of ${cascade.length} levels does not reach "${path.join(" / ")}"`);
  const { definition, wave, weighting, base } = options;
  const own = path.slice(-1);
  const group = pairGroupOf(counts, wave, own);
  const inWave = counts.groups.filter((one) => one.wave === wave);
  // Where rare values were joined, a value that the wave seems to lack may be one of them.
  if (!group) return inWave.some(({ key }) => key[0] === rareValues) ? withheld(definition) : undefined;
  const siblings = inWave.filter(({ key }) => key.length > 0 && key[0] !== null && key[0] !== own[0]);
  return estimateIndex(definition, answersFromPairs(group, weighting), {
    base,
    siblings: siblings.map((sibling) => answersFromPairs(sibling, weighting)),
    hidden: isHidden(cascade, path, options),
  });
}

/** True where the group, or a whole above it, must be withheld by its size or its siblings'. */
function isHidden(cascade: PairCascade, path: Path, { definition, wave, base }: IndexAtOptions): boolean {
  const sizeOf = ({ answered }: PairGroup) => answered.get(definition.root.id)?.m ?? 0;
  const [whole] = cascade;
  const everybody = whole && pairGroupOf(whole, wave);
  let wholeHidden = everybody !== undefined && sizeOf(everybody) < base.minimum;
  for (const [level, id] of path.entries()) {
    const groups = (cascade[level + 1]?.groups ?? []).filter((group) => group.wave === wave);
    const sizes = groups.map((group) => ({ key: group.key[0] ?? null, n: sizeOf(group) }));
    wholeHidden = hiddenGroups(sizes, { minimum: base.minimum, wholeHidden }).has(id);
  }
  return wholeHidden;
}

function withheld({ root }: IndexDefinition): IndexPart {
  const { kind, id, title } = root;
  return { kind, id, title, estimate: { status: "withheld" }, weight: 1, share: 1, of: [], leftOut: [] };
}
