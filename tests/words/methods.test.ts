import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";
import { familyLevels } from "../../src/measures/difference.ts";
import { measures } from "../../src/measures/registry.ts";
import { scoreMeasures } from "../../src/measures/score-registry.ts";
import { estimateColumns } from "../../src/publish/estimates.ts";
import type { Language } from "../../src/survey/text.ts";
import { wordsIn } from "../../src/words/words.ts";

const languages: readonly Language[] = ["en", "zh"];

function method(language: Language, id: string) {
  const found = wordsIn(language).methodWords.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no method ${id} in ${language}`);
  return found;
}

describe.each(languages)("the methods page in %s", (language) => {
  const ids = wordsIn(language).methodWords.map(({ id }) => id);

  test("has each method once, in the order of their numbers", () => {
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  test("explains every method that a measure names or that a page leads to", () => {
    const source = join(projectRoot, "src");
    const linked = globSync("**/*.{ts,tsx,astro}", { cwd: source }).flatMap((file) => [
      ...readFileSync(join(source, file), "utf-8").matchAll(/methods\}#(M\d\d)/g),
    ]);
    const registered = [...Object.values(measures), ...Object.values(scoreMeasures)];
    const named = [...registered.map((measure) => measure.method), "M10"];
    const wanted = new Set([...named, ...linked.map(([, id]) => id ?? "")]);
    expect([...wanted].filter((id) => !ids.includes(id))).toEqual([]);
    expect(linked.length).toBeGreaterThan(3);
  });

  test("says of every score what it hides", () => {
    for (const { method: id } of Object.values(scoreMeasures)) {
      const { hides, formula, meaning } = method(language, id);
      for (const text of [hides, formula, meaning]) expect(text, id).toMatch(/\S.{20}/);
    }
  });

  test("tells the levels of the families as they are", () => {
    const levels = [...new Set(Object.values(familyLevels))].map((level) => `${100 * level}%`);
    expect(levels).toEqual(["1%", "0.5%"]);
    for (const level of levels) expect(method(language, "M20").interval).toContain(level);
    // The last four of seven have the lower one, as the text says.
    expect(Object.values(familyLevels).map((level) => level === familyLevels.index)).toEqual([
      ...[true, true, true],
      ...[false, false, false, false],
    ]);
  });

  test("says what every column of the open results holds", () => {
    const { columns } = wordsIn(language).openResultsFile;
    expect(Object.keys(columns)).toEqual([...estimateColumns]);
  });
});
