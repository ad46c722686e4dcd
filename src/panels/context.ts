import type { ComponentChildren } from "preact";
import type { Branch } from "../survey/branches.ts";
import type { ItemResponse } from "../survey/quality.ts";
import { type Question, questionIn } from "../survey/question.ts";
import type { StratumCount } from "../survey/stratum.ts";
import { questionOf, type Survey, waveIds } from "../survey/survey.ts";
import type { Language } from "../survey/text.ts";
import { waveBefore } from "../survey/wave-before.ts";
import type { Slice } from "../views/slice.ts";
import type { Words } from "../words/words.ts";
import type { Outside } from "./outside-model.ts";
import type { Judge } from "./panel.ts";

/** Addresses of a survey's pages in one language. */
export interface Links {
  readonly overview: (wave?: string) => string;
  readonly question: (id: string) => string;
  /** The page of a factor, or of the index. */
  readonly factor: (id: string) => string;
  readonly branches: string;
  readonly branch: (branch: Branch) => string;
  /** The league tables of the whole network, and the network against chance. */
  readonly best: string;
  readonly luck: string;
  readonly data: string;
  /** What readers can download. */
  readonly publicData: string;
  readonly changes: string;
  readonly weights: string;
  /** What moved the headline of a wave; by default of the latest. */
  readonly why: (wave?: string) => string;
  readonly methods: string;
  /** Scores of the same answers side by side. */
  readonly whichScore: string;
}

/** Everything that a panel may know apart from counts. */
export interface ReportContext {
  readonly survey: Survey;
  readonly wave: string;
  readonly slice: Slice;
  /** The branch that the slice is, on a branch's page. */
  readonly branch?: Branch;
  /** Branches from the widest level down to the page's own. */
  readonly ancestors: readonly Branch[];
  readonly tree: readonly Branch[];
  readonly weightedWaves: ReadonlySet<string>;
  /** Questionnaires handed out and returned, by wave, where known. */
  readonly responses: Readonly<Record<string, { readonly handedOut: number; readonly returned: number }>>;
  /** Customers and questionnaires by stratum, where the codebook names a file of them. */
  readonly strata?: readonly StratumCount[];
  /** How many of all respondents were asked and answered, by wave and stored name; of printed tables nothing is known. */
  readonly items: Readonly<Record<string, Readonly<Record<string, ItemResponse>>>>;
  /** In a site of some respondents alone, where chosen: averages of everybody else. */
  readonly outside?: Outside;
  /** True of a reader's view: counted from the rows that are published, in which texts and dates are not. */
  readonly fromRows?: boolean;
  /** Whom the page is about within its branch, or within everybody, in words: a reader's filter. */
  readonly who?: string;
  readonly language: Language;
  readonly words: Words;
  readonly links: Links;
  /** For charts: the browser's own document, or one made at build. */
  readonly document: Document;
  /** What the page's findings start with, where a reader's view sets the page against something. */
  readonly lead?: Promise<FindingsLead>;
}

/** A line of findings in the page's verdicts. */
export type FindingsLead = (judge: Judge) => ComponentChildren;

/** The wave that the page's is compared with, the one before it unless a view says otherwise; undefined for none. */
export function previousWave({ survey, wave }: ReportContext): string | undefined {
  return waveBefore(survey, wave);
}

export function waveTitle(
  { survey, language }: Pick<ReportContext, "survey" | "language">,
  id: string,
): string {
  return survey.waves.find((wave) => wave.id === id)?.title[language] ?? id;
}

/** A question as it was put in a wave, the page's own by default: with that wave's scale. */
export function questionAt(context: ReportContext, id: string, wave = context.wave): Question {
  return questionPut(context.survey, id, wave);
}

/** A question of a survey as it was put in a wave. */
export function questionPut(survey: Survey, id: string, wave: string): Question {
  return questionIn(questionOf(survey, id), waveIds(survey), wave);
}

/** The waves that a page's tables speak of: its own and the one that it is compared with. */
export function comparedWaves(context: ReportContext): readonly string[] {
  return [previousWave(context), context.wave].filter((wave) => wave !== undefined);
}
