import type { TableQuality } from "../survey/wave-table.ts";
import { formatNumber } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import type { TableFacts } from "./wave-facts.ts";

/** M30 of printed tables: what became of every row of every file. */
export function tablesQuality(facts: readonly TableFacts[]): Panel<readonly TableFacts[]> {
  return {
    needs: () => [],
    read: () => facts,
    claims: () => [],
    draw: (context) => (facts.length === 0 ? null : <TablesQuality context={context} facts={facts} />),
  };
}

function TablesQuality({
  context,
  facts,
}: {
  readonly context: ReportContext;
  readonly facts: readonly TableFacts[];
}) {
  const { words } = context;
  return (
    <section class="panel" id="tables">
      <h2>{words.tablesTitle}</h2>
      <p class="lead">{words.tablesLead}</p>
      <FiguresTable
        label={words.tablesTitle}
        head={{ title: words.wave, cell: ({ wave }: TableFacts) => waveTitle(context, wave) }}
        columns={[
          { title: words.file, cell: ({ file }) => file.split("/").at(-1) },
          ...columnsOf(context, facts),
        ]}
        rows={facts}
      />
    </section>
  );
}

/** Rows read and used; reasons for leaving rows out as far as there were any. */
function columnsOf(
  { words, language }: ReportContext,
  facts: readonly TableFacts[],
): readonly Column<TableFacts>[] {
  const column = (title: string, pick: (quality: TableQuality) => number): Column<TableFacts> => ({
    title,
    kind: "number",
    cell: ({ quality }) => formatNumber(pick(quality), language),
  });
  const ifAny = (title: string, pick: (quality: TableQuality) => number) =>
    facts.some(({ quality }) => pick(quality) > 0) ? [column(title, pick)] : [];
  return [
    column(words.rowsRead, ({ rowsRead }) => rowsRead),
    column(words.rowsUsed, ({ used }) => used),
    ...ifAny(words.rowsOther, ({ leftOut }) => leftOut.other),
    ...ifAny(words.rowsUnwanted, ({ leftOut }) => leftOut.unwanted),
    ...ifAny(words.rowsUnknown, ({ leftOut }) => leftOut.unknown),
    ...ifAny(words.unknownCells, ({ unknownCells }) => unknownCells),
  ];
}
