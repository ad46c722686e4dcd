import Papa from "papaparse";
import type { Ask, Counts } from "../counts/request.ts";
import type { Tally } from "../counts/tally.ts";
import { type Estimate, isShown, type Weighting } from "../measures/estimate.ts";
import { measures } from "../measures/registry.ts";
import { shareOfCodes } from "../measures/share.ts";
import type { Branch } from "../survey/branches.ts";
import { isChoiceQuestion, isScaleQuestion, type Question } from "../survey/question.ts";
import { type Survey, waveIds } from "../survey/survey.ts";
import { branchSlice, everybody, type Slice, sliceText } from "../views/slice.ts";

/** Columns of `estimates.csv`, in order. */
export const estimateColumns = [
  "survey",
  "wave",
  "slice",
  "subject",
  "option",
  "measure",
  "method",
  "weighted",
  "unit",
  "n",
  "n_eff",
  "value",
  "low",
  "high",
  "status",
] as const;

/** A cell that a spreadsheet would run: it starts with = or @, or with a sign and is no number. */
const formula = /^(?:[=@\t\r]|[+-](?!\d*\.?\d+(?:e[+-]?\d+)?$))/i;

export interface EstimatesInput {
  readonly survey: Survey;
  readonly ask: Ask;
  readonly branches: readonly Branch[];
  readonly weightedWaves: ReadonlySet<string>;
}

/**
 * Every published estimate, tidy, one row each, as CSV with a byte-order mark: the total with all measures and the
 * shares of all options; every value of a dimension and every branch with the survey's own measures. Below the widest
 * level of the hierarchy only the weighting that pages show is listed. Full precision; withheld rows carry neither
 * value nor base.
 */
export async function estimatesCsv(input: EstimatesInput): Promise<string> {
  const rows: string[][] = [[...estimateColumns]];
  for (const { slice, counts, questions, key, detail } of await slicesOf(input)) {
    for (const wave of waveIds(input.survey)) {
      const group = counts.groups.find(
        (candidate) => candidate.wave === wave && candidate.key.every((id, at) => id === key[at]),
      );
      for (const question of questions) {
        const tally = group?.tallies.get(question.id);
        if (!tally) continue;
        const siblings = siblingsOf(counts, question.id, tally);
        rows.push(...rowsOf(input, { wave, slice, question, tally, detail, siblings }));
      }
    }
  }
  return `\uFEFF${Papa.unparse(rows, { newline: "\r\n", escapeFormulae: formula })}\r\n`;
}

interface SliceCounts {
  readonly slice: Slice;
  readonly counts: Counts;
  readonly key: readonly string[];
  readonly questions: readonly Question[];
  /**
   * How much is listed. whole: all measures and the shares of all options; measures: the survey's own measures, both
   * weightings; page: the same with the weighting that pages show.
   */
  readonly detail: "whole" | "measures" | "page";
}

async function slicesOf({ survey, ask, branches }: EstimatesInput): Promise<readonly SliceCounts[]> {
  const questions = survey.questions;
  const request = {
    questions: questions.map(({ id }) => id),
    waves: waveIds(survey),
    by: [],
    slice: everybody,
  };
  const total = {
    slice: everybody,
    counts: await ask(request),
    key: [],
    questions,
    detail: "whole" as const,
  };
  const lower = new Set(survey.hierarchy);
  const scored = questions.filter((question) => !isChoiceQuestion(question) && question.type !== "text");
  const byDimension: SliceCounts[] = [];
  for (const { id, options } of survey.dimensions.filter((dimension) => !lower.has(dimension.id))) {
    const counts = await ask({ ...request, by: [id] });
    for (const option of options)
      byDimension.push({
        slice: { [id]: [option.id] },
        counts,
        key: [option.id],
        questions: scored,
        detail: "measures",
      });
  }
  const byBranch: SliceCounts[] = [];
  for (const { path } of branches) {
    const slice = branchSlice(survey.hierarchy, path);
    const parent = branchSlice(survey.hierarchy, path.slice(0, -1));
    const by = survey.hierarchy[path.length - 1] ?? "";
    const counts = await ask({
      questions: scored.map(({ id }) => id),
      waves: request.waves,
      by: [by],
      slice: parent,
    });
    const detail = path.length === 1 ? "measures" : "page";
    byBranch.push({ slice, counts, key: [path.at(-1) ?? ""], questions: scored, detail });
  }
  return [total, ...byDimension, ...byBranch];
}

interface RowInput {
  readonly wave: string;
  readonly slice: Slice;
  readonly question: Question;
  readonly tally: Tally;
  readonly detail: SliceCounts["detail"];
  readonly siblings: readonly Tally[];
}

function rowsOf(input: EstimatesInput, row: RowInput): readonly string[][] {
  return weightingsOf(input, row).flatMap((weighting) => [
    ...measureRows(input, row, weighting),
    ...(row.detail === "whole" ? optionRows(input, row, weighting) : []),
  ]);
}

function weightingsOf({ weightedWaves }: EstimatesInput, { wave, detail }: RowInput): readonly Weighting[] {
  if (!weightedWaves.has(wave)) return ["unweighted"];
  return detail === "page" ? ["weighted"] : ["unweighted", "weighted"];
}

function measureRows(
  { survey }: EstimatesInput,
  { wave, slice, question, tally, detail, siblings }: RowInput,
  weighting: Weighting,
): readonly string[][] {
  const wanted = detail === "whole" ? Object.values(measures) : survey.measures.map((name) => measures[name]);
  return wanted
    .filter((measure) => measure.name !== "share" && measure.appliesTo(question))
    .map((measure) => {
      const estimate = measure.estimate(tally, question, { weighting, base: survey.base, siblings });
      return [
        survey.id,
        wave,
        sliceText(slice),
        question.id,
        "",
        measure.name,
        measure.method,
        flag(weighting),
        measure.unitOf(question),
        ...figures(estimate),
      ];
    });
}

function optionRows(
  { survey }: EstimatesInput,
  { wave, slice, question, tally }: RowInput,
  weighting: Weighting,
): readonly string[][] {
  const share = (code: number, option: string) => {
    const estimate = shareOfCodes(tally, [code], { weighting, base: survey.base });
    return [
      survey.id,
      wave,
      sliceText(slice),
      question.id,
      option,
      "share",
      measures.share.method,
      flag(weighting),
      "proportion",
      ...figures(estimate),
    ];
  };
  if (isScaleQuestion(question)) return question.scale.codes.map((code) => share(code, String(code)));
  return isChoiceQuestion(question) ? question.options.map(({ id }, place) => share(place, id)) : [];
}

function figures(estimate: Estimate): readonly string[] {
  if (!isShown(estimate)) return [estimate.status === "none" ? "0" : "", "", "", "", "", estimate.status];
  const { n, effective, value, low, high, status } = estimate;
  return [...[n, effective, value, low, high].map(String), status];
}

function flag(weighting: Weighting): string {
  return weighting === "weighted" ? "1" : "0";
}

function siblingsOf(counts: Counts, question: string, own: Tally): readonly Tally[] {
  return counts.groups.flatMap((group) => {
    const tally = group.tallies.get(question);
    return tally && tally !== own ? [tally] : [];
  });
}
