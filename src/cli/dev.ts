/** `npm run dev`: reads the surveys once, then serves pages that change as their code does. */
import { runAstro, writePrepared } from "../build/build-site.ts";
import { prepare } from "../build/prepare.ts";
import { problemLines } from "../build/report-problems.ts";
import { dataFolder, projectRoot } from "../build/settings.ts";

const { prepared, problems } = await prepare({ data: dataFolder(), root: projectRoot });
if (prepared) {
  process.exitCode = await runAstro(["dev"], projectRoot, {
    MANYI_PREPARED: await writePrepared(prepared),
  });
} else {
  for (const line of problemLines(problems)) console.error(line);
  process.exitCode = 1;
}
