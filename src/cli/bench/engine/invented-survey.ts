import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { seededRandom } from "../../../stats/random.ts";
import { dimensions, columns as exported, items, lines, parts, waves } from "../ingest/export-file.ts";

/** Headers of every wave's file: those of the invented export and a measured number. */
export const columns: readonly string[] = [...exported, "minutes"];

/** Levels of the network, widest first. Stores have no pages by default: building thousands is not what is measured. */
export const levels = {
  cities: ["region", "province", "city"],
  stores: ["region", "province", "city", "store"],
};

export interface InventedSurvey {
  readonly rows: number;
  readonly publish: string;
  readonly hierarchy: readonly string[];
}

/**
 * Writes an invented survey into a folder: the codebook, and a file for each of eight waves. The same bytes for the same
 * number of answers.
 */
export async function writeInventedSurvey(
  folder: string,
  { rows, publish, hierarchy }: InventedSurvey,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "survey.yaml"), codebook({ publish, hierarchy }));
  const all = lines(rows);
  const random = seededRandom(11);
  all.next();
  for (const [at, wave] of waves.entries()) {
    const count = Math.ceil(((at + 1) * rows) / waves.length) - Math.ceil((at * rows) / waves.length);
    const own = parts(withMinutes(all, count, random));
    await pipeline(Readable.from(own), createWriteStream(join(folder, `${wave}.csv`)));
  }
}

/** The next lines of the export under their header, each with the minutes that its respondent waited. */
function* withMinutes(all: Generator<string>, count: number, random: () => number): Generator<string> {
  yield columns.join(",");
  for (let at = 0; at < count; at++) {
    const { value, done } = all.next();
    if (done) throw new Error("the export has fewer lines than its waves");
    yield `${value},${Math.round(-12 * Math.log(1 - random()))}`;
  }
}

function codebook({ publish, hierarchy }: Omit<InventedSurvey, "rows">): string {
  // The wave is a file of its own here.
  const left = dimensions.filter((id) => id !== "wave" && (id !== "store" || hierarchy.includes(id)));
  const rated = items.map((id) => `  - { id: ${id}, type: rating, scale: five, column: ${id} }`);
  return `
id: bench
title: Engine benchmark
synthetic: true
publish: ${publish}
respondent: response_id
date: { column: submitted_at }
waves:
${waves.map((wave) => `  - { id: ${wave}, file: ${wave}.csv }`).join("\n")}
dimensions:
${left.map((id) => `  - { id: ${id}, column: ${id} }`).join("\n")}
hierarchy: [${hierarchy.join(", ")}]
scales:
  five: { min: 1, max: 5, satisfied: [4, 5] }
  ten: { min: 0, max: 10, satisfied: [8, 9, 10] }
questions:
  - { id: overall, type: rating, scale: ten, column: overall }
${rated.join("\n")}
  - { id: nps, type: nps, column: nps }
  - { id: minutes, type: number, unit: minutes, better: lower, column: minutes }
  - { id: comment, type: text, column: comment }
outcome: overall
`;
}
