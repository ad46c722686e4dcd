import { questionOf, type Survey } from "../../survey/survey.ts";
import { derivedQuestions } from "../derived/request.ts";
import type { AskPairs } from "../pairs/request.ts";
import { placesOf } from "../pairs/table.ts";
import type { Ask, CountsRequest } from "../request.ts";
import { groupsCounted } from "./codes.ts";
import { derivedColumns } from "./derived.ts";
import { groupsOfWaves } from "./groups.ts";
import { countPairs } from "./pairs.ts";
import type { WaveColumns } from "./wave-columns.ts";

/**
 * The ways to ask waves that are in memory as columns. They count what the SQL would, some twenty times faster than an
 * engine in a browser, where every query has a price and pairs of answers are made row by row. A wave that is not among
 * them answers nothing.
 */
export function columnAsks(
  survey: Survey,
  waves: ReadonlyMap<string, WaveColumns>,
): { readonly ask: Ask; readonly askPairs: AskPairs } {
  const groupsOf = groupsOfWaves(survey.hierarchy);
  const groupsIn = ({ waves: asked, by, slice, derived }: CountsRequest) =>
    asked.flatMap((wave) => {
      const stored = waves.get(wave);
      if (!stored) return [];
      const columns = derivedColumns(stored, derived);
      const rule = by.includes(derived?.bands?.id ?? "") ? JSON.stringify(derived?.bands) : "";
      return [{ columns, groups: groupsOf(columns, { slice, by, rule }) }];
    });
  const ask: Ask = async (request) => {
    const asked = request.questions.map((id) => questionOf(survey, id));
    const questions = [...asked, ...derivedQuestions(request)];
    const groups = groupsIn(request).flatMap(({ columns, groups: of }) =>
      groupsCounted(columns, of, questions),
    );
    return { request, groups };
  };
  const askPairs: AskPairs = async (request) => {
    const asked = {
      questions: request.questions.map((id) => questionOf(survey, id)),
      sets: request.sets,
      as: request.as ?? {},
      places: placesOf(request.questions),
    };
    return {
      request,
      groups: groupsIn(request).flatMap(({ columns, groups }) => countPairs(columns, groups, asked)),
    };
  };
  return { ask, askPairs };
}
