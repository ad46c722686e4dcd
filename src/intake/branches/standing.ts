import { suggestion } from "../../survey/nearest.ts";
import {
  type BranchPath,
  historyOf,
  isListed,
  type Network,
  overlap,
  type Period,
  pathsDuring,
  placeOf,
} from "../../survey/network.ts";
import { plainNumber } from "../responses/cleaning.ts";

/** Today's network, and the days of the wave whose answers are put on it. */
export interface WaveNetwork {
  readonly network: Network;
  readonly period: Period;
}

/** What the network says of a code: where its answers count today, and where it stood in the days of the wave. */
export type Standing =
  /** The file of branches says nothing of this level. */
  | { readonly kind: "unlisted" }
  | { readonly kind: "unknown"; readonly mend: string }
  | {
      readonly kind: "known";
      readonly path: BranchPath;
      /** None where the branch was not open. */
      readonly formerly: readonly BranchPath[];
      /** Where it was not open: when it would have been. */
      readonly open?: Period;
    };

/** What matters of the network to the answers that a wave gives under one code of a level. */
export function standingOf({ network, period }: WaveNetwork, level: number, id: string): Standing {
  if (!isListed(network, level)) return { kind: "unlisted" };
  const history = historyOf(network, level, id) ?? historyOf(network, level, plainNumber(id));
  const path = history && placeOf(network, level, history.id);
  if (!history || !path) return { kind: "unknown", mend: nearestOf(network, level, id) };
  const { from } = history.states[0];
  const until = history.states.at(-1)?.until;
  const life = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  return overlap(life, period)
    ? { kind: "known", path, formerly: pathsDuring(network, history, period) }
    : { kind: "known", path, formerly: [], open: life };
}

function nearestOf(network: Network, level: number, id: string): string {
  const ids = network.branches.flatMap((branch) => (branch.level === level ? branch.id : []));
  return suggestion(id, ids, "Add it to the file of branches, or correct the code.");
}
