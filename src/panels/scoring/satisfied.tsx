import type { ComponentChildren } from "preact";
import { type Estimate, hasValue } from "../../measures/estimate.ts";
import { mean } from "../../measures/mean.ts";
import { satisfied } from "../../measures/share.ts";
import { isScaleQuestion, type Question, type ScaleQuestion } from "../../survey/question.ts";
import { endsText } from "../../survey/scale.ts";
import { type ReportContext, waveTitle } from "../context.ts";
import { cascadeRequests, figureOf } from "../figures.ts";
import type { Panel } from "../panel.ts";
import { Base, IntervalText, Value } from "../parts.tsx";
import { countedSatisfied, namesSatisfied } from "../satisfied-codes.ts";
import { MeanPicture } from "./picture.tsx";

interface SatisfiedModel {
  readonly mean: Estimate | undefined;
  readonly satisfied: Estimate | undefined;
}

/**
 * The mean of a question (M02), with its picture where respondents saw stars or faces, beside the share who are satisfied
 * (M07) and what counts as that. Nothing where the scale says neither.
 */
export function meanAndSatisfied(question: Question): Panel<SatisfiedModel | undefined> {
  return {
    needs: (context) =>
      isTold(question) ? cascadeRequests(context, { questions: [question.id], waves: [context.wave] }) : [],
    read: (context, cascade) => {
      if (!isTold(question)) return undefined;
      const { wave } = context;
      const figure = (measure: typeof mean) => figureOf(context, cascade, { question, measure, wave });
      return { mean: figure(mean), satisfied: figure(satisfied) };
    },
    claims: () => [],
    draw: (context, model) =>
      model?.mean && hasValue(model.mean) && isTold(question) ? (
        <MeanAndSatisfied {...{ context, model, question }} />
      ) : null,
  };
}

function isTold(question: Question): question is ScaleQuestion {
  return (
    isScaleQuestion(question) && (namesSatisfied(question.scale) || question.scale.pictures !== undefined)
  );
}

interface Props {
  readonly context: ReportContext;
  readonly model: SatisfiedModel;
  readonly question: ScaleQuestion;
}

function MeanAndSatisfied({ context, model, question }: Props) {
  const { words, wave } = context;
  const { scoring } = words;
  const { scale } = question;
  const named = namesSatisfied(scale);
  const ends = endsText(scale).split("–");
  return (
    <section class="panel" id="satisfied">
      <h2>{named ? scoring.satisfiedTitle : scoring.meanTitle}</h2>
      <dl class="glance pair">
        <Figure
          title={words.measureNames.mean}
          method="M02"
          unit="scale"
          estimate={model.mean}
          context={context}
        >
          {model.mean && hasValue(model.mean) && (
            <MeanPicture scale={scale} mean={model.mean.value} context={context} />
          )}
          <small>{words.scoreOn(Number(ends[0]), Number(ends[1]))}</small>
        </Figure>
        {named && (
          <Figure
            title={words.measureNames.satisfied}
            method="M07"
            unit="proportion"
            estimate={model.satisfied}
            context={context}
          />
        )}
      </dl>
      {named && <p>{countedSatisfied(scale, context).sentence}</p>}
      <p class="note">
        {named && `${scoring.meanAgainstShare}${words.sentenceGap}`}
        {waveTitle(context, wave)}
        {words.stop.trim()}
        {words.sentenceGap}
        <a href={context.links.whichScore}>{words.which.link}</a>
      </p>
    </section>
  );
}

/** A figure with its interval, its base and the link to its method. */
function Figure({
  title,
  method,
  unit,
  estimate,
  context,
  children,
}: {
  readonly title: string;
  readonly method: string;
  readonly unit: string;
  readonly estimate: Estimate | undefined;
  readonly context: ReportContext;
  readonly children?: ComponentChildren;
}) {
  const { words, links } = context;
  return (
    <div>
      <dt>
        {title} <a href={`${links.methods}#${method}`}>{method}</a>
      </dt>
      <dd>
        <Value estimate={estimate} unit={unit} context={context} /> {children}
        <small>
          {words.interval} <IntervalText estimate={estimate} unit={unit} context={context} />
        </small>
        <small>
          {words.base} <Base estimate={estimate} context={context} />
        </small>
      </dd>
    </div>
  );
}
