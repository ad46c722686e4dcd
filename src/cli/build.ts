/**
 * `npm run build`: reads and checks the surveys, builds the site aside, swaps it in whole. A problem in the data or a
 * fault in the build leaves the site that was there.
 */
import { type BuildOutcome, buildSite } from "../build/build-site.ts";
import type { WaveOutcome } from "../build/prepare-wave.ts";
import { problemLines, problemSummary } from "../build/report-problems.ts";
import { tableLine, totalLine, waveLine } from "../build/report-waves.ts";
import { cacheFolder, dataFolder, outFolder, projectRoot, siteScope } from "../build/settings.ts";
import { sayWaiting } from "./say-waiting.ts";

const waves: WaveOutcome[] = [];
const { problems, fault, built } = await buildSite({
  data: dataFolder(),
  root: projectRoot,
  cache: cacheFolder(),
  out: outFolder(),
  ...siteScope(),
  onWave: (survey, wave, outcome) => {
    waves.push(outcome);
    console.log(waveLine(survey, wave, outcome));
  },
  onTable: (survey, wave, outcome) => console.log(tableLine(survey, wave, outcome)),
  onWait: sayWaiting,
}).catch(
  (error: unknown): BuildOutcome => ({
    problems: [],
    fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }),
);
const stops = problems.some(({ severity }) => severity === "stop");
if (stops) for (const line of problemLines(problems)) console.error(line);
if (built || problems.length > 0) console.log(problemSummary(problems));
if (built) {
  const { pages, files, bytes, seconds, large } = built;
  if (waves.length > 0) console.log(totalLine(waves));
  for (const { name, bytes: size } of large)
    console.log(
      `${name}: ${(size / 2 ** 20).toFixed(1)} MiB, and some hosts take no file over 25 MiB (README: Hosting)`,
    );
  console.log(`${pages} pages, ${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`);
} else {
  if (fault !== undefined) console.error(fault);
  console.error("Nothing was built; the site that was there is untouched.");
  process.exitCode = 1;
}
