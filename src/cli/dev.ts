/** `npm run dev`: reads the surveys once, then serves pages that change as their code does. */
import { rm } from "node:fs/promises";
import { prepareForPages } from "../build/prepared-file.ts";
import { problemLines } from "../build/report-problems.ts";
import { runAstro } from "../build/run-astro.ts";
import { cacheFolder, dataFolder, projectRoot, siteScope } from "../build/settings.ts";
import { sayWaiting } from "./say-waiting.ts";

const { problems, file } = await prepareForPages({
  data: dataFolder(),
  root: projectRoot,
  cache: cacheFolder(),
  ...siteScope(),
  onWait: sayWaiting,
});
if (file !== undefined) {
  process.exitCode = await runAstro(["dev"], projectRoot, { MANYI_PREPARED: file });
  await rm(file, { force: true });
} else {
  for (const line of problemLines(problems)) console.error(line);
  process.exitCode = 1;
}
