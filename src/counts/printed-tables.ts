import { isChoiceQuestion, isScaleQuestion, type Question, questionIn } from "../survey/question.ts";
import { questionOf, type Survey, waveIds } from "../survey/survey.ts";
import {
  questionsOf,
  type SliceTable,
  type TableQuestion,
  type TableSlice,
  type WaveTable,
} from "../survey/wave-table.ts";
import { remainderOf } from "./remainder.ts";
import type { CountsRequest, Group } from "./request.ts";
import type { Source } from "./sources.ts";
import { type Cell, type Tally, unweightedCell } from "./tally.ts";

/**
 * Answers requests from printed tables: a group is there where a table has exactly its slice. Nothing is added up from
 * parts, because nothing says that the parts are all there. What a whole has beyond the groups printed of it is a group
 * of unknown place (key null), so that subtraction gives no small group away.
 */
export function printedTables(survey: Survey, tables: readonly WaveTable[]): Source {
  const held = new Map(tables.map((table) => [table.wave, questionsOf(table)]));
  return {
    waves: tables.map(({ wave }) => wave),
    ask: async (request) => {
      const asked = tables.filter(({ wave }) => request.waves.includes(wave));
      return {
        request,
        groups: asked.flatMap((table) => groupsIn(survey, table, request)),
        printed: new Map(asked.map(({ wave }) => [wave, held.get(wave) ?? new Set<string>()])),
      };
    },
  };
}

function groupsIn(survey: Survey, table: WaveTable, request: CountsRequest): readonly Group[] {
  const within = singleValues(request.slice);
  if (!within) return [];
  const group = (part: SliceTable) => groupOfSlice(survey, table, part, request);
  const parts = table.slices.filter(({ slice }) => isPart(slice, within, request.by)).map(group);
  const whole = table.slices.find(({ slice }) => isPart(slice, within, []));
  const [, another] = request.by;
  if (!whole || request.by.length === 0 || another !== undefined) return parts;
  return [...parts, ...remainderOf(group(whole), parts)];
}

/** A slice as printed tables name it: one value a dimension; undefined where a dimension has several. */
function singleValues(slice: CountsRequest["slice"]): TableSlice | undefined {
  const restricted = Object.entries(slice).filter(([, values]) => values.length > 0);
  if (restricted.some(([, values]) => values.length > 1)) return undefined;
  return Object.fromEntries(
    restricted.flatMap(([id, [value]]) => (value === undefined ? [] : [[id, value]])),
  );
}

/** True for a slice of exactly the dimensions of the whole and those that it is broken down by, within the whole. */
function isPart(slice: TableSlice, whole: TableSlice, by: readonly string[]): boolean {
  const dimensions = new Set([...Object.keys(whole), ...by]);
  const own = Object.entries(slice);
  return (
    own.length === dimensions.size &&
    own.every(([id, value]) => dimensions.has(id) && (whole[id] ?? value) === value)
  );
}

function groupOfSlice(
  survey: Survey,
  { wave, respondents }: WaveTable,
  { slice, questions }: SliceTable,
  { questions: wanted, by }: CountsRequest,
): Group {
  const everybody = Object.keys(slice).length === 0;
  return {
    wave,
    key: by.map((dimension) => slice[dimension] ?? null),
    ...(everybody && respondents !== undefined ? { rows: unweightedCell(respondents) } : {}),
    tallies: new Map(
      questions
        .filter(({ question }) => wanted.includes(question))
        .map((printed) => {
          const question = questionIn(questionOf(survey, printed.question), waveIds(survey), wave);
          return [printed.question, tallyOf(printed, question)];
        }),
    ),
  };
}

/** Shares on a stated base count as that many people, in parts where they were rounded; without one they stay shares. */
function tallyOf({ base, cells }: TableQuestion, question: Question): Tally {
  const code = codeReader(question);
  if (base === undefined) {
    const shares = cells.flatMap((cell): [number, number][] =>
      "share" in cell ? [[code(cell.option), cell.share]] : [],
    );
    return { kind: "shares", shares: new Map(shares) };
  }
  const counted = cells.flatMap((cell): [number, Cell][] => {
    if ("unknown" in cell) return [];
    return [[code(cell.option), unweightedCell("n" in cell ? cell.n : cell.share * base)]];
  });
  const unknown = new Set(cells.flatMap((cell) => ("unknown" in cell ? [code(cell.option)] : [])));
  return {
    kind: "codes",
    base: unweightedCell(base),
    cells: new Map(counted),
    ...(unknown.size > 0 ? { unknown } : {}),
  };
}

/** What stands for an option in a tally: the code of a scale, or the option's place. */
function codeReader(question: Question): (option: string) => number {
  if (isScaleQuestion(question)) return Number;
  const options = isChoiceQuestion(question) ? question.options : [];
  return (option) => options.findIndex(({ id }) => id === option);
}
