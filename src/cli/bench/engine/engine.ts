import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "../../../build/settings.ts";
import type { Benchmark } from "../benchmark.ts";

/**
 * Views of a whole site in a real browser. MANYI_BENCH_ROWS: other numbers of rows, separated by commas;
 * MANYI_BENCH_PUBLISH: `protected` in place of rows as they are; MANYI_BENCH_LEVELS: `stores` for a network down to 3,000
 * of them, which takes long to build.
 */
export const engine: Benchmark = {
  about:
    "an overview of 100,000 and 1,000,000 answers in a browser: engine ready, views until repainted, memory, bytes",
  async run() {
    for (const rows of (process.env["MANYI_BENCH_ROWS"] ?? "100000,1000000").split(",")) {
      const file = join(projectRoot, "tests", "browser", "engine", "bench.ts");
      const child = spawn(process.execPath, [file, rows], { stdio: "inherit", cwd: projectRoot });
      const [code] = (await once(child, "close")) as [number | null];
      if (code !== 0) throw new Error(`the benchmark of ${rows} rows ended with exit code ${code}`);
    }
  },
};
