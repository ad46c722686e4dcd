import type { ScoreDot } from "../../charts/score-dots.ts";
import { requiredSample } from "../../measures/sample.ts";
import type { SampleRule } from "../../survey/scoring.ts";
import { dimensionOf, type Survey } from "../../survey/survey.ts";
import { branchSlice } from "../../views/slice.ts";
import { formatNumber, formatShare, plainNumber, plainShare } from "../../words/numbers.ts";
import { ChartFigure } from "../chart-figure.tsx";
import { type ReportContext, waveTitle } from "../context.ts";
import { type Column, FiguresTable } from "../figures-table.tsx";
import type { GatheringPanel } from "../panel.ts";
import { drawScoreDots } from "../score-dots.tsx";
import { ScoreKey } from "../score-key.tsx";
import { MethodNote } from "./method-note.tsx";
import { type PublishedSample, samplePlan } from "./sample-model.ts";
import { ScoringSection } from "./section.tsx";

/** The two rules with their defaults, beside the one that the codebook sets (M06). */
const rules: readonly [SampleRule, SampleRule] = [
  { rule: 1, plus: 10, share: 0.05 },
  { rule: 2, margin: 0.05, proportion: 0.5 },
];

/** M06, the sample that was planned against what came back, by stratum, with the margin of error that it really gives. */
export const sample: GatheringPanel<readonly PublishedSample[]> = {
  gather: async ({ survey, strata, wave, branch }, { ask }) => {
    const slice = Object.entries(branchSlice(survey.hierarchy, branch?.path ?? []));
    const plan = await samplePlan({ survey, strata, ask });
    return plan.filter(
      (line) => line.wave === wave && slice.every(([id, values]) => values.includes(line.place[id] ?? "")),
    );
  },
  claims: () => [],
  draw: (context, lines) =>
    lines.length > 0 ? (
      <ScoringSection sheets="told">
        <Sample {...{ context, lines }} />
      </ScoringSection>
    ) : null,
};

interface SampleProps {
  readonly context: ReportContext;
  readonly lines: readonly PublishedSample[];
}

function Sample({ context, lines }: SampleProps) {
  const { words, wave } = context;
  const { scoring } = words;
  const title = scoring.sampleTitle;
  const dots = lines.map((line) => dotOf(line, context));
  const rule = context.survey.scoring?.sample;
  return (
    <ChartFigure
      id="sample"
      title={title}
      takeaway={takeawayOf(lines, context)}
      base={scoring.sampleBase(waveTitle(context, wave))}
      draw={
        dots.some(({ score }) => score)
          ? drawScoreDots(
              {
                groups: [{ dots }],
                unit: "customers",
                ends: { min: 0, max: Number.POSITIVE_INFINITY },
                asideHead: scoring.sampleHead,
                context,
              },
              title,
            )
          : undefined
      }
      legend={
        <ScoreKey
          axis={scoring.axisCut}
          marks={[
            { kind: "point", label: scoring.valid },
            { kind: "target", label: rule ? scoring.requiredBy(ruleText(rule, context)) : scoring.required },
          ]}
        />
      }
      notes={
        <MethodNote id="M06" context={context}>
          {scoring.sampleNote}
        </MethodNote>
      }
      table={<SampleTable {...{ context, lines }} />}
      context={context}
    />
  );
}

/** A stratum by its values, widest first, without those that a branch's page is of. */
function labelOf({ survey, language, branch }: ReportContext, { place }: PublishedSample): string {
  const above = survey.hierarchy.slice(0, branch?.path.length ?? 0);
  const all = Object.entries(place);
  const under = all.filter(([id]) => !above.includes(id));
  return (under.length > 0 ? under : all.slice(-1))
    .map(([id, value]) => optionLabel(survey, id, value)[language])
    .join(" · ");
}

function optionLabel(survey: Survey, id: string, value: string) {
  const option = dimensionOf(survey, id).options.find((candidate) => candidate.id === value);
  return option?.label ?? { en: value, zh: value };
}

function dotOf(line: PublishedSample, context: ReportContext): ScoreDot {
  const { words, language } = context;
  const { scoring } = words;
  const { valid, required, shortfall, margin } = line;
  const number = (value: number) => formatNumber(value, language);
  const said = margin === undefined ? "" : scoring.margin(formatNumber(margin * 100, language, 1));
  const aside =
    shortfall === undefined
      ? ""
      : shortfall > 0
        ? scoring.lacking(number(shortfall), said)
        : scoring.met(said);
  return {
    label: labelOf(context, line),
    ...(valid === undefined
      ? { text: line.withheld ? words.withheld : words.notKnown }
      : { score: { value: valid, low: valid, high: valid }, text: number(valid), target: required }),
    said: scoring.saidRequired(number(required), aside),
    ...(aside === "" ? {} : { aside, tone: (shortfall ?? 0) > 0 ? ("worse" as const) : ("quiet" as const) }),
  };
}

/** Who fell short of the rule in force, and how wide the margin is even where it is met. */
function takeawayOf(lines: readonly PublishedSample[], context: ReportContext): string {
  const { words, language } = context;
  const { scoring } = words;
  const known = lines.filter(({ shortfall }) => shortfall !== undefined);
  const short = known.filter(({ shortfall = 0 }) => shortfall > 0);
  const met = known.filter(({ shortfall, margin }) => shortfall === 0 && margin !== undefined);
  const widest = met.toSorted((a, b) => (b.margin ?? 0) - (a.margin ?? 0))[0];
  const number = (value: number) => formatNumber(value, language);
  return [
    ...(known.length === 0 ? [scoring.samplesUnknown] : []),
    ...(known.length > 0 && short.length === 0 ? [scoring.allMet(number(known.length))] : []),
    ...(short.length > 0
      ? [
          scoring.someShort(
            number(short.length),
            number(known.length),
            short
              .slice(0, mostNamed)
              .map((line) =>
                scoring.shortOf(labelOf(context, line), number(line.valid ?? 0), number(line.required)),
              )
              .join(words.listSeparator),
            short.length > mostNamed,
          ),
        ]
      : []),
    ...(widest?.margin !== undefined
      ? [scoring.evenMet(labelOf(context, widest), formatNumber(widest.margin * 100, language, 1))]
      : []),
  ].join(words.sentenceGap);
}

const mostNamed = 5;

function ruleText(rule: SampleRule, { words, language }: ReportContext): string {
  return rule.rule === 1
    ? words.scoring.rule1(formatNumber(rule.plus, language), plainShare(rule.share, language))
    : words.scoring.rule2(plainNumber(rule.margin * 100, language));
}

function SampleTable({ context, lines }: SampleProps) {
  const { words, language, survey } = context;
  const { scoring } = words;
  const own = survey.scoring?.sample;
  const number = (value: number | undefined, line: PublishedSample) =>
    value === undefined ? (
      <span class="quiet">{line.withheld ? words.withheld : words.notKnown}</span>
    ) : (
      formatNumber(value, language)
    );
  const share = (value: number | undefined) =>
    value !== undefined && <small class="aside">{formatShare(value, language)}</small>;
  const columns: readonly Column<PublishedSample>[] = [
    { title: scoring.customers, kind: "number", cell: (line) => number(line.customers, line) },
    ...rules.map((standard) => {
      const rule = own?.rule === standard.rule ? own : standard;
      return {
        title: ruleText(rule, context),
        ...(own?.rule === rule.rule ? { mark: scoring.inForce } : {}),
        kind: "number" as const,
        cell: ({ customers }: PublishedSample) => formatNumber(requiredSample(customers, rule), language),
      };
    }),
    { title: scoring.handedOut, kind: "number", cell: (line) => number(line.invited, line) },
    {
      title: scoring.returnedHead,
      kind: "number",
      cell: (line) => (
        <>
          {number(line.returned, line)}
          {share(line.responseRate)}
        </>
      ),
    },
    {
      title: scoring.valid,
      kind: "number",
      cell: (line) => (
        <>
          {number(line.valid, line)}
          {share(line.validRate)}
        </>
      ),
    },
    {
      title: scoring.lackingHead,
      kind: "number",
      cell: (line) =>
        (line.shortfall ?? 0) > 0 ? (
          <span class="worse">{number(line.shortfall, line)}</span>
        ) : (
          number(line.shortfall, line)
        ),
    },
    {
      title: scoring.marginHead,
      kind: "number",
      cell: ({ margin }) => margin !== undefined && scoring.margin(formatNumber(margin * 100, language, 1)),
    },
  ];
  return (
    <FiguresTable
      label={scoring.sampleTitle}
      head={{ title: scoring.stratum, cell: (line: PublishedSample) => labelOf(context, line) }}
      columns={columns}
      rows={lines}
      stacked="lines"
    />
  );
}
