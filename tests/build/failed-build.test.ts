import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashOf } from "../../src/build/fingerprint.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { type BuildRun, buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import { fixtureFiles } from "./fixture-survey.ts";

let workshop: Workshop;
let before: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  workshop = await openWorkshop();
  await workshop.write("shops", fixtureFiles());
  await buildOrThrow(workshop);
  before = await filesUnder(workshop.out);
});
afterAll(() => workshop?.remove());

async function expectOldSite(): Promise<void> {
  const now = await filesUnder(workshop.out);
  expect([...now.keys()]).toEqual([...before.keys()]);
  for (const [name, content] of before) expect(now.get(name)?.equals(content), name).toBe(true);
  expect((await readdir(workshop.folder)).sort()).toEqual(["data", "public", "stores"]);
  expect(await readdir(dirname(workshop.out))).toEqual(["site"]);
  const draft = `site-${hashOf(workshop.out).slice(0, 12)}`;
  const left = await readdir(join(projectRoot, ".cache"));
  expect(left.filter((name) => name.startsWith(draft))).toEqual([]);
}

/** The lines that say one problem, from its place to its mend. */
function saidOf({ stderr }: BuildRun, start: string): string {
  const lines = stderr.split("\n");
  const at = lines.findIndex((line) => line.startsWith(start));
  return at < 0 ? "" : lines.slice(at, at + 4).join("\n");
}

describe("problems in the data of several surveys", () => {
  let run: BuildRun;
  beforeAll(async () => {
    const good = fixtureFiles();
    const cells = good["waves/2024-H2.csv"]?.split(/\n(?=zq7respondent)/) ?? [];
    // Areas that the codebook does not name, in 30 of 150 rows, and a column that is in no wave.
    const spoilt = cells.map((row, at) =>
      at % 5 === 1 ? row.replace(",north,", ",nrth,").replace(",south,", ",suth,") : row,
    );
    const codebook = good["survey.yaml"] ?? "";
    await workshop.write("shops", {
      "waves/2024-H2.csv": spoilt.join("\n"),
      "survey.yaml": codebook.replace("column: SPEED", "column: SPEAD"),
    });
    await workshop.write("typo", {
      ...good,
      "survey.yaml": codebook.replace("outcome: overall", "outcom: overall"),
    });
    run = await workshop.build();
  });

  test("end the build with exit code 1 and a line that says so", () => {
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("Nothing was built; the site that was there is untouched.");
    expect(run.stdout).toMatch(/^3 to stop for, /m);
    expect(run.stderr.match(/^STOP/gm)).toHaveLength(3);
  });

  test("a bad cell: file, line, column, value, expected, mend", () => {
    const cells = (value: string) =>
      run.stderr.split("\n").filter((line) => line.endsWith(`AREA  "${value}"`) && line.startsWith("CELL"));
    // Every respondent of the fixture takes two lines, or one where there is no comment; the first spoilt is the first.
    expect(cells("nrth")).toEqual([expect.stringMatching(/^CELL {2}shops\/waves\/2024-H2\.csv:2 /)]);
    expect(cells("suth")).toEqual([expect.stringMatching(/^CELL {2}shops\/waves\/2024-H2\.csv:\d+ /)]);
    const said = saidOf(run, "CELL  shops/waves/2024-H2.csv:2 ");
    expect(said).toMatch(/expected: .*north, south/);
    expect(said).toMatch(/mend: +\S+/);
    const why = saidOf(run, "STOP  shops/waves/2024-H2.csv");
    expect(why).toContain("30 of 150 cells");
    expect(why).toMatch(/expected: .*1 %/);
    expect(why).toMatch(/mend: +\S+/);
  });

  test("an unknown key: file, line, key, expected, mend that names the nearest", () => {
    const said = saidOf(run, "STOP  typo/survey.yaml");
    const line = (fixtureFiles()["survey.yaml"] ?? "").split("\n").indexOf("outcome: overall") + 1;
    expect(said).toContain(`typo/survey.yaml:${line}`);
    expect(said).toContain("outcom");
    expect(said).toMatch(/expected: \S+/);
    expect(said).toMatch(/mend: .*"?outcome"?/);
  });

  test("a column in no wave: the nearest header is proposed", () => {
    const said = saidOf(run, "STOP  shops/survey.yaml");
    expect(said).toContain('"SPEAD"');
    expect(said).toMatch(/mend: .*SPEED/);
  });

  test("leave the old site byte for byte and no half-built one", expectOldSite);
});

describe.each([
  { when: "while pages are built", publish: "pages" },
  { when: "before, while rows are made fit to be published", publish: "protected" },
] as const)("a fault $when", ({ publish }) => {
  test("ends with exit code 1, leaves the old site and no half-built one", async () => {
    await workshop.write("shops", fixtureFiles({ publish }));
    await rm(join(workshop.data, "typo"), { recursive: true, force: true });
    // Notes that name a column which their stores have not: the first query for a page, or for what is published, fails.
    const cache = join(workshop.folder, "stores", "waves");
    const names = (await readdir(cache)).filter((name) => name.endsWith(".json"));
    const read = async (name: string) => ({
      name,
      note: JSON.parse(await readFile(join(cache, name), "utf-8")),
    });
    // What was published of a wave has a note of its own, without a layout.
    const notes = (await Promise.all(names.map(read))).filter(({ note }) => note.layout !== undefined);
    expect(notes.length).toBeGreaterThanOrEqual(3);
    for (const { name, note } of notes) {
      note.layout.columns = [...new Set([...note.layout.columns, "q_parking"])];
      await writeFile(join(cache, name), JSON.stringify(note));
    }
    const run = await workshop.build();
    expect(run.stdout.match(/unchanged/g), "the data are sound").toHaveLength(3);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("Nothing was built; the site that was there is untouched.");
    await expectOldSite();
  });
});
