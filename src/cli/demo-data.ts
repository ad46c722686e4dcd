import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { dealerServiceFiles } from "./demo/dealer-service/files.ts";

/**
 * `node src/cli/demo-data.ts [--out data]`: writes the generated files of the demo survey below `<out>/dealer-service`.
 * Its codebook, `survey.yaml`, is written by hand and left alone.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: "string", default: "data" } } });
  const folder = join(values.out, "dealer-service");
  const files = dealerServiceFiles();
  for (const [path, text] of files) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const bytes = [...files.values()].reduce((total, text) => total + Buffer.byteLength(text), 0);
  console.log(`${files.size} files, ${(bytes / 1e6).toFixed(1)} MB, in ${folder}`);
}

await main();
