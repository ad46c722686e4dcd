import {
  isHiddenRecord,
  isShownRecord,
  type RecordedFigure,
  type ShownRecord,
} from "../survey/version-record.ts";

/** A figure of one wave in two versions of its data. */
export interface FigurePair<Subject> {
  readonly subject: Subject;
  readonly wave: string;
  readonly before: RecordedFigure;
  readonly after: RecordedFigure;
}

/** A figure that both versions show, and that is not the same. */
export interface Restatement<Subject> {
  readonly subject: Subject;
  readonly wave: string;
  readonly before: ShownRecord;
  readonly after: ShownRecord;
  /** Later less earlier, in the figure's own unit. */
  readonly change: number;
  /** The change against the margin of error that was published, half the interval; absent where none was known. */
  readonly margins?: number;
}

/** How two versions of the same figures differ. */
export interface Restated<Subject> {
  /** Figures that both versions have. */
  readonly compared: number;
  /** Of them those that are not the same, in value, base, interval or status. */
  readonly restated: number;
  /** Shown before, withheld or without answers now. */
  readonly hidden: number;
  /** Withheld or without answers before, shown now. */
  readonly revealed: number;
  /** Those that both versions show, the largest against their margin first. */
  readonly largest: readonly Restatement<Subject>[];
}

/**
 * Holds two versions of the same figures against each other. They rest on the same interviews, so that nothing is
 * tested: a figure is restated, however little it moved. The margin of error only makes figures of different units
 * comparable in size.
 */
export function restatedAmong<Subject>(pairs: readonly FigurePair<Subject>[]): Restated<Subject> {
  const changed = pairs.filter(({ before, after }) => !sameFigure(before, after));
  const count = (test: (pair: FigurePair<Subject>) => boolean) => changed.filter(test).length;
  return {
    compared: pairs.length,
    restated: changed.length,
    hidden: count(({ before, after }) => !isHiddenRecord(before) && isHiddenRecord(after)),
    revealed: count(({ before, after }) => isHiddenRecord(before) && !isHiddenRecord(after)),
    largest: changed.flatMap((pair) => restatementOf(pair) ?? []).toSorted(bySize),
  };
}

/** True where nothing that is published of a figure differs. */
export function sameFigure(a: RecordedFigure | undefined, b: RecordedFigure | undefined): boolean {
  if (a?.status === "published" && b?.status === "published") return a.value === b.value;
  if (!isShownRecord(a) || !isShownRecord(b)) return a?.status === b?.status;
  return a.status === b.status && a.n === b.n && a.value === b.value && a.low === b.low && a.high === b.high;
}

function restatementOf<Subject>({
  subject,
  wave,
  before,
  after,
}: FigurePair<Subject>): Restatement<Subject> | undefined {
  if (!isShownRecord(before) || !isShownRecord(after)) return undefined;
  const change = after.value - before.value;
  const margin = marginOf(before) || marginOf(after);
  return {
    subject,
    wave,
    before,
    after,
    change,
    ...(margin > 0 ? { margins: Math.abs(change) / margin } : {}),
  };
}

/** Half the width of the interval. */
function marginOf({ low, high }: ShownRecord): number {
  return (high - low) / 2;
}

/** Largest first. A change of a figure whose margin is not known can't be put in order: it stands before all others. */
function bySize(a: Restatement<unknown>, b: Restatement<unknown>): number {
  const size = ({ margins, change }: Restatement<unknown>) =>
    margins ?? (change === 0 ? 0 : Number.MAX_VALUE);
  return size(b) - size(a);
}
