import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BuildRun, buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import { fixtureFiles, waveIds } from "./fixture-survey.ts";

type Site = ReadonlyMap<string, Buffer>;

/** Names of files that two sites don't have in common, byte for byte. */
function unlike(one: Site, other: Site): readonly string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names].filter((name) => {
    const [a, b] = [one.get(name), other.get(name)];
    return !(a && b && a.equals(b));
  });
}

/** Builds from scratch, of the same data in different folders. */
const workshops: Workshop[] = [];
const sites: Site[] = [];
beforeAll(async () => {
  workshops.push(await openWorkshop(), await openWorkshop());
  const built = await Promise.all(
    workshops.map(async (workshop, at) => {
      await workshop.write(`place ${at}/shops`, fixtureFiles({ publish: "rows" }));
      await buildOrThrow(workshop, { MANYI_DATA: join(workshop.data, `place ${at}`) });
      return filesUnder(workshop.out);
    }),
  );
  sites.push(...built);
});
afterAll(() => Promise.all(workshops.map((workshop) => workshop.remove())));

describe("two builds from scratch", () => {
  test("of the same data in other folders publish the same bytes", () => {
    const [one, other] = sites as [Site, Site];
    expect([...one.keys()].filter((name) => name.endsWith(".html")).length).toBeGreaterThan(40);
    expect([...one.keys()].filter((name) => name.includes("/store/"))).toHaveLength(waveIds.length);
    expect(unlike(one, other)).toEqual([]);
  });

  test("of other data do not", async () => {
    const [, workshop] = workshops as [Workshop, Workshop];
    const codebook = fixtureFiles({ publish: "rows" })["survey.yaml"] ?? "";
    await workshop.write("place 1/shops", {
      "survey.yaml": codebook.replace("Shop survey", "Survey of shops"),
    });
    await buildOrThrow(workshop, { MANYI_DATA: join(workshop.data, "place 1") });
    const names = unlike(sites[0] as Site, await filesUnder(workshop.out));
    expect(names).toContain("en/shops/index.html");
    expect(names).not.toContain("zh/index.html");
  });
});

describe("a build after one new wave", () => {
  let workshop: Workshop;
  let first: BuildRun;
  let second: BuildRun;
  let stores: ReadonlyMap<string, number>;
  beforeAll(async () => {
    workshop = await openWorkshop();
    await workshop.write("shops", fixtureFiles({ waves: waveIds.slice(0, 2), publish: "rows" }));
    first = await buildOrThrow(workshop);
    stores = await storeTimes(workshop);
    await workshop.write("shops", fixtureFiles({ publish: "rows" }));
    second = await buildOrThrow(workshop);
  });
  afterAll(() => workshop?.remove());

  test("reads that wave only", () => {
    expect(linesOf(first)).toEqual(["2024-H1: 150 rows read, 150 kept", "2024-H2: 150 rows read, 150 kept"]);
    expect(linesOf(second)).toEqual([
      "2024-H1: unchanged",
      "2024-H2: unchanged",
      "2025-H1: 150 rows read, 150 kept",
    ]);
  });

  test("leaves the stores of the others as they are", async () => {
    const now = await storeTimes(workshop);
    expect(stores.size).toBe(2);
    expect(now.size).toBe(3);
    for (const [name, time] of stores) expect(now.get(name), name).toBe(time);
  });

  test("publishes what a build from scratch does", async () => {
    expect(unlike(await filesUnder(workshop.out), sites[0] as Site)).toEqual([]);
  });

  test("takes away the store of a wave that has gone, and its pages", async () => {
    await rm(join(workshop.data, "shops", "waves", "2025-H1.csv"));
    await workshop.write("shops", fixtureFiles({ waves: waveIds.slice(0, 2), publish: "rows" }));
    await buildOrThrow(workshop);
    expect([...(await storeTimes(workshop)).keys()]).toEqual([...stores.keys()]);
    const names = [...(await filesUnder(workshop.out)).keys()];
    expect(names).toContain("en/shops/w/2024-H1/index.html");
    expect(names).not.toContain("en/shops/w/2024-H2/index.html");
  });
});

function linesOf({ stdout }: BuildRun): readonly string[] {
  return stdout
    .split("\n")
    .flatMap((line) => (line.startsWith("shops ") ? [line.slice("shops ".length)] : []));
}

/** When each store was written, by name. */
async function storeTimes({ folder }: Workshop): Promise<ReadonlyMap<string, number>> {
  const cache = join(folder, "stores", "waves");
  const names = (await readdir(cache)).filter((name) => name.endsWith(".duckdb")).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await stat(join(cache, name))).mtimeMs] as const)),
  );
}
