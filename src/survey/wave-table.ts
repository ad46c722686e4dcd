/** How many people chose an option, or, where only percentages were printed, which share of those who answered. */
export type TableCell =
  | { readonly option: string; readonly n: number }
  | { readonly option: string; readonly share: number }
  /** The option was offered, and what stands for it says that its figure is not known. */
  | { readonly option: string; readonly unknown: true };

/** One question of a printed table. */
export interface TableQuestion {
  readonly question: string;
  /** How many answered; absent where the table does not say, which only shares can do without. */
  readonly base?: number;
  readonly cells: readonly TableCell[];
}

/** A group of people that a table has figures for: dimension id → option id; {} is everybody. */
export type TableSlice = Readonly<Record<string, string>>;

export interface SliceTable {
  readonly slice: TableSlice;
  readonly questions: readonly TableQuestion[];
}

/** A wave of which only printed tables survive. */
export interface WaveTable {
  readonly wave: string;
  /** How many people were asked, where known. */
  readonly respondents?: number;
  readonly slices: readonly SliceTable[];
}

/** What became of the rows of one printed table (M30). rowsRead = used + all that were left out. */
export interface TableQuality {
  readonly rowsRead: number;
  readonly used: number;
  readonly leftOut: {
    /** Rows of something else, by the codebook's `rows`. */
    readonly other: number;
    /** Questions that the codebook leaves out. */
    readonly unwanted: number;
    /** Rows that hold no known figure. */
    readonly unknown: number;
    /** Rows with something wrong; a table with any stops the build. */
    readonly wrong: number;
  };
  /** Cells that say that their figure is not known. */
  readonly unknownCells: number;
  readonly encoding: string;
}

/** The same for equal slices, whatever the order of their dimensions. */
export function sliceKey(slice: TableSlice): string {
  return JSON.stringify(Object.entries(slice).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every question that a wave's tables hold, whoever for. */
export function questionsOf({ slices }: WaveTable): ReadonlySet<string> {
  return new Set(slices.flatMap(({ questions }) => questions.map(({ question }) => question)));
}
