import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import { projectRoot } from "../../src/build/settings.ts";

const codebook = `id: shops
title: Shops
branches: branches.csv
waves: [{ id: "2023", end: 2023-12-31, file: 2023.csv }, { id: "2024", end: 2024-12-31, file: 2024.csv }]
dimensions: [{ id: area }, { id: shop, column: SHOP }]
hierarchy: [area, shop]
questions: [{ id: overall, type: rating, scale: { min: 1, max: 5 }, column: Q }]
`;
const network = "branch,level,parent,from,until,into\ne,area,,,,\nw,area,,,,\na,shop,e,,,\nb,shop,e,,,\n";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-places-"));
  await writeFile(join(folder, "survey.yaml"), codebook);
  await writeFile(join(folder, "2023.csv"), "SHOP,Q\na,1\nb,2\n");
  await writeFile(join(folder, "2024.csv"), "SHOP,Q\na,3\na,4\n");
});
afterAll(() => rm(folder, { recursive: true }));

/** The waves that are read anew with a file of branches, and what the store of the first says of areas and shops. */
async function readWith(branches: string) {
  await writeFile(join(folder, "branches.csv"), branches);
  const fresh: string[] = [];
  const { prepared, problems } = await prepare({
    data: folder,
    root: projectRoot,
    cache: join(folder, "cache"),
    onWave: (_, wave, outcome) => (outcome.fresh ? fresh.push(wave) : 0),
  });
  const dictionaries = prepared?.surveys[0]?.waves[0]?.layout.dictionaries;
  return { fresh, area: dictionaries?.["d_area"], shop: dictionaries?.["d_shop"], problems };
}

test("a wave is read again where the network says something else of its own branches, and only then", async () => {
  const first = await readWith(network);
  expect(first).toEqual({ fresh: ["2023", "2024"], area: ["e"], shop: ["a", "b"], problems: [] });
  expect(await readWith(network)).toEqual({ ...first, fresh: [] });
  // A shop of which no wave has answers, and a name.
  expect(await readWith(`${network}c,shop,w,2024-07-01,,\n`)).toEqual({ ...first, fresh: [] });
  // The second shop moves: the wave that has no answers of it stays as it is.
  const moved = await readWith(
    network.replace("b,shop,e,,,", "b,shop,e,,2023-12-31,\nb,shop,w,2024-01-01,,"),
  );
  expect(moved).toEqual({ ...first, fresh: ["2023"], area: ["e", "w"] });
  const merged = await readWith(network.replace("b,shop,e,,,", "b,shop,e,,2023-12-31,a"));
  expect(merged).toEqual({ ...first, fresh: ["2023"], shop: ["a"] });
});

test("a branch that the exports alone know is shown after those of the file, which a missing name calls by its code", async () => {
  await writeFile(join(folder, "branches.csv"), network.replace("a,shop,e,,,\n", ""));
  const { prepared } = await prepare({ data: folder, root: projectRoot, cache: join(folder, "cache") });
  const shops = prepared?.surveys[0]?.survey.dimensions[1]?.options;
  expect(shops).toEqual([
    { id: "b", label: { en: "b", zh: "b" } },
    { id: "a", label: { en: "a", zh: "a" } },
  ]);
});
