import type { Branch } from "../survey/branches.ts";
import { closedOn } from "../survey/network.ts";
import type { Survey } from "../survey/survey.ts";

/** True for a branch that closed before a wave began: what a pool of waves still holds of it is past. */
export function endedBefore(
  { network, waves }: Survey,
  { level, path }: Pick<Branch, "level" | "path">,
  wave: string,
): boolean {
  const closed = network && closedOn(network, level, path.at(-1) ?? "");
  if (closed === undefined) return false;
  const start = waves.find(({ id }) => id === wave)?.start;
  return start === undefined ? wave === waves.at(-1)?.id : closed < start;
}
