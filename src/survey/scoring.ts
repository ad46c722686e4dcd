import type { Text } from "./text.ts";

/** A score of a card of graded items (M03, M04). */
export interface CardScore {
  readonly id: string;
  readonly title: Text;
  /** Ids of the graded questions. */
  readonly of: readonly string[];
  /** True where too few returned questionnaires cost points (M05). */
  readonly deduct: boolean;
}

/** The second stage of the national score: the mean over the sampled firms (M03). */
export interface FirmStage {
  /** The dimension whose values are the firms. */
  readonly firm: string;
  /** The dimension whose values are the industries; absent: all firms are one. */
  readonly industry?: string;
  /** How many firms there are in an industry, or, under "", in all; absent where the codebook doesn't say. */
  readonly population: Readonly<Record<string, number>>;
}

export interface NationalScore extends CardScore {
  readonly firms?: FirmStage;
}

/** M05: under `threshold` of the questionnaires returned, every full `step` below costs `points` percentage points. */
export interface DeductionRule {
  /** Share of those handed out, 0–1. */
  readonly threshold: number;
  /** Share, 0–1. */
  readonly step: number;
  readonly points: number;
}

/** M06: how many to ask of N customers. Rule 1: plus + share·N; rule 2: for a margin of error at 95 %. */
export type SampleRule =
  | { readonly rule: 1; readonly plus: number; readonly share: number }
  | { readonly rule: 2; readonly margin: number; readonly proportion: number };

/** Several multiple choices whose choices are problems, each question a kind of them (M11). */
export interface ProblemTotal {
  readonly id: string;
  readonly title: Text;
  /** Ids of the questions. */
  readonly of: readonly string[];
  /** True where the report is headed by it. */
  readonly heads?: boolean;
}

/** Scores by written rules that a survey is judged by. */
export interface Scoring {
  readonly national?: NationalScore;
  readonly fiveToOne?: CardScore;
  readonly deduction: DeductionRule;
  readonly sample?: SampleRule;
  readonly problems?: ProblemTotal;
}

/** Problems of one kind (M11). */
export interface ProblemCategory {
  readonly id: string;
  readonly title: Text;
  /** Ids of the question's options. */
  readonly of: readonly string[];
}

/** Respondents whose own index lies from `from` up to the next band (M18). */
export interface Band {
  readonly id: string;
  readonly title: Text;
  /** On the index's own scale; 0 of the lowest. */
  readonly from: number;
}

/** A question and the answers to it that mean "surely" (M18). */
export interface SureOutcome {
  readonly question: string;
  readonly title: Text;
  /** Codes of a scale, or ids of options. */
  readonly sure: readonly string[];
}

export interface BandSettings {
  /** Lowest first. */
  readonly bands: readonly Band[];
  readonly outcomes: readonly SureOutcome[];
}
