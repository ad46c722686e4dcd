/**
 * `npm run record`: writes what every survey publishes now into its `versions.json`, so that the next version can be
 * held against it. To be run before a new or corrected wave is put in, and committed.
 */
import { rm } from "node:fs/promises";
import { prepareForPages } from "../build/prepared-file.ts";
import { recordVersions } from "../build/record-versions.ts";
import { problemLines } from "../build/report-problems.ts";
import { cacheFolder, dataFolder, projectRoot, siteScope } from "../build/settings.ts";
import { sayWaiting } from "./say-waiting.ts";

if (siteScope().scope === undefined) await record();
else {
  console.error(
    "MANYI_SCOPE is set: versions are recorded of everybody, as that is what versions.json holds. Unset it.\nNothing was recorded.",
  );
  process.exitCode = 1;
}

async function record(): Promise<void> {
  const { prepared, problems, file } = await prepareForPages({
    data: dataFolder(),
    root: projectRoot,
    cache: cacheFolder(),
    onWait: sayWaiting,
  });
  if (prepared && file !== undefined) {
    try {
      for (const { survey, dataVersion, written } of await recordVersions(prepared))
        console.log(`${survey}: version ${dataVersion} ${written ? "recorded" : "is recorded already"}`);
    } finally {
      await rm(file, { force: true });
    }
  } else {
    for (const line of problemLines(problems)) console.error(line);
    console.error("Nothing was recorded.");
    process.exitCode = 1;
  }
}
