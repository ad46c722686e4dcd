/** What the browser's processes use, as the system counts it: other work on the machine does not show in it. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";

export interface ProcessUse {
  /** CPU time that all pages and their workers took so far. */
  readonly seconds: number;
  /** The most memory that the largest of them held at a time; 0 where the system does not tell. */
  readonly peakMb: number;
}

/** Of the processes that show pages. */
export async function processUse(browser: Browser): Promise<ProcessUse> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer");
  return {
    seconds: pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    peakMb: Math.max(0, ...pages.map(({ id }) => highWaterMb(id))),
  };
}

function highWaterMb(id: number): number {
  try {
    const kib = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, "utf-8"))?.[1] ?? "0";
    return (Number(kib) * 1024) / 1e6;
  } catch {
    return 0;
  }
}
