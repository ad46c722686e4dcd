import { readFileSync } from "node:fs";

export interface Elapsed {
  /** By the clock on the wall. */
  readonly seconds: number;
  /** User and system time of this process and of those that it started and waited for. */
  readonly cpuSeconds: number;
}

/** Starts timing; the function that comes back says how long it has been. */
export function startStopwatch(): () => Elapsed {
  const wall = performance.now();
  const cpu = cpuSeconds();
  return () => ({ seconds: (performance.now() - wall) / 1000, cpuSeconds: cpuSeconds() - cpu });
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + endedChildrenSeconds();
}

/** Linux counts in hundredths of a second; elsewhere the children's share is not known and counts as none. */
function endedChildrenSeconds(): number {
  try {
    const fields = readFileSync("/proc/self/stat", "utf-8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}
