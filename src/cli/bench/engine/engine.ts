import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "../../../build/settings.ts";
import type { Benchmark } from "../benchmark.ts";

/** The engine in a real browser; other numbers of rows with MANYI_BENCH_ROWS, separated by commas. */
export const engine: Benchmark = {
  about:
    "the browser's engine on 100,000 and 1,000,000 answers: ready cold and warm, counts of a view, bytes",
  async run() {
    for (const rows of (process.env["MANYI_BENCH_ROWS"] ?? "100000,1000000").split(",")) {
      const file = join(projectRoot, "tests", "browser", "engine", "bench.ts");
      const child = spawn(process.execPath, [file, rows], { stdio: "inherit", cwd: projectRoot });
      const [code] = (await once(child, "close")) as [number | null];
      if (code !== 0) throw new Error(`the benchmark of ${rows} rows ended with exit code ${code}`);
    }
  },
};
