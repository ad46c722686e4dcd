import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markerName } from "../../src/publish/marker.ts";
import { type BuildRun, buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import { fixtureFiles } from "./fixture-survey.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
  await workshop.write("shops", fixtureFiles({ publish: "rows" }));
});
afterAll(() => workshop?.remove());

const stores = () => join(workshop.folder, "stores", "waves");

describe("builds of the same data at once", () => {
  let runs: readonly BuildRun[];
  beforeAll(async () => {
    const out = (at: number) => ({ MANYI_OUT: join(workshop.folder, `site ${at}`) });
    // Two to one place, one to another.
    runs = await Promise.all([0, 0, 1].map((at) => workshop.build(out(at))));
  });

  test("all succeed", () => {
    for (const { code, stdout, stderr } of runs) expect(code, `${stdout}\n${stderr}`).toBe(0);
  });

  test("read every wave once, the others wait and say for what", () => {
    const read = runs.flatMap(({ stdout }) => stdout.match(/rows read/g) ?? []);
    expect(read).toHaveLength(3);
    expect(runs.filter(({ stderr }) => /^Waiting for process \d+/m.test(stderr)).length).toBeGreaterThan(0);
  });

  test("publish the same bytes", async () => {
    const [one, other] = await Promise.all(
      [0, 1].map((at) => filesUnder(join(workshop.folder, `site ${at}`))),
    );
    expect(one?.size).toBeGreaterThan(50);
    expect(other).toEqual(one);
  });

  test("mark what they built, and leave nothing half done behind", async () => {
    const marker = await readFile(join(workshop.folder, "site 0", markerName), "utf-8");
    expect(marker).toMatch(/^Built by Manyi/);
    expect((await readdir(workshop.folder)).sort()).toEqual(["data", "site 0", "site 1", "stores"]);
    const kept = await readdir(stores());
    expect(kept.filter((name) => !/^[0-9a-f]{32}\.json$|\.duckdb$/.test(name))).toEqual([]);
    expect(kept).toHaveLength(6);
  });

  test("end with what was read, how many rows there are and what was built", async () => {
    const { stdout } = await buildOrThrow(workshop);
    const [summary, total, built] = stdout.trimEnd().split("\n").slice(-3);
    expect(summary).toMatch(/^0 to stop for, /);
    expect(total).toBe("3 waves, 0 of them read now; 450 rows kept in all");
    expect(built).toMatch(/^\d+ pages, \d+ files, [\d.]+ MB in [\d.]+ s$/);
  });
});

test("a fault of the page builder is said in a line, ends with 1 and leaves nothing behind", async () => {
  // A note that names a column which the store has not: the first query for a page fails.
  for (const name of (await readdir(stores())).filter((one) => one.endsWith(".json"))) {
    const note = JSON.parse(await readFile(join(stores(), name), "utf-8"));
    note.layout.columns = [...new Set([...note.layout.columns, "q_parking"])];
    await writeFile(join(stores(), name), JSON.stringify(note));
  }
  const { code, stderr } = await workshop.build();
  expect(code).toBe(1);
  const lines = stderr.trimEnd().split("\n");
  expect(lines.slice(-2)).toEqual([
    "Astro could not build the pages (exit code 1); what it said stands above.",
    "Nothing was built; the site that was there is untouched.",
  ]);
  expect(lines.join("\n")).toContain("q_parking");
  expect((await readdir(stores())).filter((name) => name.startsWith("prepared-"))).toEqual([]);
});
