import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../src/build/settings.ts";
import { gradeColour, gradeInk } from "../../src/theme/tokens.ts";
import { contrast, distance, kindsOfBlindness, luminance, rgbOf } from "./colour.ts";

type Palette = ReadonlyMap<string, string>;

const read = (file: string) => readFileSync(join(projectRoot, "src/theme", file), "utf-8");
const pairs = [...read("tokens.css").matchAll(/--([\w-]+): light-dark\((#[\da-f]+), (#[\da-f]+)\);/g)];
const light: Palette = new Map(pairs.map(([, name = "", colour = ""]) => [name, colour]));
const dark: Palette = new Map(pairs.map(([, name = "", , colour = ""]) => [name, colour]));
/** Paper takes the light colours, but for those that the style sheet of print gives anew. */
const print: Palette = new Map([
  ...light,
  ...[
    ...(/@media print \{\s*:root[^{]*\{([^}]*)\}/.exec(read("tokens.css"))?.[1] ?? "").matchAll(
      /--([\w-]+): (#[\da-f]+)/g,
    ),
  ].map(([, name = "", colour = ""]) => [name, colour] as const),
]);
const palettes = { light, dark, print };

/** @throws Error where there is no such token */
function colourIn(palette: Palette, name: string) {
  const colour = palette.get(name);
  if (colour === undefined) throw new Error(`there is no colour --${name}`);
  return rgbOf(colour);
}

const grounds = ["paper", "card", "soft"];
const texts = ["ink", "muted", "accent", "better", "worse", "warn"];
const graphics = ["edge", "accent", "better", "worse", "muted"];
const steps = Array.from({ length: 9 }, (_, step) => step);

test("contrast and luminance are WCAG's", () => {
  // Published: black on white 21, #767676 on white 4.54, #949494 on white 3.03.
  expect(contrast(rgbOf("#000"), rgbOf("#fff"))).toBeCloseTo(21, 10);
  expect(contrast(rgbOf("#767676"), rgbOf("#ffffff"))).toBeCloseTo(4.54, 2);
  expect(contrast(rgbOf("#949494"), rgbOf("#ffffff"))).toBeCloseTo(3.03, 2);
  expect(luminance(rgbOf("#ffffff"))).toBeCloseTo(1, 10);
});

test("the colour-blind see a yellow and its green alike, others don't", () => {
  // A red and a green of one lightness: the classic confusion of red-green blindness, not of blue-yellow blindness.
  const [red, green] = [rgbOf("#b2635a"), rgbOf("#7b7b44")];
  expect(distance(red, green)).toBeGreaterThan(12);
  expect(distance(red, green, "deuteranopia")).toBeLessThan(distance(red, green) / 2);
  expect(distance(red, green, "tritanopia")).toBeGreaterThan(distance(red, green) / 2);
});

describe.each(["light", "dark", "print"] as const)("%s colours", (scheme) => {
  const palette = palettes[scheme];
  const ratio = (one: string, other: string) => contrast(colourIn(palette, one), colourIn(palette, other));

  test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    "text: %s on %s",
    (text, ground) => {
      expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each<readonly [string, string]>([
    ["warn", "warn-soft"],
    ["ink", "warn-soft"],
    ["on-accent", "accent"],
    ...steps.map((step) => [`on-grade-${step}`, `grade-${step}`] as const),
  ])("text: %s on %s", (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(graphics.flatMap((mark) => grounds.map((ground) => [mark, ground] as const)))(
    "marks: %s on %s",
    (mark, ground) => {
      expect(ratio(mark, ground)).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(["grade-0", "grade-8"].flatMap((grade) => [1, 2, 3, 4].map((shade) => [grade, shade] as const)))(
    "text: ink on %s, shade %i of a table",
    (grade, shade) => {
      const share = Number(new RegExp(`--heat-${shade}: ([\\d.]+);`).exec(read("tokens.css"))?.[1]);
      const [over, under] = [colourIn(palette, grade), colourIn(palette, "paper")];
      const [red = 0, green = 0, blue = 0] = over.map(
        (part, at) => part * share + (under[at] ?? 0) * (1 - share),
      );
      expect(contrast(colourIn(palette, "ink"), [red, green, blue])).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(["grade-0", "grade-1", "grade-7", "grade-8"])("marks: %s on the page", (grade) => {
    expect(ratio(grade, "paper")).toBeGreaterThanOrEqual(3);
  });

  test.each([undefined, ...kindsOfBlindness])("better and worse are told apart: %s", (kind) => {
    const between = distance(colourIn(palette, "better"), colourIn(palette, "worse"), kind);
    expect(between).toBeGreaterThan(10);
  });

  test.each([undefined, ...kindsOfBlindness])(
    "neighbouring grades, and the two ends, are told apart: %s",
    (kind) => {
      const step = (at: number) => colourIn(palette, `grade-${at}`);
      for (const at of steps.slice(1))
        expect(distance(step(at - 1), step(at), kind), `${at}`).toBeGreaterThan(4);
      for (const at of steps.slice(0, 4))
        expect(distance(step(at), step(8 - at), kind), `${at} and ${8 - at}`).toBeGreaterThan(7);
    },
  );

  test("grades grow stronger from the middle to either end", () => {
    const strength = steps.map((at) => ratio(`grade-${at}`, "paper"));
    const [left, right] = [strength.slice(0, 5).toReversed(), strength.slice(4)];
    for (const side of [left, right]) expect(side).toEqual(side.toSorted((a, b) => a - b));
  });
});

test("a scale of any number of grades ends at the scale's ends, and its text goes with it", () => {
  expect([0, 1, 2].map((place) => gradeColour(place, 3))).toEqual(
    [0, 4, 8].map((at) => `var(--grade-${at})`),
  );
  expect([0, 9].map((place) => gradeInk(place, 10))).toEqual([0, 8].map((at) => `var(--on-grade-${at})`));
  expect(gradeColour(0, 1)).toBe("var(--grade-4)");
});

test("every colour that charts read is a token", () => {
  const sheet = read("tokens.css");
  const names = [
    ...readFileSync(join(projectRoot, "src/theme/tokens.ts"), "utf-8").matchAll(/var\((--[\w-]+)\)/g),
  ];
  expect(names.length).toBeGreaterThan(8);
  for (const [, name] of names) expect(sheet).toContain(`${name}: `);
});
