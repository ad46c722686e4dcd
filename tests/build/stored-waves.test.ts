import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forgetOthers } from "../../src/build/forget.ts";
import { type Preparation, prepare } from "../../src/build/prepare.ts";
import type { Prepared } from "../../src/build/prepared.ts";
import { prepareForPages } from "../../src/build/prepared-file.ts";
import { projectRoot } from "../../src/build/settings.ts";

let folder: string;
let options: { readonly data: string; readonly cache: string; readonly root: string };
const fresh: boolean[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-stored-"));
  options = { data: join(folder, "data"), cache: join(folder, "cache"), root: projectRoot };
  await mkdir(options.data);
  await writeAnswers([1, 2, 3]);
});
afterEach(() => rm(folder, { recursive: true }));

const codebook = `
id: one
title: One
waves: [{ id: "2024", file: answers.csv }]
questions: [{ id: overall, type: rating, scale: { min: 1, max: 5 }, column: Q }]
`;

async function writeAnswers(answers: readonly number[]): Promise<void> {
  await writeFile(join(options.data, "survey.yaml"), codebook);
  await writeFile(join(options.data, "answers.csv"), `Q\n${answers.join("\n")}\n`);
}

async function preparedNow(): Promise<Prepared> {
  fresh.length = 0;
  const outcome: Preparation = await prepare({
    ...options,
    onWave: (_, __, wave) => fresh.push(wave.fresh),
  });
  if (!outcome.prepared) throw new Error(JSON.stringify(outcome.problems));
  return outcome.prepared;
}

/** Files of a preparation: of its wave and of what may be downloaded of it. */
const filesOf = ({ surveys }: Prepared) =>
  surveys.flatMap(({ waves, published }) =>
    [...waves, ...published].flatMap(({ name, note }) => [name, note]),
  );
const waveOf = ({ surveys }: Prepared) => surveys[0]?.waves[0] ?? { name: "", note: "", store: undefined };

describe("a stored wave", () => {
  test("is used again where nothing changed", async () => {
    const before = await preparedNow();
    const after = await preparedNow();
    expect(fresh).toEqual([false]);
    expect(after).toEqual(before);
  });

  test("is read again where its store has the right size and other bytes", async () => {
    const before = waveOf(await preparedNow());
    const path = join(options.cache, before.name);
    await writeFile(path, Buffer.alloc((await stat(path)).size, 7));
    const after = waveOf(await preparedNow());
    expect(fresh).toEqual([true]);
    expect(after).toEqual(before);
    expect((await readFile(path)).subarray(8, 12).toString()).toBe("DUCK");
  });

  test("leaves nothing beside its store and its note", async () => {
    const files = filesOf(await preparedNow());
    expect((await readdir(options.cache)).sort()).toEqual([...files].sort());
    expect(files).toHaveLength(4);
  });
});

describe("what may be downloaded of a wave", () => {
  test("is used again where nothing changed, and made again where its file is spoilt", async () => {
    const before = await preparedNow();
    const [published] = before.surveys[0]?.published ?? [];
    const path = join(options.cache, published?.name ?? "");
    const written = await stat(path);
    await preparedNow();
    expect((await stat(path)).mtimeMs).toBe(written.mtimeMs);
    await writeFile(path, Buffer.alloc(written.size, 7));
    expect(await preparedNow()).toEqual(before);
    expect((await readFile(path)).subarray(8, 12).toString()).toBe("DUCK");
  });

  test("has no row where the wave has fewer than the minimum", async () => {
    const [published] = (await preparedNow()).surveys[0]?.published ?? [];
    expect(published).toMatchObject({ layout: { rows: 0 }, withheld: { rows: 0, places: {}, whole: true } });
  });
});

describe("forgetOthers", () => {
  test("takes stores and notes away that this build does not use, and no file of anybody else's", async () => {
    await preparedNow();
    await writeAnswers([4, 5]);
    await writeFile(join(options.cache, "mine.duckdb"), "");
    await writeFile(join(options.cache, "mine.json"), "{}");
    const prepared = await preparedNow();
    expect((await readdir(options.cache)).length).toBeGreaterThan(6);
    await forgetOthers(prepared);
    expect((await readdir(options.cache)).sort()).toEqual(
      [...filesOf(prepared), "mine.duckdb", "mine.json"].sort(),
    );
  });

  test("takes a note away whose store is gone", async () => {
    await preparedNow();
    const orphan = join(options.cache, `${"0".repeat(32)}.json`);
    await writeFile(orphan, "{}");
    await forgetOthers(await preparedNow());
    expect(await readdir(options.cache)).toHaveLength(4);
  });

  test("leaves what another build that is at work uses", async () => {
    const theirs = await preparedNow();
    // The parent stands for another build: it lives as long as this test.
    await writeFile(join(options.cache, `prepared-${process.ppid}.json`), JSON.stringify(theirs));
    await writeAnswers([4, 5]);
    await forgetOthers(await preparedNow());
    expect(await readdir(options.cache)).toEqual(expect.arrayContaining(filesOf(theirs)));
  });

  test("forgets the files of a build that is gone", async () => {
    const theirs = await preparedNow();
    const file = join(options.cache, "prepared-999999999.json");
    await writeFile(file, JSON.stringify(theirs));
    await writeAnswers([4, 5]);
    await forgetOthers(await preparedNow());
    expect(await readdir(options.cache)).toHaveLength(4);
  });
});

test("what pages are built from is filed under this process's own name", async () => {
  const { file, prepared } = await prepareForPages(options);
  expect(file).toBe(join(options.cache, `prepared-${process.pid}.json`));
  expect(JSON.parse(await readFile(file ?? "", "utf-8"))).toEqual(prepared);
});
