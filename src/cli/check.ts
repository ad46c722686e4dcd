/**
 * `npm run check`: reads every survey and lists everything wrong in one go, then what publishing each would change;
 * exit code 1 where something stops. With `--json` the standard output is `{ problems, previews, publishing }` as JSON and nothing
 * else (npm's own first lines go away with `npm run --silent check -- --json`).
 */
import { rm } from "node:fs/promises";
import { prepareForPages } from "../build/prepared-file.ts";
import { type Preview, previewsOf } from "../build/preview.ts";
import { previewLines } from "../build/report-preview.ts";
import { problemLines, problemSummary } from "../build/report-problems.ts";
import { publishingLines, publishingOf } from "../build/report-publishing.ts";
import { cacheFolder, dataFolder, outFolder, projectRoot, siteScope } from "../build/settings.ts";
import { sayWaiting } from "./say-waiting.ts";

const { prepared, problems, file } = await prepareForPages({
  data: dataFolder(),
  root: projectRoot,
  cache: cacheFolder(),
  ...siteScope(),
  onWait: sayWaiting,
});
try {
  const previews = prepared ? await previewsOf(prepared, { out: outFolder() }) : [];
  const publishing = (prepared?.surveys ?? []).map(publishingOf);
  if (process.argv.includes("--json"))
    console.log(JSON.stringify({ problems, previews, publishing }, null, 2));
  else for (const line of reportLines(previews)) console.log(line);
} finally {
  if (file !== undefined) await rm(file, { force: true });
}
process.exitCode = prepared ? 0 : 1;

function reportLines(previews: readonly Preview[]): readonly string[] {
  const surveys = prepared?.surveys ?? [];
  return [
    ...problemLines(problems),
    problemSummary(problems),
    ...surveys.flatMap((survey) => publishingLines(publishingOf(survey))),
    ...surveys.flatMap(({ survey }, at) => {
      const preview = previews[at];
      return preview ? previewLines(preview, survey) : [];
    }),
    ...(prepared ? [] : ["No preview of what publishing would change: mend what stops first."]),
  ];
}
