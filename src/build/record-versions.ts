import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { versionsText, withRecord } from "../publish/versions-text.ts";
import { versionsFile } from "../survey/version-record.ts";
import { draftOf } from "./drafts.ts";
import { openSurvey } from "./open-survey.ts";
import type { Prepared, PreparedSurvey } from "./prepared.ts";
import { recordOf } from "./versions.ts";

/** What was done about one survey's record. */
export interface RecordOutcome {
  readonly survey: string;
  readonly dataVersion: string;
  /** False where the last record is of this version already. */
  readonly written: boolean;
}

/** Writes the present version of every survey into its `versions.json`, behind those that are there. */
export async function recordVersions({ surveys, storeFolder }: Prepared): Promise<readonly RecordOutcome[]> {
  const outcomes: RecordOutcome[] = [];
  for (const prepared of surveys) outcomes.push(await recordSurvey(prepared, storeFolder));
  return outcomes;
}

async function recordSurvey(prepared: PreparedSurvey, storeFolder: string): Promise<RecordOutcome> {
  const { survey, dataVersion, versions, folder } = prepared;
  const outcome = { survey: survey.id, dataVersion };
  if (versions.at(-1)?.dataVersion === dataVersion) return { ...outcome, written: false };
  const open = await openSurvey(prepared, storeFolder);
  try {
    const records = withRecord(versions, await recordOf(prepared, open));
    const file = join(folder, versionsFile);
    const draft = draftOf(file);
    await writeFile(draft, versionsText(survey.id, records));
    await rename(draft, file);
  } finally {
    open.close();
  }
  return { ...outcome, written: true };
}
