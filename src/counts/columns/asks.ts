import { questionOf, type Survey } from "../../survey/survey.ts";
import type { AskPairs } from "../pairs/request.ts";
import { placesOf } from "../pairs/table.ts";
import type { Ask, CountsRequest } from "../request.ts";
import { groupsCounted } from "./codes.ts";
import { groupsOfWaves } from "./groups.ts";
import { countPairs } from "./pairs.ts";
import type { WaveColumns } from "./wave-columns.ts";

/**
 * The ways to ask waves that are in memory as columns. They count what the SQL would, some twenty times faster than an
 * engine in a browser, where every query has a price and pairs of answers are made row by row. A wave that is not among
 * them answers nothing. What is worked out of each row before it is counted (`derived`) they know nothing of.
 */
export function columnAsks(
  survey: Survey,
  waves: ReadonlyMap<string, WaveColumns>,
): { readonly ask: Ask; readonly askPairs: AskPairs } {
  const groupsOf = groupsOfWaves(survey.hierarchy);
  const groupsIn = ({ waves: asked, by, slice }: CountsRequest) =>
    asked.flatMap((wave) => {
      const columns = waves.get(wave);
      return columns ? [{ columns, groups: groupsOf(columns, slice, by) }] : [];
    });
  const ask: Ask = async (request) => {
    const questions = request.questions.map((id) => questionOf(survey, id));
    const groups = groupsIn(request).flatMap(({ columns, groups: of }) =>
      groupsCounted(columns, of, questions),
    );
    return { request, groups };
  };
  const askPairs: AskPairs = async (request) => {
    const asked = {
      questions: request.questions.map((id) => questionOf(survey, id)),
      sets: request.sets,
      places: placesOf(request.questions),
    };
    return {
      request,
      groups: groupsIn(request).flatMap(({ columns, groups }) => countPairs(columns, groups, asked)),
    };
  };
  return { ask, askPairs };
}
