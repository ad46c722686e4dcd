import type { RecordedBranch, VersionRecord } from "../survey/version-record.ts";
import { endsOfWaves } from "../survey/waves-text.ts";
import { type FigureKind, type FigureName, figurePairs, pairsOf } from "./figure-pairs.ts";
import { type QuestionChanges, questionChanges } from "./question-changes.ts";
import { type Restated, restatedAmong } from "./restated.ts";
import { type WaveChange, waveChanges } from "./wave-changes.ts";

/** What a branch is called and where it stands. */
export type BranchName = Pick<RecordedBranch, "path" | "label">;

export interface BranchChanges {
  readonly appeared: readonly BranchName[];
  readonly vanished: readonly BranchName[];
  /** Waves, or pools of waves, whose headlines both versions record by branch. */
  readonly waves: readonly string[];
  readonly restated: Restated<BranchName>;
}

/** What differs between two published versions of one survey. */
export interface Comparison {
  /** Data versions. */
  readonly before: string;
  readonly after: string;
  /** True where both versions are headed by the same figure; else their headlines are no pair. */
  readonly sameHeadline: boolean;
  readonly waves: readonly WaveChange[];
  readonly questions: QuestionChanges;
  /** Figures of all respondents, of waves that both versions have. */
  readonly restated: Restated<FigureName>;
  /** What these figures are: a record made before shares were kept has none to compare. */
  readonly kinds: readonly FigureKind[];
  readonly branches: BranchChanges;
}

/**
 * Compares what two versions of a survey published. Waves that both have are compared with themselves: what differs
 * there is a restatement, not a change of opinion, and is never tested. Whatever the versions, only published figures
 * enter, so that nothing withheld can come out.
 */
export function compareVersions(before: VersionRecord, after: VersionRecord): Comparison {
  const sameHeadline =
    before.headline.question === after.headline.question &&
    before.headline.measure === after.headline.measure;
  const pairs = figurePairs(before, after);
  return {
    before: before.dataVersion,
    after: after.dataVersion,
    sameHeadline,
    waves: waveChanges(before, after, pairs),
    questions: questionChanges(before, after),
    restated: countsLast(restatedAmong(pairs)),
    kinds: [...new Set(pairs.map(({ subject }) => subject.kind))],
    branches: branchChanges(before.branches, after.branches, {
      comparable: sameHeadline,
      order: after.waves.map(({ id }) => id),
    }),
  };
}

/** The last recorded version that is not the present one: what the present one is to be compared with. */
export function earlierVersion(
  records: readonly VersionRecord[],
  present: string,
): VersionRecord | undefined {
  return records.findLast(({ dataVersion }) => dataVersion !== present);
}

/** Numbers of answers have no margin that they could be held against: they stand behind all other figures. */
function countsLast(restated: Restated<FigureName>): Restated<FigureName> {
  const isCount = ({ subject }: Restated<FigureName>["largest"][number]) =>
    Number(subject.kind === "answered");
  return { ...restated, largest: restated.largest.toSorted((a, b) => isCount(a) - isCount(b)) };
}

function branchChanges(
  before: readonly RecordedBranch[],
  after: readonly RecordedBranch[],
  { comparable, order }: { readonly comparable: boolean; readonly order: readonly string[] },
): BranchChanges {
  const [old, now] = [byPath(before), byPath(after)];
  const pairs = after.flatMap(({ path, label, figures }) =>
    comparable ? pairsOf(old.get(keyOf({ path }))?.figures ?? {}, figures, { path, label }) : [],
  );
  const compared = [...new Set(pairs.map(({ wave }) => wave))];
  const last = (waves: string) => order.indexOf(endsOfWaves(waves)[1]);
  return {
    appeared: after.filter((branch) => !old.has(keyOf(branch))).map(nameOf),
    vanished: before.filter((branch) => !now.has(keyOf(branch))).map(nameOf),
    waves: compared.toSorted((a, b) => last(a) - last(b)),
    restated: restatedAmong(pairs),
  };
}

function byPath(branches: readonly RecordedBranch[]): ReadonlyMap<string, RecordedBranch> {
  return new Map(branches.map((branch) => [keyOf(branch), branch]));
}

function keyOf({ path }: Pick<BranchName, "path">): string {
  return JSON.stringify(path);
}

function nameOf({ path, label }: BranchName): BranchName {
  return { path, label };
}
