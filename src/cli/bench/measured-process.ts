import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";

/** What a process printed as JSON, and the peak of its memory and of the largest process that it started, in MB. */
export interface Measured<Result> {
  readonly result: Result;
  /** Absent where the system does not tell (`/proc` is Linux's). */
  readonly peakMb?: number;
  readonly childPeakMb?: number;
}

const watchEveryMs = 5;

/**
 * Runs a TypeScript file in a fresh Node without heap flags, so that its peak is that of the work alone.
 * @throws Error when it fails
 */
export async function measureProcess<Result>(
  file: string,
  parameters: readonly string[],
): Promise<Measured<Result>> {
  const child = spawn(process.execPath, [file, ...parameters], { stdio: ["ignore", "pipe", "inherit"] });
  const peaks = { own: 0, child: 0 };
  const watch = setInterval(() => watchPeaks(child.pid, peaks), watchEveryMs);
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  clearInterval(watch);
  if (code !== 0) throw new Error(`${file} ended with exit code ${code}`);
  return {
    result: JSON.parse(printed) as Result,
    ...(peaks.own > 0 ? { peakMb: peaks.own } : {}),
    ...(peaks.child > 0 ? { childPeakMb: peaks.child } : {}),
  };
}

/** The kernel keeps each process's high-water mark; only what is reached in a process's last moments is missed. */
function watchPeaks(pid: number | undefined, peaks: { own: number; child: number }): void {
  if (pid === undefined) return;
  peaks.own = Math.max(peaks.own, highWaterMb(pid));
  for (const child of read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean))
    peaks.child = Math.max(peaks.child, highWaterMb(Number(child)));
}

function highWaterMb(pid: number): number {
  const kib = /^VmHWM:\s*(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? "0";
  return (Number(kib) * 1024) / 1e6;
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf-8");
  } catch {
    // The process has just ended, or the system has no /proc.
    return "";
  }
}
