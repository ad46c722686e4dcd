import { type HeatGrid, type HeatGridRow, heatTableChart } from "../charts/heat-table.ts";
import { chartWidths } from "../theme/tokens.ts";

/** A shaded table of a page as a drawing: all its rows, whatever the screen shows of it. */
export function drawShadedTable(table: HTMLTableElement, alternative: string): SVGSVGElement {
  return heatTableChart(gridOf(table), {
    document: table.ownerDocument,
    width: chartWidths.wide,
    alternative,
  });
}

function gridOf(table: HTMLTableElement): HeatGrid {
  const [head = "", ...columns] = [...(table.tHead?.rows[0]?.cells ?? [])].map(textIn);
  return { head, columns, rows: [...table.tBodies].flatMap((body) => [...body.rows].map(rowOf)) };
}

function rowOf(row: HTMLTableRowElement): HeatGridRow {
  const [name, ...cells] = row.cells;
  return {
    label: textIn(name?.querySelector("a") ?? name),
    aside: textIn(name?.querySelector("small")),
    whole: row.matches(".whole"),
    cells: cells.map((cell) => ({
      text: textIn(cell),
      shade: Number(cell.dataset["shade"] ?? 0),
      missing: cell.querySelector(".quiet") !== null,
    })),
  };
}

function textIn(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}
