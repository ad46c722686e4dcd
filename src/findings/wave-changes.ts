import type { Text } from "../survey/text.ts";
import type { RecordedFigure, RecordedWave, VersionRecord } from "../survey/version-record.ts";
import { type FigurePair, sameFigure } from "./restated.ts";

/** What tells that a wave's data are others than before. */
export type CorrectionReason = "file" | "rows" | "weights" | "figures";

/** A wave of one version or both, and its headline in each. */
export interface WaveChange {
  readonly id: string;
  readonly title: Text;
  readonly state: "added" | "removed" | "corrected" | "same";
  /** What a correction shows in; empty for other states. */
  readonly reasons: readonly CorrectionReason[];
  readonly before?: WaveVersion;
  readonly after?: WaveVersion;
}

/** A wave as one version has it. */
export interface WaveVersion {
  readonly rows: number;
  readonly sha256: string;
  /** The figure that headed the report; absent where the wave has none. */
  readonly headline?: RecordedFigure;
}

/**
 * Every wave of two versions: those of the later in their order, then those that are gone. `pairs`: the figures that
 * both versions have.
 */
export function waveChanges(
  before: VersionRecord,
  after: VersionRecord,
  pairs: readonly FigurePair<unknown>[],
): readonly WaveChange[] {
  const restated = new Set(
    pairs.filter((pair) => !sameFigure(pair.before, pair.after)).map(({ wave }) => wave),
  );
  const ofAfter = after.waves.map((wave): WaveChange => {
    const old = before.waves.find(({ id }) => id === wave.id);
    const reasons = old ? reasonsOf(old, wave, restated) : [];
    return {
      id: wave.id,
      title: wave.title,
      state: old ? (reasons.length > 0 ? "corrected" : "same") : "added",
      reasons,
      ...(old ? { before: waveVersion(old, before) } : {}),
      after: waveVersion(wave, after),
    };
  });
  const gone = before.waves.filter((old) => !after.waves.some(({ id }) => id === old.id));
  return [
    ...ofAfter,
    ...gone.map((wave): WaveChange => {
      const { id, title } = wave;
      return { id, title, state: "removed", reasons: [], before: waveVersion(wave, before) };
    }),
  ];
}

function reasonsOf(
  old: RecordedWave,
  wave: RecordedWave,
  restated: ReadonlySet<string>,
): readonly CorrectionReason[] {
  return [
    ...(old.sha256 === wave.sha256 ? [] : ["file" as const]),
    ...(old.rows === wave.rows ? [] : ["rows" as const]),
    ...(old.weighted === wave.weighted ? [] : ["weights" as const]),
    ...(restated.has(wave.id) ? ["figures" as const] : []),
  ];
}

function waveVersion({ id, rows, sha256 }: RecordedWave, version: VersionRecord): WaveVersion {
  const { question, measure = "" } = version.headline;
  const figures = version.questions.find((candidate) => candidate.id === question)?.figures;
  const headline = figures?.[measure]?.[id];
  return { rows, sha256, ...(headline === undefined ? {} : { headline }) };
}
