import type { WeightGroup, WeightGroups } from "../survey/weighting.ts";
import { formatNumber, formatShare } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import type { WeightedWave } from "./weighted-wave.ts";

/** Weights that differ look different. */
const decimals = 3;

/** The wave's weights by size, and how many respondents have each. No row stands for fewer than the minimum base. */
export function weightingSizes({ wave, weighting }: WeightedWave): Panel<WeightGroups> {
  return {
    needs: () => [],
    read: () => weighting.sizes,
    claims: () => [],
    draw: (context, sizes) => {
      const said = context.words.weighting;
      const title = waveTitle(context, wave);
      return (
        <section class="panel" id="sizes">
          <h2>{said.sizesTitle}</h2>
          <p class="lead">{sizes.kind === "each" ? said.sizesEach(title) : said.sizesParts(title)}</p>
          <FiguresTable
            label={said.sizesTitle}
            {...(sizes.kind === "each" ? eachWeight(context, sizes.rest) : byParts(context, sizes.groups))}
            rows={sizes.kind === "each" && sizes.rest ? [...sizes.groups, sizes.rest] : sizes.groups}
          />
        </section>
      );
    },
  };
}

interface Layout {
  readonly head: Column<WeightGroup>;
  readonly columns: readonly Column<WeightGroup>[];
}

/** A row a weight; all others are told by their mean. */
function eachWeight(context: ReportContext, rest: WeightGroup | undefined): Layout {
  const { words, language } = context;
  const text = ({ weight }: WeightGroup) => formatNumber(weight, language, decimals);
  return {
    head: {
      title: words.weighting.weight,
      cell: (group) => (group === rest ? words.weighting.rest(text(group)) : text(group)),
    },
    columns: countsOf(context),
  };
}

/** Parts are called by their place among all respondents: 0–1%, 1–5%, … */
function byParts(context: ReportContext, groups: readonly WeightGroup[]): Layout {
  const { words, language } = context;
  const all = groups.reduce((sum, { respondents }) => sum + respondents, 0);
  const percentUpTo = (at: number) =>
    (100 * groups.slice(0, at).reduce((sum, { respondents }) => sum + respondents, 0)) / all;
  const text = (at: number) => formatNumber(percentUpTo(at), language);
  return {
    head: {
      title: words.weighting.part,
      cell: (group) => {
        const at = groups.indexOf(group);
        return `${text(at)}–${text(at + 1)}%`;
      },
    },
    columns: [
      {
        title: words.weighting.weight,
        kind: "score",
        cell: ({ weight }) => formatNumber(weight, language, decimals),
      },
      ...countsOf(context),
    ],
  };
}

function countsOf({ words, language }: ReportContext): readonly Column<WeightGroup>[] {
  return [
    {
      title: words.weighting.people,
      kind: "number",
      cell: ({ respondents }) => formatNumber(respondents, language),
    },
    {
      title: words.weighting.shareOfWeight,
      kind: "number",
      cell: ({ share }) => formatShare(share, language),
    },
  ];
}
