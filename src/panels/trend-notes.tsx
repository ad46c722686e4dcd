import { breakText } from "./break-text.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { parentName } from "./parent.ts";
import { namesOf } from "./pooled-note.tsx";
import type { TrendRow } from "./trend-model.ts";

/** Says which points of a line are made of fewer questions than the codebook names, and without which. */
export function WithoutNotes({
  context,
  rows,
}: {
  readonly context: ReportContext;
  readonly rows: readonly TrendRow[];
}) {
  const { words } = context;
  const alike = Map.groupBy(runsOf(rows), ([row]) => row && namesOf(row.without, context));
  return (
    <>
      {[...alike].map(([names, runs]) => {
        const waves = runs.map((run) => runTitle(context, run)).join(words.listSeparator);
        return (
          names && (
            <p key={names} class="note">
              {words.breaks.pointsWithout(waves, names)}
            </p>
          )
        );
      })}
    </>
  );
}

/** Says where the line of the parent branch breaks and the figure's own does not, or for another reason. */
export function ParentBreakNotes({
  context,
  rows,
}: {
  readonly context: ReportContext;
  readonly rows: readonly TrendRow[];
}) {
  const { words } = context;
  return (
    <>
      {rows
        .filter(({ comparedBreaks }) => comparedBreaks.length > 0)
        .map(({ wave, comparedBreaks }) => (
          <p key={wave} class="note">
            {`${waveTitle(context, wave)}${words.colon}${words.breaks.ofParent(
              parentName(context),
              breakText(context, comparedBreaks, { named: true }),
            )}`}
          </p>
        ))}
    </>
  );
}

/** Rows that follow each other and do without the same questions. */
function runsOf(rows: readonly TrendRow[]): readonly (readonly TrendRow[])[] {
  const runs: TrendRow[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && idsOf(last[0]) === idsOf(row)) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

function idsOf(row: TrendRow | undefined): string {
  return JSON.stringify(row?.without.map(({ id }) => id));
}

/** A wave's title, or those of the first and the last of several. */
function runTitle(context: ReportContext, run: readonly TrendRow[]): string {
  const [first, last] = [run[0], run.at(-1)].map((row) => waveTitle(context, row?.wave ?? ""));
  return first === last ? (first ?? "") : context.words.index.span(first ?? "", last ?? "");
}
