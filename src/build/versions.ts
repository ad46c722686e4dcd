import { type Comparison, compareVersions, earlierVersion } from "../findings/compare-versions.ts";
import type { EstimatesInput } from "../publish/estimates.ts";
import { versionRecord } from "../publish/version-record.ts";
import { questionName } from "../survey/reading.ts";
import type { VersionRecord } from "../survey/version-record.ts";
import type { PreparedSurvey } from "./prepared.ts";

/** The present version of a survey as a record, from its opened stores. */
export function recordOf(
  { waves, dataVersion }: PreparedSurvey,
  input: EstimatesInput,
): Promise<VersionRecord> {
  const askedIn = (id: string) =>
    waves.filter(({ quality }) => quality.items[questionName(id)] !== undefined).map(({ wave }) => wave);
  return versionRecord({
    ...input,
    dataVersion,
    waves: waves.map(({ wave, file, sourceSha256, layout }) => ({
      id: wave,
      // Folders depend on where the data folder is; the same survey gives the same record anywhere.
      file: file.split(/[\\/]/).at(-1) ?? file,
      sha256: sourceSha256,
      rows: layout.rows,
      weighted: layout.weighted,
    })),
    asked: Object.fromEntries(input.survey.questions.map(({ id }) => [id, askedIn(id)])),
  });
}

/** What differs from the last recorded version that is not the present one; undefined where none is recorded. */
export async function changesSince(
  prepared: PreparedSurvey,
  input: EstimatesInput,
): Promise<Comparison | undefined> {
  const before = earlierVersion(prepared.versions, prepared.dataVersion);
  return before && compareVersions(before, await recordOf(prepared, input));
}
