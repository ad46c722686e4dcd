import type { Counts } from "../counts/request.ts";
import { emptyCell } from "../counts/tally.ts";
import { hiddenGroups } from "../measures/disclosure.ts";
import { weigh } from "../measures/weighting.ts";
import { type Dimension, dimensionOf } from "../survey/survey.ts";
import type { WaveWeighting } from "../survey/weighting.ts";
import { everybody } from "../views/slice.ts";
import { formatNumber, formatShare } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import { DimensionGroups, mostListed } from "./folded-groups.tsx";
import type { Panel } from "./panel.ts";
import type { WeightedWave } from "./weighted-wave.ts";

/** One group of a dimension in the sample, and in the population where that is known. */
export interface CompositionRow {
  readonly label: string;
  /** Absent where the group is withheld (M34), with everything that is counted of it. */
  readonly sample?: { readonly n: number; readonly unweighted: number; readonly weighted: number };
  /** The population's share. Of a withheld group it would be the weighted share, and is withheld with it. */
  readonly wanted?: number;
}

interface Composition {
  readonly dimension: Dimension;
  readonly rows: readonly CompositionRow[];
}

/** The sample's composition without and with weights, dimension by dimension, and the population's where known. */
export function weightingMargins({ wave, weighting }: WeightedWave): Panel<readonly Composition[]> {
  return {
    needs: (context) =>
      dimensionsOf(context).map(({ id }) => ({ questions: [], waves: [wave], by: [id], slice: everybody })),
    read: (context, counts) =>
      dimensionsOf(context)
        .map((dimension, at) => ({
          dimension,
          rows: compositionOf(dimension, counts[at], { context, weighting }),
        }))
        .filter(({ rows }) => rows.length > 0),
    claims: () => [],
    draw: (context, parts) =>
      parts.length === 0 ? null : <Margins {...{ context, parts, wave, weighting }} />,
  };
}

/** Everything outside the hierarchy, and its widest level. */
function dimensionsOf({ survey }: ReportContext): readonly Dimension[] {
  const lower = new Set(survey.hierarchy.slice(1));
  return survey.dimensions.filter(({ id }) => !lower.has(id));
}

/** Lower levels that the wave was weighted by: a group of theirs could be told from the groups around it. */
function unlistedOf(context: ReportContext, by: readonly string[]): readonly string[] {
  const listed = new Set(dimensionsOf(context).map(({ id }) => id));
  const { survey, language } = context;
  return by.filter((id) => !listed.has(id)).map((id) => dimensionOf(survey, id).title[language]);
}

function compositionOf(
  { id, options }: Dimension,
  counts: Counts | undefined,
  { context, weighting }: { readonly context: ReportContext; readonly weighting: WaveWeighting },
): readonly CompositionRow[] {
  const { survey, language } = context;
  const groups = (counts?.groups ?? []).map(({ key, rows = emptyCell }) => ({ key: key[0] ?? null, rows }));
  const hidden = hiddenGroups(
    groups.map(({ key, rows }) => ({ key, n: rows.m })),
    { minimum: survey.base.minimum, wholeHidden: weighting.respondents < survey.base.minimum },
  );
  const known = groups.filter(({ key }) => key !== null);
  const byKey = new Map(known.map(({ key, rows }) => [key, rows]));
  const total = (pick: "unweighted" | "weighted") =>
    known.reduce((sum, { rows }) => sum + weigh(rows, pick).w, 0);
  const [all, allWeights] = [total("unweighted"), total("weighted")];
  const margins = weighting.source.from === "population" ? weighting.source.margins : [];
  const wantedBy = new Map(
    margins.flatMap((line) => (line.dimension === id ? [[line.option, line.wanted] as const] : [])),
  );
  return options.flatMap((option): CompositionRow[] => {
    const cell = byKey.get(option.id);
    const wanted = wantedBy.get(option.id);
    const label = option.label[language];
    if (!cell) return [];
    if (hidden.has(option.id)) return [{ label }];
    const sample = { n: cell.n, unweighted: cell.n / all, weighted: cell.w / allWeights };
    return [{ label, sample, ...(wanted === undefined ? {} : { wanted }) }];
  });
}

function Margins({
  context,
  parts,
  wave,
  weighting,
}: {
  readonly context: ReportContext;
  readonly parts: readonly Composition[];
  readonly wave: string;
  readonly weighting: WaveWeighting;
}) {
  const { words, language } = context;
  const said = words.weighting;
  const { source } = weighting;
  const target = source.from === "population" ? said.marginsTarget : said.marginsNoTarget;
  const unlisted = source.from === "population" ? unlistedOf(context, source.by) : [];
  const listedOf = ({ rows }: Composition) => {
    if (rows.length <= mostListed) return rows;
    const sizes = rows.map(({ sample }) => sample?.n ?? 0).toSorted((a, b) => b - a);
    const least = sizes[mostListed - 1] ?? 0;
    return rows.filter(({ sample }) => (sample?.n ?? 0) >= least).slice(0, mostListed);
  };
  const table = ({ dimension }: Composition, rows: readonly CompositionRow[]) => (
    <FiguresTable
      label={words.breakdownBy(dimension.title[language])}
      head={{ title: dimension.title[language], cell: ({ label }: CompositionRow) => label }}
      columns={columnsOf(context, isTarget(dimension, weighting))}
      rows={rows}
    />
  );
  return (
    <section class="panel" id="margins">
      <h2>{said.marginsTitle}</h2>
      <p class="lead">
        {said.marginsLead(waveTitle(context, wave))}
        {words.sentenceGap}
        {target}
        {unlisted.length > 0 &&
          `${words.sentenceGap}${said.marginsUnlisted(unlisted.join(words.listSeparator))}`}
      </p>
      {parts.map((part) => {
        const rows = listedOf(part);
        return (
          <DimensionGroups
            key={part.dimension.id}
            dimension={part.dimension}
            listed={rows.length}
            count={part.rows.length}
            note={words.tables.onlyLargest}
            context={context}
          >
            {table(part, rows)}
          </DimensionGroups>
        );
      })}
    </section>
  );
}

function isTarget({ id }: Dimension, { source }: WaveWeighting): boolean {
  return source.from === "population" && source.margins.some(({ dimension }) => dimension === id);
}

/** Base and shares; the population's where the wave was weighted by the dimension. */
function columnsOf(context: ReportContext, target: boolean): readonly Column<CompositionRow>[] {
  const { words, language, survey } = context;
  const withheld = (
    <span class="quiet" title={words.withheldWhy(survey.base.minimum)}>
      {words.withheld}
    </span>
  );
  const columns: readonly Column<CompositionRow>[] = [
    {
      title: words.base,
      kind: "number",
      cell: ({ sample }) => (sample ? formatNumber(sample.n, language) : null),
    },
    {
      title: words.unweighted,
      kind: "number",
      cell: ({ sample }) => (sample ? formatShare(sample.unweighted, language) : withheld),
    },
    {
      title: words.weighted,
      kind: "score",
      cell: ({ sample }) => (sample ? formatShare(sample.weighted, language) : withheld),
    },
    {
      title: words.weighting.population,
      kind: "number",
      cell: ({ wanted }) => (wanted === undefined ? withheld : formatShare(wanted, language)),
    },
  ];
  return target ? columns : columns.slice(0, -1);
}
