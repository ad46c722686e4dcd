/** `npm run check`: reads every survey and lists everything wrong in one go; exit code 1 where something stops. */
import { prepare } from "../build/prepare.ts";
import { problemLines, problemSummary } from "../build/report-problems.ts";
import { dataFolder, projectRoot } from "../build/settings.ts";

const { prepared, problems } = await prepare({ data: dataFolder(), root: projectRoot });
if (process.argv.includes("--json")) console.log(JSON.stringify(problems, null, 2));
else for (const line of [...problemLines(problems), problemSummary(problems)]) console.log(line);
process.exitCode = prepared ? 0 : 1;
