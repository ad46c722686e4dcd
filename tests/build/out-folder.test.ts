import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusalOf, resolveOut } from "../../src/build/out-folder.ts";
import { writeMarker } from "../../src/publish/marker.ts";
import { openWorkshop } from "./build-command.ts";
import { fixtureFiles } from "./fixture-survey.ts";

let home: string;
beforeAll(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), "manyi-out-")));
  for (const name of ["project/data", "surveys", "stores/waves", "empty", "site", "www", "target"])
    await mkdir(join(home, name), { recursive: true });
  await writeMarker(join(home, "site"));
  await writeFile(join(home, "www", "thesis.txt"), "");
  await writeFile(join(home, "file"), "");
  await symlink(join(home, "target"), join(home, "link"));
});
afterAll(() => rm(home, { recursive: true }));

async function refused(out: string): Promise<string | undefined> {
  const root = join(home, "project");
  const final = await resolveOut(out, root);
  const options = { root, data: join(home, "surveys"), cache: join(home, "stores", "waves") };
  return (await refusalOf(final, options))?.message;
}

describe("the folder of the site", () => {
  test.each(["dist", "../empty", "../site", "../new/deep", "../surveys/site", "../link"])(
    "can be %s: nothing there, nothing in it, or an earlier site",
    async (out) => {
      expect(await refused(out)).toBeUndefined();
    },
  );

  test.each([
    [".", "the project"],
    ["..", "the project"],
    ["/", "the project"],
    ["../surveys", "the surveys"],
    ["../stores", "the stored waves"],
  ])("can't be %s, which holds %s", async (out, what) => {
    expect(await refused(out)).toContain(what);
  });

  test("can't be a folder of other things, nor a file", async () => {
    expect(await refused("../www")).toMatch(/not empty/);
    expect(await refused("../file")).toMatch(/a file stands/);
  });

  test("is where a link leads, so that the link stays", async () => {
    expect(await resolveOut("../link", join(home, "project"))).toBe(join(home, "target"));
    expect(await resolveOut("../link/new", join(home, "project"))).toBe(join(home, "target", "new"));
  });
});

test("a build into a folder of other things says so at once, ends with 1 and leaves it alone", async () => {
  const workshop = await openWorkshop();
  try {
    await workshop.write("shops", fixtureFiles());
    await mkdir(workshop.out, { recursive: true });
    await writeFile(join(workshop.out, "thesis.txt"), "years of work");
    const run = await workshop.build();
    expect(run.code).toBe(1);
    expect(run.stdout).not.toMatch(/rows read/);
    expect(run.stderr).toMatch(/^STOP .*site$/m);
    expect(run.stderr).toMatch(/mend: .*remove the folder/);
    expect(await readdir(workshop.out)).toEqual(["thesis.txt"]);
    expect(await readFile(join(workshop.out, "thesis.txt"), "utf-8")).toBe("years of work");
  } finally {
    await workshop.remove();
  }
});
