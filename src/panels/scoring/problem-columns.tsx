import type { Estimate } from "../../measures/estimate.ts";
import type { ReportContext } from "../context.ts";
import type { Column } from "../figures-table.tsx";
import { Base, IntervalText, Value } from "../parts.tsx";

/** The unit of counted problems: per 100 respondents. */
export const problemUnit = "per100";

/** Problems per 100 with their interval and base. */
export function problemColumns(
  context: ReportContext,
  name: string,
): readonly Column<{ readonly estimate: Estimate }>[] {
  const { words } = context;
  return [
    {
      title: name,
      kind: "score",
      cell: ({ estimate }) => <Value estimate={estimate} unit={problemUnit} context={context} />,
    },
    {
      title: words.interval,
      kind: "number",
      cell: ({ estimate }) => <IntervalText estimate={estimate} unit={problemUnit} context={context} />,
    },
    {
      title: words.base,
      kind: "number",
      cell: ({ estimate }) => <Base estimate={estimate} context={context} />,
    },
  ];
}
