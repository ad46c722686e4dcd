import type { ComponentChildren } from "preact";
import { KeptTitle } from "./kept-title.tsx";
import { TableFrame } from "./parts.tsx";

/** A column: its heading and what it shows of a row. Numbers stand right-aligned; a score is the row's main number. */
export interface Column<Row> {
  readonly title: string;
  /** A warning under the heading, such as that the question changed. */
  readonly mark?: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly kind?: "text" | "number" | "score";
}

export interface FiguresTableProps<Row> {
  readonly label: string;
  /** The first column, whose cells head their rows. */
  readonly head: Column<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What rows that follow each other stand under. */
  readonly group?: (row: Row) => string;
  /** Where the table is wider than the screen, its last columns, the latest waves, are what shows first. */
  readonly recent?: boolean;
  /**
   * On a narrow screen each row becomes a block in which every figure stands behind its heading, and nothing scrolls:
   * a figure a line, or, where a score stands beside the name, two figures a line under them.
   */
  readonly stacked?: "lines" | "pairs";
}

/** A plain table of figures in a frame that scrolls where the screen is narrow, or whose rows are stacked there. */
export function FiguresTable<Row>({
  label,
  head,
  columns,
  rows,
  group,
  recent = false,
  stacked,
}: FiguresTableProps<Row>) {
  return (
    <TableFrame label={label} recent={recent}>
      <table class={stacked ? `figures ${stacked}` : "figures"}>
        <thead>
          <tr>
            <th scope="col">{head.title}</th>
            {columns.map(({ title, mark, kind }) => (
              <th
                key={title}
                scope="col"
                class={kind === undefined || kind === "text" ? undefined : "number"}
              >
                <KeptTitle text={title} />
                {mark !== undefined && <small class="flag">{mark}</small>}
              </th>
            ))}
          </tr>
        </thead>
        {[...Map.groupBy(rows, (row) => group?.(row))].map(([title, own]) => (
          <tbody key={title}>
            {title !== undefined && (
              <tr class="group">
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  {title}
                </th>
              </tr>
            )}
            {own.map((row, at) => (
              <tr key={at}>
                <th scope="row">{head.cell(row)}</th>
                {columns.map(({ title, kind, cell }) => (
                  <td
                    key={title}
                    class={classOf(kind)}
                    data-label={stacked === "lines" || (stacked && kind !== "score") ? title : undefined}
                  >
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </TableFrame>
  );
}

function classOf(kind: Column<unknown>["kind"]): string | undefined {
  if (kind === "score") return "number score";
  return kind === "number" ? "number" : undefined;
}
