import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url).pathname;
const surveys = ["dealer-service", "logistics", "new-car", "service-hall"];
let out: string;

beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), "demo-data-"));
  execFileSync(process.execPath, [join(root, "src/cli/demo-data.ts"), "--out", out]);
});
afterAll(() => rmSync(out, { recursive: true }));

describe("npm run demo-data", () => {
  test("writes every demo survey", () => {
    expect(readdirSync(out).sort()).toEqual(surveys);
  });

  test.each(surveys)("%s: what is written is what is committed, all but codebook and record", (survey) => {
    const written = filesBelow(join(out, survey));
    const committed = filesBelow(join(root, "data", survey));
    const byHand = ["survey.yaml", "versions.json"];
    expect([...written.keys()]).toEqual([...committed.keys()].filter((path) => !byHand.includes(path)));
    for (const [path, bytes] of written) {
      expect(committed.get(path)?.equals(bytes), `${path}; run npm run demo-data`).toBe(true);
    }
  });
});

/** Path inside the folder → bytes, in the order of the paths. */
function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path))]));
}
