import { type Comparison, compareVersions } from "../findings/compare-versions.ts";
import { verdictsOf } from "../measures/difference.ts";
import { type NewFigure, newFiguresOf, newWaveRequests, newWavesOf } from "../panels/changes-model.ts";
import type { EstimatesInput } from "../publish/published-groups.ts";
import { recordOfSite } from "../publish/read-site.ts";
import { recordedFigure } from "../publish/version-record.ts";
import { type RecordedFigure, type VersionRecord, versionsFile } from "../survey/version-record.ts";
import { everybody } from "../views/slice.ts";
import { openSurvey } from "./open-survey.ts";
import type { Prepared, PreparedSurvey } from "./prepared.ts";
import { recordOf } from "./versions.ts";

/** A question of a new wave and how it moved on the wave before; only rise and fall hold up statistically. */
export interface NewFigurePreview {
  readonly question: string;
  readonly measure: string;
  readonly unit: string;
  readonly figure: RecordedFigure;
  readonly change?: number;
  /** break: the question changed in between (M33). */
  readonly verdict: "rise" | "fall" | "unclear" | "break" | "untested";
}

export interface NewWavePreview {
  readonly wave: string;
  readonly rows: number;
  readonly against?: string;
  /** The survey's headline first, then the largest change first. */
  readonly figures: readonly NewFigurePreview[];
}

/** What publishing the present data of a survey would change, and against what. */
export interface Preview {
  readonly survey: string;
  readonly dataVersion: string;
  /** versions.json: the last record; site: the last built site; none: there is nothing to compare with. */
  readonly against: "versions.json" | "site" | "none";
  /** Absent where there is nothing to compare with, or where it is the present version itself. */
  readonly comparison?: Comparison;
  readonly newWaves: readonly NewWavePreview[];
}

/** Holds every survey against what was published of it last: its last record, else the site that was built last. */
export async function previewsOf(
  { surveys, storeFolder }: Prepared,
  { out }: { readonly out: string },
): Promise<readonly Preview[]> {
  const previews: Preview[] = [];
  for (const prepared of surveys) previews.push(await previewOf(prepared, storeFolder, out));
  return previews;
}

async function previewOf(prepared: PreparedSurvey, storeFolder: string, out: string): Promise<Preview> {
  const { survey, dataVersion } = prepared;
  const { against, before } = await lastPublished(prepared, out);
  const preview = { survey: survey.id, dataVersion, against, newWaves: [] };
  if (!before || before.dataVersion === dataVersion) return preview;
  const open = await openSurvey(prepared, storeFolder);
  try {
    const comparison = compareVersions(before, await recordOf(prepared, open));
    return { ...preview, comparison, newWaves: await newWavePreviews(open, comparison) };
  } finally {
    open.close();
  }
}

/** The last record, unless it is of the present version; then the last built site; then that record after all. */
async function lastPublished(
  { survey, versions, dataVersion, scope }: PreparedSurvey,
  out: string,
): Promise<{ readonly against: Preview["against"]; readonly before?: VersionRecord }> {
  const last = versions.at(-1);
  if (last && last.dataVersion !== dataVersion) return { against: versionsFile, before: last };
  const site = await recordOfSite(out, survey.id, scope);
  if (site) return { against: "site", before: site };
  return last ? { against: versionsFile, before: last } : { against: "none" };
}

async function newWavePreviews(
  { survey, ask }: EstimatesInput,
  comparison: Comparison,
): Promise<readonly NewWavePreview[]> {
  const counts = await Promise.all(newWaveRequests(survey, comparison).map(ask));
  const waves = newWavesOf({ survey, slice: everybody }, comparison, counts);
  const judge = verdictsOf(waves.flatMap((wave) => newFiguresOf(wave).map(({ change }) => change)));
  const previewed = ({ subject, estimate, change }: NewFigure): NewFigurePreview => ({
    question: subject.question.id,
    measure: subject.measure.name,
    unit: subject.unit,
    figure: recordedFigure(estimate ?? { status: "none" }),
    ...(change.value === undefined ? {} : { change: change.value }),
    verdict: change.status === "tested" ? judge(change) : change.reason === "break" ? "break" : "untested",
  });
  return waves.map((wave) => ({
    wave: wave.wave,
    rows: wave.rows,
    ...(wave.from === undefined ? {} : { against: wave.from }),
    figures: newFiguresOf(wave).map(previewed),
  }));
}
