import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findAt, markerName, writeMarker } from "../../src/publish/marker.ts";
import { swapIn } from "../../src/publish/swap.ts";

let folder: string;
let [draft, final] = ["", ""];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-swap-"));
  [draft, final] = [join(folder, "draft"), join(folder, "site")];
  await mkdir(draft);
  await writeFile(join(draft, "index.html"), "new");
  await writeMarker(draft);
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
}

describe("swapIn", () => {
  test("puts the site where nothing was", async () => {
    await swapIn(draft, final);
    expect(await readFile(join(final, "index.html"), "utf-8")).toBe("new");
    expect(await readdir(folder)).toEqual(["site"]);
  });

  test("makes the folders that the site's own is in", async () => {
    await swapIn(draft, join(final, "deep", "down"));
    expect(await readFile(join(final, "deep", "down", "index.html"), "utf-8")).toBe("new");
  });

  test("replaces an earlier site with all its files", async () => {
    await write(join(final, "gone.html"), "old");
    await writeMarker(final);
    await swapIn(draft, final);
    expect((await readdir(final)).sort()).toEqual([markerName, "index.html"]);
    expect(await readdir(folder)).toEqual(["site"]);
  });

  test("leaves a folder that no build marked, with everything in it", async () => {
    await write(join(final, "thesis.txt"), "years of work");
    await expect(swapIn(draft, final)).rejects.toThrow(/no site built by Manyi/);
    expect(await readFile(join(final, "thesis.txt"), "utf-8")).toBe("years of work");
    expect((await readdir(folder)).sort()).toEqual(["draft", "site"]);
  });

  test("leaves folders beside it that are named like backups", async () => {
    await write(join(`${final}.old`, "mine.txt"), "mine");
    await write(join(`${final}.draft`, "mine.txt"), "mine");
    await writeMarker(draft);
    await swapIn(draft, final);
    expect((await readdir(folder)).sort()).toEqual(["site", "site.draft", "site.old"]);
  });

  test("puts the new site in when a build was ended between taking the old one away and that", async () => {
    await write(join(`${final}.manyi-old`, "index.html"), "old");
    await swapIn(draft, final);
    expect(await readdir(folder)).toEqual(["site"]);
  });
});

test("findAt tells what stands at a path", async () => {
  await mkdir(join(folder, "empty"));
  await write(join(folder, "foreign", "a.txt"), "");
  const found = ["draft", "draft/index.html", "empty", "foreign", "nothing"].map((name) =>
    findAt(join(folder, name)),
  );
  expect(await Promise.all(found)).toEqual(["site", "file", "empty", "foreign", "nothing"]);
});
