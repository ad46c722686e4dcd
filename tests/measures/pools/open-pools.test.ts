import { describe, expect, test } from "vitest";
import type { GroupByWave, Run } from "../../../src/measures/pools/groups-by-wave.ts";
import { vectorOf, wavesOf } from "../../../src/measures/pools/knowledge.ts";
import { openPools } from "../../../src/measures/pools/open-pools.ts";
import { spanOf } from "../../../src/stats/subspace.ts";

const minimum = 5;

/** Groups by key with their answers by wave; 0: nobody answered. */
function groupsOf(sizes: Readonly<Record<string, readonly number[]>>): readonly GroupByWave[] {
  return Object.entries(sizes).map(([key, own]) => ({
    key: key === "unplaced" ? null : key,
    sizes: own.map((size) => size || undefined),
  }));
}

/** Rolling pools of some waves; the whole is published wave by wave but for some. */
function published(
  sizes: Readonly<Record<string, readonly number[]>>,
  { span, withheld = [] }: { readonly span: number; readonly withheld?: readonly number[] },
): Readonly<Record<string, readonly string[]>> {
  const length = Object.values(sizes)[0]?.length ?? 0;
  const pools = Array.from({ length: length - span + 1 }, (_, from): Run => ({ from, to: from + span - 1 }));
  const isWithheld = ({ from }: Run) => withheld.includes(from);
  const whole = {
    known: spanOf(
      wavesOf(length)
        .filter((wave) => !isWithheld(wave))
        .map((wave) => vectorOf(wave, length)),
    ),
    withheld: wavesOf(length).filter(isWithheld),
  };
  const open = openPools([groupsOf(sizes)], { pools, whole, minimum });
  return Object.fromEntries(open.map(({ from, to, hidden }) => [`${from}–${to}`, [...hidden].toSorted()]));
}

describe("pools of branches", () => {
  test("are all published where every branch has answers enough", () => {
    const sizes = { a: [9, 8, 9, 8, 9], b: [7, 7, 7, 7, 7] };
    expect(published(sizes, { span: 2 })).toEqual({ "0–1": [], "1–2": [], "2–3": [], "3–4": [] });
  });

  test("withhold a small branch, and the next smallest, which would give it away", () => {
    const sizes = { a: [9, 9], b: [8, 8], c: [2, 2] };
    expect(published(sizes, { span: 2 })).toEqual({ "0–1": ["b", "c"] });
  });

  test("withhold a branch where a pool and the one before it differ in a few answers", () => {
    // a opened in the second wave: 0–1 has its 9 answers there; 1–2 has its 2 of the third as well.
    const sizes = { a: [0, 9, 2, 9], b: [9, 9, 9, 9], c: [9, 9, 9, 9] };
    const open = published(sizes, { span: 2 });
    expect(open["2–3"]).toEqual([]);
    expect(open["0–1"]).toEqual([]);
    // Of b and c the difference of two pools is that of two waves, which tells of neither.
    expect(open["1–2"]).toEqual(["a", "b"]);
  });

  test("tell of an only branch what its parent tells, and no more", () => {
    expect(published({ a: [9, 9, 9] }, { span: 2 })).toEqual({ "0–1": [], "1–2": [] });
    // The parent is withheld in the first wave: a pool with it less the second would give it away.
    expect(published({ a: [9, 9, 9] }, { span: 2, withheld: [0] })).toEqual({ "0–1": ["a"], "1–2": [] });
    expect(published({ a: [9, 9, 9] }, { span: 2, withheld: [2] })).toEqual({ "0–1": [], "1–2": ["a"] });
  });

  test("hide a branch that has what the parent's withheld wave lacks", () => {
    // All of b's answers are in the wave in which the parent is withheld to cover another.
    const open = published({ a: [9, 9], b: [9, 0] }, { span: 2, withheld: [0] });
    expect(open["0–1"]).toContain("b");
  });

  test("are as they were published when a wave is added", () => {
    const sizes = { a: [0, 9, 2, 9, 4, 7], b: [9, 3, 9, 1, 9, 9], c: [9, 9, 2, 9, 0, 9] };
    const whole = published(sizes, { span: 2 });
    for (const length of [2, 3, 4, 5]) {
      const until = Object.fromEntries(
        Object.entries(sizes).map(([key, own]) => [key, own.slice(0, length)]),
      );
      for (const [pool, hidden] of Object.entries(published(until, { span: 2 })))
        expect(hidden, `${pool} of ${length} waves`).toEqual(whole[pool]);
    }
    expect(Object.values(whole).flat().length).toBeGreaterThan(0);
  });

  test("keep the few out of reach whose place is not known", () => {
    const open = published({ a: [9, 9], b: [8, 8], unplaced: [1, 1] }, { span: 2 });
    expect(open["0–1"]).toEqual(["b"]);
  });
});
