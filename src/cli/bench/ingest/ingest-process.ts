/** `ingest-process.ts CSV FOLDER`: the real pipeline over one export, in a process of its own; prints an IngestRun. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { prepareWave } from "../../../build/prepare-wave.ts";
import { interpretCodebook } from "../../../codebook/interpret.ts";
import { type Elapsed, startStopwatch } from "../stopwatch.ts";

export interface IngestRun extends Elapsed {
  readonly rows: number;
  readonly problems: number;
  readonly storeBytes: number;
  /** Name of the store: a hash of its rows. */
  readonly name: string;
}

async function main(path: string, folder: string): Promise<IngestRun> {
  const codebook = await readFile(join(folder, "survey.yaml"), "utf-8");
  const options = { file: "survey.yaml", folder, readText: () => undefined };
  const { interpretation, problems } = interpretCodebook(codebook, options);
  const reading = interpretation?.reading.waves[0];
  if (!reading) throw new Error(`the benchmark's codebook is wrong: ${JSON.stringify(problems)}`);
  const elapsed = startStopwatch();
  const outcome = await prepareWave(reading, {
    path,
    file: "export.csv",
    cache: join(folder, "cache"),
    product: "bench",
    minimum: interpretation.survey.base.minimum,
  });
  const time = elapsed();
  const { wave } = outcome;
  if (!wave) throw new Error(`the export can't be read: ${JSON.stringify(outcome.problems.slice(0, 5))}`);
  const { quality, store, name } = wave;
  return {
    ...time,
    rows: quality.rowsRead,
    problems: outcome.problems.length,
    storeBytes: store.bytes,
    name,
  };
}

const [path, folder] = process.argv.slice(2);
if (path === undefined || folder === undefined) throw new Error("usage: ingest-process.ts CSV FOLDER");
console.log(JSON.stringify(await main(path, folder)));
