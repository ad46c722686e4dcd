import { dimensionOf } from "../survey/survey.ts";
import type { WaveWeighting, WeightGroup } from "../survey/weighting.ts";
import { formatNumber } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import type { WaveFacts } from "./wave-facts.ts";
import { isTooSmall, isWeighted } from "./weighted-wave.ts";

interface FactRow {
  readonly title: string;
  readonly why?: string;
  /** A number of the wave's weights, or that there is none. */
  readonly cell: (weighting: WaveWeighting) => string;
}

/** How each wave was weighted, in words and in figures. */
export function weightingWaves(facts: readonly WaveFacts[]): Panel<readonly WaveFacts[]> {
  return {
    needs: () => [],
    read: () => facts,
    claims: () => [],
    draw: (context) => <WeightingWaves context={context} facts={facts} />,
  };
}

function WeightingWaves({
  context,
  facts,
}: {
  readonly context: ReportContext;
  readonly facts: readonly WaveFacts[];
}) {
  const { words } = context;
  const rows = rowsOf(context, facts);
  return (
    <section class="panel" id="waves">
      <h2>{words.weighting.howTitle}</h2>
      <ul class="mt-2 mb-4 max-w-3xl list-disc pl-5">
        {waysOf(context, facts).map(({ waves, way }) => (
          <li key={way}>
            {waves}
            {words.colon}
            {way}
          </li>
        ))}
      </ul>
      <FiguresTable
        label={words.weighting.howTitle}
        recent
        head={{ title: words.wave, cell: ({ title }: FactRow) => title }}
        columns={facts.map((wave) => ({
          title: waveTitle(context, wave.wave),
          kind: "number" as const,
          cell: ({ cell }: FactRow) => cellOf(context, wave, cell),
        }))}
        rows={rows}
      />
      <dl class="notes">
        {rows.flatMap(({ title, why }) =>
          why === undefined ? [] : [<dt key={title}>{title}</dt>, <dd key={why}>{why}</dd>],
        )}
      </dl>
    </section>
  );
}

function cellOf({ words, survey }: ReportContext, wave: WaveFacts, cell: FactRow["cell"]) {
  if (!isWeighted(wave)) return "–";
  if (!isTooSmall(wave, survey.base)) return cell(wave.weighting);
  return (
    <span class="quiet" title={words.withheldWhy(survey.base.minimum)}>
      {words.withheld}
    </span>
  );
}

/** How waves were weighted, those that were weighted alike in one line, the latest first. */
function waysOf(
  context: ReportContext,
  facts: readonly WaveFacts[],
): readonly { readonly way: string; readonly waves: string }[] {
  const { words, survey, language } = context;
  const ways = survey.waves.toReversed().flatMap(({ id, title, tabulated }, at) => {
    const wave = facts.find((one) => one.wave === id);
    if (!wave && !tabulated) return [];
    return [
      { title: title[language], at, way: wave ? wayOf(context, wave.weighting) : words.weighting.byPrint },
    ];
  });
  return [...Map.groupBy(ways, ({ way }) => way)].map(([way, alike]) => {
    const [last, first] = [alike[0], alike.at(-1)];
    const inARow = last && first && first.at - last.at === alike.length - 1;
    const titles = alike.map(({ title }) => title);
    const waves =
      inARow && alike.length > 2 ? `${first.title} – ${last.title}` : titles.join(words.listSeparator);
    return { way, waves };
  });
}

function wayOf({ words, survey, language }: ReportContext, weighting: WaveWeighting | undefined): string {
  const said = words.weighting;
  if (!weighting) return said.byNothing;
  const { source } = weighting;
  if (source.from === "column") return said.byColumn(source.column);
  const names = source.by.map((id) => dimensionOf(survey, id).title[language]);
  const dimensions = [names.slice(0, -1).join(words.listSeparator), names.at(-1) ?? ""]
    .filter((part) => part !== "")
    .join(said.and);
  const file = source.file.split("/").at(-1) ?? source.file;
  return source.method === "rake" ? said.byRake(dimensions, file) : said.byCells(dimensions, file);
}

function rowsOf({ words, language }: ReportContext, facts: readonly WaveFacts[]): readonly FactRow[] {
  const said = words.weighting;
  const whole = (pick: (weighting: WaveWeighting) => number) => (weighting: WaveWeighting) =>
    formatNumber(pick(weighting), language);
  const multiple = (value: number) => formatNumber(value, language, 2);
  // Of an end that few have the mean of a larger group is told.
  const end = (weight: number | undefined, group: WeightGroup | undefined) => {
    if (weight !== undefined) return multiple(weight);
    return group
      ? said.meanOf(multiple(group.weight), formatNumber(group.respondents, language))
      : words.withheld;
  };
  const ofRaking = (pick: "rounds" | "trimmings") => (weighting: WaveWeighting) =>
    weighting.source.from === "population" && weighting.source.method === "rake"
      ? formatNumber(weighting.source[pick], language)
      : "–";
  const isRaked = facts.some(
    ({ weighting }) => weighting?.source.from === "population" && weighting.source.method === "rake",
  );
  return [
    {
      title: said.method,
      cell: ({ source }) => said.methodName[source.from === "column" ? "column" : source.method],
    },
    { title: said.respondents, cell: whole(({ respondents }) => respondents) },
    { title: said.without, why: said.withoutWhy, cell: whole(({ without }) => without) },
    { title: said.smallest, cell: ({ smallest, sizes }) => end(smallest, sizes.groups.at(-1)) },
    { title: said.largest, why: said.endsWhy, cell: ({ largest, sizes }) => end(largest, sizes.groups[0]) },
    { title: said.deff, why: said.deffWhy, cell: ({ deff }) => multiple(deff) },
    { title: words.effectiveBase, why: said.effectiveWhy, cell: whole(({ effective }) => effective) },
    ...(isRaked
      ? [
          { title: said.rounds, cell: ofRaking("rounds") },
          { title: said.trimmings, why: said.trimmingsWhy, cell: ofRaking("trimmings") },
        ]
      : []),
  ];
}
