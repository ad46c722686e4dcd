import { sliceKey, type TableSlice } from "../../survey/wave-table.ts";
import { type Figure, stopAt } from "./figure.ts";

/**
 * The groups of one dimension have no common respondent, so that together they can't be more people than the whole
 * that they are groups of. (They may be fewer: not every group need be printed.)
 */
export function checkParts(figures: readonly Figure[]): void {
  const counts = figures.filter(({ kind }) => kind === "count");
  const wholes = new Map(counts.map((figure) => [keyOf(figure.slice, figure), figure]));
  const sums = new Map<string, { readonly whole: Figure; readonly dimension: string; sum: number }>();
  for (const figure of counts) {
    for (const dimension of Object.keys(figure.slice)) {
      const whole = wholes.get(keyOf(without(figure.slice, dimension), figure));
      if (!whole) continue;
      const key = `${keyOf(whole.slice, whole)} ${dimension}`;
      const entry = sums.get(key) ?? { whole, dimension, sum: 0 };
      entry.sum += figure.value;
      sums.set(key, entry);
    }
  }
  for (const { whole, dimension, sum } of sums.values()) {
    if (sum <= whole.value) continue;
    stopAt(whole.place, {
      message: `The groups of "${dimension}" add up to ${sum} at "${whole.question.id}", option "${whole.option}"; their whole is ${whole.value}`,
      expected: `at most ${whole.value}`,
      mend: "Correct the total or the groups; groups that overlap are dimensions of their own.",
    });
  }
}

function keyOf(slice: TableSlice, { question, option }: Figure): string {
  return JSON.stringify([sliceKey(slice), question.id, option]);
}

function without(slice: TableSlice, dimension: string): TableSlice {
  return Object.fromEntries(Object.entries(slice).filter(([id]) => id !== dimension));
}
