import type { Estimate } from "../measures/estimate.ts";
import type { Branch } from "../survey/branches.ts";
import { closedOn } from "../survey/network.ts";
import type { Survey } from "../survey/survey.ts";
import { formatDay } from "../words/dates.ts";
import type { ReportContext } from "./context.ts";

type Place = Pick<Branch, "level" | "path">;

/** True for a branch that closed before a wave began: what a pool of waves still holds of it is past. */
export function endedBefore(survey: Survey, branch: Place, wave: string): boolean {
  const closed = closedDay(survey, branch);
  if (closed === undefined) return false;
  const start = survey.waves.find(({ id }) => id === wave)?.start;
  return start === undefined ? wave === survey.waves.at(-1)?.id : closed < start;
}

/** That a branch closed in the wave that it still has answers in, as a mark beside its name. */
export function closedMark(
  { survey, words, language }: ReportContext,
  branch: Branch,
): { readonly mark?: string } {
  const closed = closedDay(survey, branch);
  return closed === undefined ? {} : { mark: words.network.closedMark(formatDay(closed, language)) };
}

/** Why a figure of the page's branch and wave is not there, where the branch closed before the wave began. */
export function endedText(
  { survey, words, wave, branch }: ReportContext,
  estimate: Estimate | undefined,
): string | undefined {
  const ended = branch && estimate?.status === "none" && endedBefore(survey, branch, wave);
  return ended ? words.network.closedNotShown : undefined;
}

function closedDay({ network }: Survey, { level, path }: Place): string | undefined {
  return network && closedOn(network, level, path.at(-1) ?? "");
}
