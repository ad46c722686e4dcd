import { questionOf, type Survey } from "../../survey/survey.ts";
import { sliceText } from "../../views/slice.ts";
import { derivedQuestions } from "../derived/request.ts";
import type { AskPairs } from "../pairs/request.ts";
import { placesOf } from "../pairs/table.ts";
import { type Draft, finish } from "../read-counts.ts";
import type { Ask, CountsRequest } from "../request.ts";
import { countCodes } from "./codes.ts";
import { derivedColumns } from "./derived.ts";
import { countPairs } from "./pairs.ts";
import { type GroupedRows, grouped, rowsIn } from "./selection.ts";
import type { WaveColumns } from "./wave-columns.ts";

/** So many rows of breakdowns are kept, 4 bytes each, for requests that ask for other answers of the same groups. */
const mostRows = 16_000_000;

/**
 * The ways to ask waves that are in memory as columns. They count what the SQL would, some twenty times faster than an
 * engine in a browser, where every query has a price and pairs of answers are made row by row. A wave that is not among
 * them answers nothing.
 */
export function columnAsks(
  survey: Survey,
  waves: ReadonlyMap<string, WaveColumns>,
): { readonly ask: Ask; readonly askPairs: AskPairs } {
  const kept = new Map<string, GroupedRows>();
  const keep = (name: string, make: () => GroupedRows): GroupedRows => {
    const made = kept.get(name) ?? make();
    kept.delete(name);
    kept.set(name, made);
    let total = [...kept.values()].reduce((sum, { rows }) => sum + rows.length, 0);
    for (const [oldest, { rows }] of kept)
      if (total > mostRows && oldest !== name && kept.delete(oldest)) total -= rows.length;
    return made;
  };
  const groupsIn = ({ waves: asked, by, slice, derived }: CountsRequest) =>
    asked.flatMap((wave) => {
      const stored = waves.get(wave);
      if (!stored) return [];
      const columns = derivedColumns(stored, derived);
      const name = `${wave}\n${sliceText(slice)}`;
      const all = () => keep(name, () => grouped(columns, rowsIn(columns, slice), []));
      const rule = by.includes(derived?.bands?.id ?? "") ? JSON.stringify(derived?.bands) : "";
      const groups = keep([name, ...by, rule].join("\n"), () => grouped(columns, all().rows, by));
      return [{ columns, groups }];
    });
  const ask: Ask = async (request) => {
    const asked = request.questions.map((id) => questionOf(survey, id));
    const questions = [...asked, ...derivedQuestions(request)];
    const drafts = new Map<string, Draft>();
    for (const { columns, groups } of groupsIn(request)) countCodes(columns, groups, { questions, drafts });
    return { request, groups: [...drafts.values()].map(finish) };
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
