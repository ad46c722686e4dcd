import { sameText } from "../../src/survey/text.ts";
import type {
  FiguresByWave,
  RecordedBranch,
  RecordedFigure,
  RecordedQuestion,
  RecordedWave,
  ShownRecord,
  VersionRecord,
} from "../../src/survey/version-record.ts";

/** A shown figure: value, half the width of its interval, base. */
export function figure(value: number, margin: number, n: number): ShownRecord {
  return { status: "ok", n, value, low: value - margin, high: value + margin };
}

export const withheld: RecordedFigure = { status: "withheld" };

/** A wave of 100 rows from a file of its own. */
export function wave(id: string, rest: Partial<RecordedWave> = {}): RecordedWave {
  const title = { en: `Wave ${id}`, zh: `第${id}期` };
  return { id, title, file: `${id}.csv`, sha256: `hash of ${id}`, rows: 100, weighted: false, ...rest };
}

/** A question with one measure, asked wherever it has a figure. */
export function question(id: string, figures: FiguresByWave, measure = "mean"): RecordedQuestion {
  return { id, short: sameText(id), asked: Object.keys(figures), figures: { [measure]: figures } };
}

export function branch(path: string, figures: FiguresByWave): RecordedBranch {
  const ids = path.split("/");
  return { path: ids, label: sameText(ids.at(-1) ?? ""), figures };
}

/** A version headed by the mean of "item". */
export function version(dataVersion: string, rest: Partial<VersionRecord> = {}): VersionRecord {
  const headline = { question: "item", measure: "mean" };
  return { dataVersion, headline, waves: [], questions: [], branches: [], ...rest };
}
