import { type Comparison, compareVersions, earlierVersion } from "../findings/compare-versions.ts";
import type { EstimatesInput } from "../publish/published-groups.ts";
import { versionRecord } from "../publish/version-record.ts";
import { questionName } from "../survey/reading.ts";
import type { CountsByWave, VersionRecord } from "../survey/version-record.ts";
import { questionsOf } from "../survey/wave-table.ts";
import { hashOf } from "./fingerprint.ts";
import type { PreparedSurvey, PreparedTable } from "./prepared.ts";

/** The present version of a survey as a record, from its opened stores. */
export function recordOf(prepared: PreparedSurvey, input: EstimatesInput): Promise<VersionRecord> {
  const { waves, tables, dataVersion } = prepared;
  const askedIn = (id: string) => [
    ...tables.filter(({ table }) => questionsOf(table).has(id)).map(({ wave }) => wave),
    ...waves.filter(({ quality }) => quality.items[questionName(id)] !== undefined).map(({ wave }) => wave),
  ];
  return versionRecord({
    ...input,
    dataVersion,
    waves: [
      ...tables.map(recordedTable),
      ...waves.map(({ wave, file, sourceSha256, layout }) => ({
        id: wave,
        file: ownName(file),
        sha256: sourceSha256,
        rows: layout.rows,
        weighted: layout.weighted,
      })),
    ],
    asked: Object.fromEntries(input.survey.questions.map(({ id }) => [id, askedIn(id)])),
    answered: textsAnswered(prepared),
  });
}

/** How many answered each text question, wave by wave: not of fewer than the minimum, here as on pages. */
export function textsAnswered({
  survey,
  waves,
}: Pick<PreparedSurvey, "survey" | "waves">): Readonly<Record<string, CountsByWave>> {
  const said = (answered: number) =>
    answered === 0 ? "none" : answered < survey.base.minimum ? "withheld" : answered;
  const counts = (id: string): CountsByWave =>
    Object.fromEntries(
      waves.flatMap(({ wave, quality }) => {
        const item = quality.items[questionName(id)];
        return item ? [[wave, said(item.answered)]] : [];
      }),
    );
  const texts = survey.questions.filter(({ type }) => type === "text");
  return Object.fromEntries(texts.map(({ id }) => [id, counts(id)]));
}

/** A wave of printed tables: its files together, and the rows that were used. */
function recordedTable({ wave, files }: PreparedTable) {
  const [only, ...more] = files.map(({ sha256 }) => sha256);
  return {
    id: wave,
    file: files.map(({ file }) => ownName(file)).join(", "),
    sha256: only !== undefined && more.length === 0 ? only : hashOf(only, ...more),
    rows: files.reduce((sum, { quality }) => sum + quality.used, 0),
    weighted: false,
  };
}

/** Folders depend on where the data folder is; the same survey gives the same record anywhere. */
function ownName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

/** What differs from the last recorded version that is not the present one; undefined where none is recorded. */
export async function changesSince(
  prepared: PreparedSurvey,
  input: EstimatesInput,
): Promise<Comparison | undefined> {
  const before = earlierVersion(prepared.versions, prepared.dataVersion);
  return before && compareVersions(before, await recordOf(prepared, input));
}
