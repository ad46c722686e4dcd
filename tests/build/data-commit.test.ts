import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commitOf } from "../../src/build/data-commit.ts";

let root: string;
const git = (...args: readonly string[]) =>
  execFileSync(
    "git",
    ["-C", root, "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", ...args],
    {
      encoding: "utf-8",
      stdio: ["ignore", "pipe", "ignore"],
    },
  ).trim();

describe("the commit that data stand in", () => {
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "manyi-commit-"));
    git("init", "-q");
    for (const name of ["shops", "ferries"]) {
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, "survey.yaml"), `id: ${name}\n`);
      git("add", ".");
      git("commit", "-q", "-m", name);
    }
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test("is the last one that touched their folder, not the last of all", async () => {
    const [latest = "", earlier = ""] = git("log", "--format=%H").split("\n");
    expect(await commitOf(join(root, "shops"))).toEqual({ id: earlier.slice(0, 12), changed: false });
    expect(await commitOf(join(root, "ferries"))).toEqual({ id: latest.slice(0, 12), changed: false });
  });

  test("says where files differ from it", async () => {
    writeFileSync(join(root, "shops", "wave.csv"), "a\n");
    expect(await commitOf(join(root, "shops"))).toMatchObject({ changed: true });
    expect(await commitOf(join(root, "ferries"))).toMatchObject({ changed: false });
  });

  test("is none of a folder that no commit holds, nor outside git", async () => {
    mkdirSync(join(root, "new"));
    expect(await commitOf(join(root, "new"))).toBeUndefined();
    const outside = mkdtempSync(join(tmpdir(), "manyi-no-git-"));
    expect(await commitOf(outside)).toBeUndefined();
    rmSync(outside, { recursive: true });
  });
});
