/** `npm run bench [name …]`: runs the named benchmarks, or all. They print figures and assert nothing. */
import type { Benchmark } from "./bench/benchmark.ts";
import { engine } from "./bench/engine/engine.ts";
import { ingest } from "./bench/ingest/ingest.ts";

const benchmarks: Readonly<Record<string, Benchmark>> = { ingest, engine };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  const known = Object.entries(benchmarks).map(([name, { about }]) => `  ${name}  ${about}`);
  console.error(`There is no benchmark ${unknown.join(", ")}. There are:\n${known.join("\n")}`);
  process.exitCode = 1;
} else {
  for (const [name, { about, run }] of Object.entries(benchmarks)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`${name}: ${about}`);
    await run();
  }
}
