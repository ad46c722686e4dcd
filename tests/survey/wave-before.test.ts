import { expect, test } from "vitest";
import { waveBefore } from "../../src/survey/wave-before.ts";

const waves = (against?: string | null) => ({
  waves: ["a", "b", "c", "d"].map((id) => ({
    id,
    title: { en: id, zh: id },
    ...(id === "d" && against !== undefined ? { against } : {}),
  })),
});

test("the wave before, of several together as many before", () => {
  expect(waveBefore(waves(), "d")).toBe("c");
  expect(waveBefore(waves(), "d", 2)).toBe("b");
  expect(waveBefore(waves(), "a")).toBeUndefined();
  expect(waveBefore(waves(), "none")).toBeUndefined();
});

test("the one that a reader chose, or none; of several together only one that they don't hold", () => {
  expect(waveBefore(waves("a"), "d")).toBe("a");
  expect(waveBefore(waves("a"), "c")).toBe("b");
  expect(waveBefore(waves(null), "d")).toBeUndefined();
  expect(waveBefore(waves("b"), "d", 2)).toBe("b");
  expect(waveBefore(waves("c"), "d", 2)).toBeUndefined();
});
