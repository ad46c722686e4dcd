import type { Text } from "./text.ts";

/** A published figure as a record keeps it. What was withheld carries nothing, here as anywhere. */
export type RecordedFigure = ShownRecord | PublishedRecord | { readonly status: "withheld" | "none" };

/** A figure that was published elsewhere without its base. */
export interface PublishedRecord {
  readonly status: "published";
  readonly value: number;
}

/** A figure that was shown, bounded at 95 % by `low` and `high`; both are the value where no error was known. */
export interface ShownRecord {
  readonly status: "ok" | "low";
  readonly n: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One figure by wave; by first and last where several are pooled (`wavesText`). */
export type FiguresByWave = Readonly<Record<string, RecordedFigure>>;

/** How many answered, by wave; of too few not how many they were. */
export type CountsByWave = Readonly<Record<string, number | "withheld" | "none">>;

/** A wave's file and what was kept of it. */
export interface RecordedWave {
  readonly id: string;
  readonly title: Text;
  /** The file's own name, without folders. */
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly weighted: boolean;
}

export interface RecordedQuestion {
  readonly id: string;
  readonly short: Text;
  /** Waves in which it was asked; absent where what the record was made of does not tell. */
  readonly asked?: readonly string[];
  /** Figures of all respondents, by measure: those that pages show for the question. */
  readonly figures: Readonly<Record<string, FiguresByWave>>;
  /** Of a choice the shares of all respondents, by option id; absent in records made before shares were kept. */
  readonly shares?: Readonly<Record<string, FiguresByWave>>;
  /** How many answered a text; absent in records made before that was kept. */
  readonly answered?: CountsByWave;
}

/** The index, or one of its factors. */
export interface RecordedPart {
  readonly id: string;
  readonly short: Text;
  readonly unit: string;
  /** Figures of all respondents. */
  readonly figures: FiguresByWave;
}

export interface RecordedBranch {
  /** Option ids from the widest level down. */
  readonly path: readonly string[];
  readonly label: Text;
  /** The survey's headline in the latest waves. */
  readonly figures: FiguresByWave;
}

/** What one version of a survey's results published, so that the next can be held against it. */
export interface VersionRecord {
  readonly dataVersion: string;
  /** The figure that headed the report; a choice has no measure. */
  readonly headline: { readonly question: string; readonly measure?: string };
  /** Oldest first. */
  readonly waves: readonly RecordedWave[];
  readonly questions: readonly RecordedQuestion[];
  /** The index before its factors; absent where there is none, and in records made before it was kept. */
  readonly index?: readonly RecordedPart[];
  /** Parents before children. */
  readonly branches: readonly RecordedBranch[];
}

/** The file beside the codebook that holds the records, oldest first. */
export const versionsFile = "versions.json" as const;

export function isShownRecord(figure: RecordedFigure | undefined): figure is ShownRecord {
  return figure?.status === "ok" || figure?.status === "low";
}

/** True for a figure of which nothing is told: it was withheld, or nobody answered. */
export function isHiddenRecord({ status }: RecordedFigure): boolean {
  return status === "withheld" || status === "none";
}
