import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";

const folder = join(projectRoot, "src/theme");
const sheets = readdirSync(folder).filter((name) => name.endsWith(".css"));
const textOf = (name: string) =>
  readFileSync(join(folder, name), "utf-8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
const hex = /(?<![\w&])#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b(?=[^{}]*[;}])/gi;

test("the tokens are where colours stand", () => {
  expect(sheets.length).toBeGreaterThan(10);
  expect(textOf("tokens.css").match(hex)?.length).toBeGreaterThan(50);
});

describe.each(sheets.filter((name) => name !== "tokens.css"))("%s", (name) => {
  test("states no colour of its own", () => {
    expect(textOf(name).match(hex) ?? []).toEqual([]);
    expect(textOf(name).match(/\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(/gi) ?? []).toEqual([]);
  });
});

/** Style sheets whose letters and spaces on a screen are all steps of the scales. */
const scaled = ["tables", "table-tools", "figures", "charts", "score-charts", "heat", "findings"];

describe.each(scaled)("%s.css", (name) => {
  test("takes sizes of letters from the scale", () => {
    const sizes = [...textOf(`${name}.css`).matchAll(/font-size: ([^;}]+)/g)].map(([, size = ""]) =>
      size.trim(),
    );
    const stray = sizes.filter((size) => !/^(?:var\(--text-[\w]+\)|[\d.]+pt|[\d.]+em|inherit)$/.test(size));
    expect(stray).toEqual([]);
  });
});
