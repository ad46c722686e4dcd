/** A scale of codes, worst first; the words are those of the export or none. */
export interface DraftScale {
  readonly codes: readonly number[];
  readonly labels?: readonly string[];
}

export interface DraftLabel {
  readonly code: string;
  readonly text: string;
}

/** What the cells of a question are taken for. */
export type Answers =
  | { readonly type: "rating" | "nps"; readonly scale: DraftScale }
  | {
      readonly type: "single";
      /** Absent: values are taken as found. */
      readonly labels?: readonly DraftLabel[];
      /** The code that takes in what is not listed. */
      readonly other?: string;
      /** Other spellings → the value that they stand for. */
      readonly recode?: Readonly<Record<string, string>>;
    }
  | {
      readonly type: "multi";
      readonly form:
        | { readonly kind: "cell"; readonly separator: string }
        | {
            readonly kind: "choices";
            readonly mentioned?: readonly string[];
            readonly notMentioned?: readonly string[];
          }
        | { readonly kind: "mentions" };
      readonly labels: readonly DraftLabel[];
      readonly other?: string;
      readonly none?: string;
      /** "asked" where silence is an answer. */
      readonly base?: "asked";
    }
  | {
      readonly type: "number";
      readonly unit?: { readonly en: string; readonly zh: string };
      readonly min?: number;
      readonly better?: "lower";
    }
  | { readonly type: "text" };

/** What a question was taken for, why, and what a person should look at. */
export interface Guess {
  readonly answers: Answers;
  /** Values that are no answer. */
  readonly missing: readonly string[];
  readonly reason: string;
  readonly doubts: readonly string[];
}
