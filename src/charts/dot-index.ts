import { type Box, covers, type Dot } from "./label-candidates.ts";

const cellSize = 24;

/** Counts the dots that a rectangle covers, looking only at those near it: there may be thousands of them. */
export function dotCounter(dots: readonly Dot[]): (box: Box) => number {
  const cells = Map.groupBy(dots, ({ x, y }) => `${cellOf(x)} ${cellOf(y)}`);
  const reach = dots.reduce((most, { radius }) => Math.max(most, radius), 0);
  return (box) => {
    let count = 0;
    for (let column = cellOf(box.left - reach); column <= cellOf(box.right + reach); column++)
      for (let row = cellOf(box.top - reach); row <= cellOf(box.bottom + reach); row++)
        for (const dot of cells.get(`${column} ${row}`) ?? []) if (covers(box, dot)) count += 1;
    return count;
  };
}

function cellOf(pixels: number): number {
  return Math.floor(pixels / cellSize);
}
