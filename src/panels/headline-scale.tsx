import { headlineScaleChart, type ScaleMark } from "../charts/headline-scale.ts";
import { hasValue } from "../measures/estimate.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { formatRange, formatValue } from "../words/numbers.ts";
import { baseLine } from "./base-line.ts";
import { ChartFoot, fileStem, sourceLine } from "./chart-figure.tsx";
import type { ReportContext } from "./context.ts";
import { spanOfScore, valueIn } from "./figure-before.ts";
import type { HeadlineModel } from "./headline.tsx";
import { HeadlineTable } from "./headline-table.tsx";
import { parentName } from "./parent.ts";
import { ResponsiveChart } from "./parts.tsx";
import { poolText, spanOfPage } from "./pooled-note.tsx";
import { endsOf, type Subject } from "./subject.ts";

interface HeadlineScaleProps {
  readonly context: ReportContext;
  readonly model: HeadlineModel;
  readonly subject: Subject;
  /** The page's answer in a sentence, which the chart shows. */
  readonly title: string;
}

/** The headline figure on an axis with what it is held against; nothing where there is nothing to hold it against. */
export function HeadlineScale({ context, model, subject, title }: HeadlineScaleProps) {
  const { words, language, document, wave } = context;
  const { unit } = subject;
  const score = spanOfScore(model.estimate);
  const marks = marksOf(context, model, subject);
  if (!model.estimate || !hasValue(model.estimate) || !score || marks.length === 0) return null;
  const label = words.scores.of(poolText(context, wave), formatValue(score.value, unit, language));
  const range = `${words.interval} ${formatRange(score.low, score.high, unit, language)}`;
  const alternative = [
    score.low < score.high ? `${label}${words.parenOpen}${range}${words.parenClose}` : label,
    ...marks.map((mark) => mark.label),
  ];
  const id = "headline";
  const base = baseLine([model.estimate], { when: poolText(context, wave), context });
  return (
    <section
      class="chart-panel headline-chart"
      id={id}
      data-file={fileStem({ id, subject: subject.id, context })}
      data-title={title}
    >
      <figure class="chart-figure">
        <ResponsiveChart
          draw={(width) =>
            headlineScaleChart(
              { ...score, label, marks },
              {
                document,
                width,
                ends: endsOf(subject),
                format: (value) => formatValue(value, unit, language),
                alternative: alternative.join(words.listSeparator),
              },
            )
          }
        />
        <figcaption class="note">
          {[base, sourceLine(context)].filter(Boolean).join(words.sentenceGap)}
        </figcaption>
      </figure>
      <ChartFoot kinds={["svg", "png", "csv"]} title={title} words={words}>
        <HeadlineTable {...{ context, model, subject }} />
      </ChartFoot>
    </section>
  );
}

/** The wave before, the target and the branch above, as far as each is shown and can be compared. */
function marksOf(context: ReportContext, model: HeadlineModel, subject: Subject): readonly ScaleMark[] {
  const { words, language } = context;
  const from = waveBefore(context.survey, context.wave, spanOfPage(context));
  const text = (value: number) => formatValue(value, subject.unit, language);
  const target = subject.kind === "index" ? subject.target : undefined;
  const { previous } = model;
  const parent = valueIn(model.parent);
  return [
    ...(previous === undefined || from === undefined
      ? []
      : [
          {
            kind: "previous" as const,
            value: previous,
            label: words.scores.of(poolText(context, from), text(previous)),
          },
        ]),
    ...(target === undefined
      ? []
      : [{ kind: "target" as const, value: target, label: words.scores.target(text(target)) }]),
    ...(parent === undefined
      ? []
      : [
          {
            kind: "compared" as const,
            value: parent,
            label: words.scores.of(parentName(context), text(parent)),
          },
        ]),
  ];
}
