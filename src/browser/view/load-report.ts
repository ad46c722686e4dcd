import type { PublishedReport } from "../../panels/report.ts";
import { EngineError } from "../engine/fault.ts";

/** What a survey publishes for browsers. @throws EngineError network, damaged */
export async function loadReport(url: URL): Promise<PublishedReport> {
  const file = url.pathname;
  const response = await fetch(url, { cache: "no-cache" }).catch((cause: unknown) => {
    throw new EngineError({ kind: "network", file }, cause);
  });
  if (!response.ok) throw new EngineError({ kind: "network", file, status: response.status });
  const report = (await response.json().catch((cause: unknown) => {
    throw new EngineError({ kind: "damaged", file }, cause);
  })) as PublishedReport;
  if (report.format !== 1) throw new EngineError({ kind: "damaged", file });
  return report;
}
