/** `npm run types`: type-checks everything, Astro files included. */
import { runAstro } from "../build/run-astro.ts";
import { projectRoot } from "../build/settings.ts";

process.exitCode = await runAstro(["check", "--minimumFailingSeverity", "hint"], projectRoot, {});
