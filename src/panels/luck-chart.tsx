import { type FunnelBranch, funnelChart } from "../charts/funnel.ts";
import { isShown } from "../measures/estimate.ts";
import { funnelLimits } from "../models/funnel.ts";
import { formatNumber, formatPublished, formatValue } from "../words/numbers.ts";
import type { LeagueView } from "./league-rows.ts";
import type { LeagueTable } from "./league-tables.ts";
import { endsIn } from "./ranking.ts";
import { betterOf, measureHead } from "./subject.ts";

/**
 * Draws the branches of a table by their bases, with the limits that chance alone keeps them in; undefined where they
 * are not ranked.
 */
export function luckDrawing(
  view: LeagueView,
  table: LeagueTable,
  name: string,
): ((width: number) => Element) | undefined {
  const { context, subject } = view;
  const { words, language, document } = context;
  const { ranking, centre } = table;
  if (!ranking) return undefined;
  const format = (value: number) => formatValue(value, subject.unit, language);
  const { ends } = endsIn(subject);
  const branches = branchesOf(view, table);
  return (width) =>
    funnelChart(branches, {
      document,
      width,
      parent: { label: `${averageName(view, table)} ${format(centre)}`, value: centre },
      limits: (bases) => funnelLimits(bases, { parent: centre, within: ranking.within, ...ends }),
      limitName: (coverage) => words.charts.funnelLimit(formatPublished(coverage, "proportion", language)),
      better: betterOf(subject),
      format,
      formatBase: (base) => formatNumber(base, language),
      titles: { base: words.effectiveBase, value: measureHead(subject, context) },
      alternative: `${name}${words.stop}${words.ranking.chart}`,
    });
}

function averageName({ context: { words } }: LeagueView, { average }: LeagueTable): string {
  return average && isShown(average) ? words.all : words.ranking.meanOfBranches;
}

function branchesOf({ context }: LeagueView, { branches, standings }: LeagueTable): readonly FunnelBranch[] {
  return branches.flatMap(({ id, branch, estimate }): readonly FunnelBranch[] => {
    const standing = standings.get(id);
    if (!standing || !estimate || !isShown(estimate)) return [];
    const { effective, value } = estimate;
    const { outside, usual } = standing.luck;
    return [
      {
        label: branch.label[context.language],
        effective,
        value,
        ...(outside === "no" && !usual ? { held: true } : {}),
      },
    ];
  });
}
