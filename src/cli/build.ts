/**
 * `npm run build`: reads and checks the surveys, builds the site aside, swaps it in whole. A problem in the data or a
 * fault in the build leaves the site that was there.
 */
import { buildSite } from "../build/build-site.ts";
import { problemLines, problemSummary } from "../build/report-problems.ts";
import { dataFolder, projectRoot } from "../build/settings.ts";

const outcome = await buildSite({
  data: dataFolder(),
  root: projectRoot,
  cache: process.env["MANYI_CACHE"],
  out: process.env["MANYI_OUT"] ?? "dist",
  onWave: (survey, wave, { fresh, wave: prepared }) => {
    const rows = prepared
      ? `${prepared.quality.rowsRead} rows read, ${prepared.quality.kept} kept`
      : "has problems";
    console.log(`${survey} ${wave}: ${fresh ? rows : "unchanged"}`);
  },
});
const stops = outcome.problems.some(({ severity }) => severity === "stop");
if (stops) for (const line of problemLines(outcome.problems)) console.error(line);
console.log(problemSummary(outcome.problems));
if (outcome.built) {
  const { pages, files, bytes, seconds } = outcome.built;
  console.log(`${pages} pages, ${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`);
} else {
  console.error("Nothing was built; the site that was there is untouched.");
  process.exitCode = 1;
}
