import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Benchmark, median } from "../benchmark.ts";
import { type Measured, measureProcess } from "../measured-process.ts";
import { codebookFor } from "./codebook.ts";
import { columns, writeExport } from "./export-file.ts";
import type { IngestRun } from "./ingest-process.ts";
import type { ReadCsvRun } from "./read-csv-process.ts";

const rounds = 3;

/**
 * A million answers from file to store, beside DuckDB's own reading of the same file, in turns. Another file with the
 * same columns is read with MANYI_BENCH_CSV, fewer rows are made with MANYI_BENCH_ROWS.
 */
export const ingest: Benchmark = {
  about: `an export of 1,000,000 rows × ${columns.length} columns, from file to store, beside DuckDB's typed read_csv`,
  async run() {
    const folder = await mkdtemp(join(tmpdir(), "manyi-bench-"));
    try {
      const path = await exportIn(folder);
      await writeFile(join(folder, "survey.yaml"), codebookFor(path));
      console.log(`  ${"file".padEnd(11)} ${megabytes((await stat(path)).size)}`);
      report(await takeTurns(path, folder));
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

interface Round {
  readonly ours: Measured<IngestRun>;
  readonly theirs: Measured<ReadCsvRun>;
}

async function exportIn(folder: string): Promise<string> {
  const given = process.env["MANYI_BENCH_CSV"];
  if (given) return resolve(given);
  const path = join(folder, "export.csv");
  await writeExport(path, Number(process.env["MANYI_BENCH_ROWS"] ?? 1_000_000));
  return path;
}

async function takeTurns(path: string, folder: string): Promise<readonly Round[]> {
  const found: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    await rm(join(folder, "cache"), { recursive: true, force: true });
    const ours = await measureProcess<IngestRun>(`${import.meta.dirname}/ingest-process.ts`, [path, folder]);
    const theirs = await measureProcess<ReadCsvRun>(`${import.meta.dirname}/read-csv-process.ts`, [path]);
    found.push({ ours, theirs });
  }
  return found;
}

function report(found: readonly Round[]): void {
  const middle = (pick: (round: Round) => number) => median(found.map(pick));
  const { rows, problems, storeBytes, name } = found[0]?.ours.result ?? {};
  if (rows === undefined || storeBytes === undefined) throw new Error("nothing was measured");
  const seconds = middle(({ ours }) => ours.result.seconds);
  const cpuSeconds = middle(({ ours }) => ours.result.cpuSeconds);
  const readCsvSeconds = middle(({ theirs }) => theirs.result.seconds);
  const ratio = middle(({ ours, theirs }) => ours.result.seconds / theirs.result.seconds);
  const cpuRatio = middle(({ ours, theirs }) => ours.result.cpuSeconds / theirs.result.cpuSeconds);
  const lines = {
    rows: `${thousands(rows)} (${problems} problems)`,
    ingest: `${seconds.toFixed(2)} s, ${thousands(rows / seconds)} rows/s`,
    "one core": `${cpuSeconds.toFixed(2)} s of CPU, ${thousands(rows / cpuSeconds)} rows a CPU-second`,
    "peak memory": `reading ${peak(found, "peakMb")}, writing the store ${peak(found, "childPeakMb")}`,
    store: `${megabytes(storeBytes)}, ${(storeBytes / rows).toFixed(1)} bytes a row (${name})`,
    read_csv: `${readCsvSeconds.toFixed(2)} s, one thread, into memory`,
    ratio: `${ratio.toFixed(1)} by the clock, ${cpuRatio.toFixed(1)} by CPU time`,
  };
  for (const [label, value] of Object.entries(lines)) console.log(`  ${label.padEnd(11)} ${value}`);
}

/** The largest of the rounds: a peak is a limit, not an average. */
function peak(found: readonly Round[], which: "peakMb" | "childPeakMb"): string {
  const peaks = found.flatMap(({ ours }) => ours[which] ?? []);
  return peaks.length > 0 ? `${Math.round(Math.max(...peaks))} MB` : "not known on this system";
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString("en");
}
