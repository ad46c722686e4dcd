import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { newSurvey } from "../../src/cli/new/new-survey.ts";

/**
 * A case is a folder with the exports of one survey and the draft that is right for them. Every expected draft was
 * read through by a person against its exports; one that changes is to be read again before it is taken over.
 */
const golden = join(import.meta.dirname, "golden");
const made = mkdtempSync(join(tmpdir(), "manyi-drafts-"));
const cacheBefore = process.env["MANYI_CACHE"];
process.env["MANYI_CACHE"] = join(made, "cache");
afterAll(() => {
  if (cacheBefore === undefined) delete process.env["MANYI_CACHE"];
  else process.env["MANYI_CACHE"] = cacheBefore;
  rmSync(made, { recursive: true });
});

/** Without the first line, which says where the schema is from there. */
function draftIn(folder: string): string {
  const text = readFileSync(join(folder, "survey.yaml"), "utf-8");
  return text.slice(text.indexOf("\n") + 1);
}

function exportsOf(folder: string): readonly string[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => join(folder, name)).toSorted();
}

describe.each(readdirSync(golden))("%s", (name) => {
  const files = exportsOf(join(golden, name));

  test("the draft is the one that was read through, and the site builds from it", async () => {
    const out = join(made, name);
    const { builds, lines } = await newSurvey({ files, id: name, out });
    expect(builds, lines.join("\n")).toBe(true);
    expect(draftIn(out)).toBe(draftIn(join(golden, name, "expected")));
  });

  test("the same exports give the same bytes, codebook and report alike", async () => {
    const [first, second] = [join(made, `${name}-1`), join(made, `${name}-2`)];
    await newSurvey({ files, id: name, out: first });
    await newSurvey({ files, id: name, out: second });
    for (const file of ["survey.yaml", "new-report.md"])
      expect(readFileSync(join(second, file))).toEqual(readFileSync(join(first, file)));
  });
});
