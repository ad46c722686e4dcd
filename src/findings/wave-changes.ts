import type { Text } from "../survey/text.ts";
import type { RecordedFigure, RecordedWave, VersionRecord } from "../survey/version-record.ts";
import { sameFigure } from "./restated.ts";

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

/** Every wave of two versions: those of the later in their order, then those that are gone. */
export function waveChanges(before: VersionRecord, after: VersionRecord): readonly WaveChange[] {
  const ofAfter = after.waves.map((wave): WaveChange => {
    const old = before.waves.find(({ id }) => id === wave.id);
    const reasons = old ? reasonsOf(old, wave, { before, after }) : [];
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
  versions: { readonly before: VersionRecord; readonly after: VersionRecord },
): readonly CorrectionReason[] {
  return [
    ...(old.sha256 === wave.sha256 ? [] : ["file" as const]),
    ...(old.rows === wave.rows ? [] : ["rows" as const]),
    ...(old.weighted === wave.weighted ? [] : ["weights" as const]),
    ...(hasOtherFigures(wave.id, versions) ? ["figures" as const] : []),
  ];
}

/** True where a figure that both versions have of the wave is not the same. */
function hasOtherFigures(
  wave: string,
  { before, after }: { readonly before: VersionRecord; readonly after: VersionRecord },
): boolean {
  return after.questions.some(({ id, figures }) => {
    const old = before.questions.find((question) => question.id === id)?.figures ?? {};
    return Object.entries(figures).some(([measure, byWave]) => {
      const [was, is] = [old[measure]?.[wave], byWave[wave]];
      return was !== undefined && is !== undefined && !sameFigure(was, is);
    });
  });
}

function waveVersion({ id, rows, sha256 }: RecordedWave, version: VersionRecord): WaveVersion {
  const { question, measure = "" } = version.headline;
  const figures = version.questions.find((candidate) => candidate.id === question)?.figures;
  const headline = figures?.[measure]?.[id];
  return { rows, sha256, ...(headline === undefined ? {} : { headline }) };
}
