import { groupOf } from "../counts/request.ts";
import type { Difference } from "../measures/difference.ts";
import { type Estimate, isShown } from "../measures/estimate.ts";
import { isScaleQuestion } from "../survey/question.ts";
import { scaleEnds } from "../survey/scale.ts";
import { formatChange, formatNumber, formatShare, formatValue } from "../words/numbers.ts";
import { previousWave, type ReportContext, waveTitle } from "./context.ts";
import { changeOf, figureOf } from "./figures.ts";
import type { Judge, Panel } from "./panel.ts";
import { Base, Change, IntervalText, Value } from "./parts.tsx";
import { lowerIsBetter, type Subject } from "./subject.ts";

interface HeadlineModel {
  readonly estimate: Estimate | undefined;
  readonly change: Difference;
  readonly respondents: number;
}

/** The figure that heads a page: value, interval, change on the previous wave, base and response rate. */
export function headline(subject: Subject): Panel<HeadlineModel> {
  const { question, measure } = subject;
  return {
    needs: ({ survey, slice }) => [
      { questions: [question.id], waves: survey.waves.map((wave) => wave.id), by: [], slice },
    ],
    read: (context, [counts]) => {
      const from = previousWave(context);
      const figure = (wave: string | undefined) =>
        wave !== undefined && counts ? figureOf(context, counts, { question, measure, wave }) : undefined;
      const estimate = figure(context.wave);
      const change = changeOf(context, question, {
        from,
        to: context.wave,
        earlier: figure(from),
        later: estimate,
      });
      return { estimate, change, respondents: (counts && groupOf(counts, context.wave)?.rows.n) ?? 0 };
    },
    claims: ({ change }) => [change],
    draw: (context, model, judge) => <Headline {...{ context, model, judge, subject }} />,
  };
}

function Headline({
  context,
  model,
  judge,
  subject,
}: {
  readonly context: ReportContext;
  readonly model: HeadlineModel;
  readonly judge: Judge;
  readonly subject: Subject;
}) {
  const { words, language } = context;
  const { estimate, change } = model;
  const from = previousWave(context);
  const isSurvey = !context.branch && subject.question.id === context.survey.headline;
  const response = isSurvey ? context.responses[context.wave] : undefined;
  return (
    <>
      <h1 class="title">{titleOf(context, subject, model, judge)}</h1>
      <dl class="glance">
        <div>
          <dt>{subject.question.short[language]}</dt>
          <dd>
            <span class={estimate && isShown(estimate) ? "figure" : ""}>
              <Value estimate={estimate} unit={subject.unit} context={context} />
            </span>
            <small>{scaleText(context, subject)}</small>
          </dd>
        </div>
        {estimate && isShown(estimate) && (
          <>
            <div>
              <dt>{words.interval}</dt>
              <dd>
                <IntervalText estimate={estimate} unit={subject.unit} context={context} />
              </dd>
            </div>
            {from !== undefined && (
              <div>
                <dt>{words.changeOn(waveTitle(context, from))}</dt>
                <dd>
                  <Change
                    difference={change}
                    unit={subject.unit}
                    judge={judge}
                    context={context}
                    lowerIsBetter={lowerIsBetter(subject.question)}
                  />
                </dd>
              </div>
            )}
            <div>
              <dt>{words.base}</dt>
              <dd>
                <Base estimate={estimate} context={context} />
                <small>
                  {words.effectiveBase} {formatNumber(estimate.effective, language)}
                </small>
              </dd>
            </div>
          </>
        )}
        {response && (
          <div>
            <dt>{words.responseRate}</dt>
            <dd>
              {formatShare(response.returned / response.handedOut, language)}
              <small>
                {words.responseRateOf(
                  formatNumber(response.returned, language),
                  formatNumber(response.handedOut, language),
                )}
              </small>
            </dd>
          </div>
        )}
      </dl>
      <p class="note">
        {words.measureNames[subject.measure.name]} (
        <a href={`${context.links.methods}#${subject.measure.method}`}>{subject.measure.method}</a>)
        {words.stop}
        {from !== undefined && words.legend}
      </p>
    </>
  );
}

/** The page's answer in a sentence. */
function titleOf(
  context: ReportContext,
  { question, unit }: Subject,
  { estimate, change }: HeadlineModel,
  judge: Judge,
): string {
  const { words, language, branch } = context;
  const name = question.short[language];
  const subject = branch ? words.branchSubject(branch.label[language], name) : name;
  if (!estimate || !isShown(estimate)) return subject;
  const value = formatValue(estimate.value, unit, language);
  const previous = previousWave(context);
  const verdict = change.status === "tested" ? judge(change) : "none";
  const amount =
    change.status === "tested" ? formatChange(Math.abs(change.value), unit, language).replace("+", "") : "";
  return words.titleSentence(
    subject,
    value,
    waveTitle(context, context.wave),
    amount,
    verdict,
    previous === undefined ? "" : waveTitle(context, previous),
  );
}

function scaleText({ words, language }: ReportContext, { question, unit }: Subject): string {
  if (unit === "points") return words.pointsRange;
  if (question.type === "number") return question.unit[language];
  if (!isScaleQuestion(question) || unit === "proportion") return "";
  const { min, max } = scaleEnds(question.scale);
  return words.scoreOn(min, max);
}
