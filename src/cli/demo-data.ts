import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { dealerServiceFiles } from "./demo/dealer-service/files.ts";
import { logisticsFiles } from "./demo/logistics/files.ts";
import { newCarFiles } from "./demo/new-car/files.ts";
import { serviceHallFiles } from "./demo/service-hall/files.ts";

type Files = ReadonlyMap<string, string | Uint8Array>;

/**
 * `node src/cli/demo-data.ts [--out data]`: writes the generated files of the demo surveys, each below a folder of its
 * own in `<out>`. Their codebooks, `survey.yaml`, are written by hand and left alone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: "string", default: "data" } } });
  await writeFiles(dealerServiceFiles(), join(values.out, "dealer-service"));
  await writeFiles(logisticsFiles(), join(values.out, "logistics"));
  await writeFiles(newCarFiles(), join(values.out, "new-car"));
  await writeFiles(serviceHallFiles(), join(values.out, "service-hall"));
}

async function writeFiles(files: Files, folder: string): Promise<void> {
  for (const [path, content] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  const bytes = [...files.values()].reduce((total, content) => total + Buffer.byteLength(content), 0);
  console.log(`${files.size} files, ${(bytes / 1e6).toFixed(1)} MB, in ${folder}`);
}

await main();
