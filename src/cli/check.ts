/**
 * `npm run check`: reads every survey and lists everything wrong in one go; exit code 1 where something stops. With
 * `--json` the standard output is the list of problems as JSON and nothing else (npm's own first lines go away with
 * `npm run --silent check -- --json`).
 */
import { prepare } from "../build/prepare.ts";
import { problemLines, problemSummary } from "../build/report-problems.ts";
import { cacheFolder, dataFolder, projectRoot } from "../build/settings.ts";
import { sayWaiting } from "./say-waiting.ts";

const { prepared, problems } = await prepare({
  data: dataFolder(),
  root: projectRoot,
  cache: cacheFolder(),
  onWait: sayWaiting,
});
if (process.argv.includes("--json")) console.log(JSON.stringify(problems, null, 2));
else for (const line of [...problemLines(problems), problemSummary(problems)]) console.log(line);
process.exitCode = prepared ? 0 : 1;
