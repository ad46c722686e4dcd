import type { Network } from "./network.ts";
import type { Option, Question } from "./question.ts";
import type { BandSettings, Scoring } from "./scoring.ts";
import type { Text } from "./text.ts";

/** One round of interviews. Waves stand oldest first. */
export interface Wave {
  readonly id: string;
  readonly title: Text;
  readonly start?: string;
  readonly end?: string;
  /** People invited, where known: the denominator of the response rate. */
  readonly invited?: number;
  /** True where only printed tables of the wave survive, and no respondents. */
  readonly tabulated?: boolean;
  /** What a reader compares it with in place of the wave before: another wave's id, or nothing. Never in a codebook. */
  readonly against?: string | null;
}

/** A property of respondents that figures are broken down by. */
export interface Dimension {
  readonly id: string;
  readonly title: Text;
  readonly options: readonly Option[];
}

/** A named group of items, or of factors (M10). */
export interface Factor {
  readonly id: string;
  readonly title: Text;
  /** Stated weight, on any scale; normalised where it is used. */
  readonly weight?: number;
  readonly owner?: Text;
  readonly of: readonly (string | Factor)[];
}

/** One figure made of factors (M10). */
export interface IndexSettings {
  readonly id: string;
  readonly title: Text;
  /** Ids of the survey's factors. */
  readonly of: readonly string[];
  /** Published on 0–1000 or on 0–100. */
  readonly measure: "index1000" | "index100";
  /** share: 8.5 of 10 counts 0.85; range: the scale's lowest code counts 0. */
  readonly rescale: "share" | "range";
  /** The factors' own weights, or all alike. */
  readonly weights: "stated" | "equal";
  /** What the index is meant to reach, on its own scale. */
  readonly target?: number;
}

/** Thresholds on the number of answers. */
export interface BaseRules {
  /** Fewer answers than this: neither value nor number leaves the build. */
  readonly minimum: number;
  /** Fewer answers than this: shown and flagged. */
  readonly caution: number;
  /** Level of the hierarchy → over how many waves its branches are shown together (M35). */
  readonly pool?: Readonly<Record<string, number>>;
}

/** A named slice that readers can pick. */
export interface NamedSet {
  readonly id: string;
  readonly title: Text;
  /** Dimension id → option ids. */
  readonly slice: Readonly<Record<string, readonly string[]>>;
}

/** Two questions about one thing: what was expected, and what was found (M09). */
export interface Pair {
  readonly title: Text;
  readonly expectation: string;
  readonly perception: string;
  /** Weight in the survey's gap, on any scale; absent on all: all alike. */
  readonly weight?: number;
}

/** A feature asked about twice: how people feel if it is there, and if it is not (M16). */
export interface KanoFeature {
  readonly id: string;
  readonly title: Text;
  /** Ids of the two single questions; their options stand from "I like it" to "I dislike it". */
  readonly functional: string;
  readonly dysfunctional: string;
}

/** What a reader's browser may download (M34). */
export type Publish = "protected" | "rows" | "pages";

/** Measures that pages can show for a question. */
export type MeasureName =
  | "mean"
  | "grade"
  | "csat"
  | "ces"
  | "easy"
  | "top1"
  | "top2"
  | "bottom2"
  | "net"
  | "satisfied"
  | "nps"
  | "promoters"
  | "passives"
  | "detractors"
  | "share";

/** What a survey is: everything that a page needs to know apart from the answers. */
export interface Survey {
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  /** True when the answers were invented, as in a demo; every page says so. */
  readonly synthetic: boolean;
  readonly waves: readonly Wave[];
  readonly dimensions: readonly Dimension[];
  /** Dimension ids, widest first. */
  readonly hierarchy: readonly string[];
  /** The hierarchy's branches through time, where the codebook names a file of them. */
  readonly network?: Network;
  readonly segments: readonly string[];
  readonly filters: readonly string[];
  readonly sets: readonly NamedSet[];
  readonly pairs: readonly Pair[];
  readonly kano: readonly KanoFeature[];
  readonly questions: readonly Question[];
  readonly factors: readonly Factor[];
  readonly index?: IndexSettings;
  /** Scores by written rules (M03–M06). */
  readonly scoring?: Scoring;
  /** Bands of the respondents' own index (M18). */
  readonly bands?: BandSettings;
  /** The question that heads the report. */
  readonly headline: string;
  /** Measures shown for a question, the headline measure first. */
  readonly measures: readonly MeasureName[];
  readonly base: BaseRules;
  readonly publish: Publish;
}

export function waveIds({ waves }: Pick<Survey, "waves">): readonly string[] {
  const known = idsOfWaves.get(waves) ?? waves.map((wave) => wave.id);
  idsOfWaves.set(waves, known);
  return known;
}

/** @throws Error when the survey has no such question: the caller named it. */
export function questionOf({ id: survey, questions }: Survey, id: string): Question {
  // Of two with one id the first.
  const known =
    byId.get(questions) ?? new Map(questions.toReversed().map((question) => [question.id, question]));
  byId.set(questions, known);
  const question = known.get(id);
  if (!question) throw new Error(`survey ${survey} has no question "${id}"`);
  return question;
}

/** Every figure asks for these; surveys never change. */
const idsOfWaves = new WeakMap<readonly Wave[], readonly string[]>();
const byId = new WeakMap<readonly Question[], ReadonlyMap<string, Question>>();

/** @throws Error when the survey has no such dimension: the caller named it. */
export function dimensionOf(survey: Survey, id: string): Dimension {
  const dimension = survey.dimensions.find((candidate) => candidate.id === id);
  if (!dimension) throw new Error(`survey ${survey.id} has no dimension "${id}"`);
  return dimension;
}

/** Question ids under a factor, however deep, in codebook order. */
export function itemsOf(factor: Factor): readonly string[] {
  return factor.of.flatMap((member) => (typeof member === "string" ? [member] : itemsOf(member)));
}
