import type { Difference } from "../measures/difference.ts";
import { type Estimate, hasValue, isPublished } from "../measures/estimate.ts";
import { closedOn } from "../survey/network.ts";
import { waveIds } from "../survey/survey.ts";
import { formatDay } from "../words/dates.ts";
import { formatChange } from "../words/numbers.ts";
import { previousWave, type ReportContext, waveTitle } from "./context.ts";
import { cascadeRequests, changeOf, figureOf } from "./figures.ts";
import { Glance } from "./glance.tsx";
import type { Judge, Panel } from "./panel.ts";
import { parentName } from "./parent.ts";
import { PublishedNote, valueText } from "./published.tsx";
import { measureName, type Subject } from "./subject.ts";

export interface HeadlineModel {
  readonly estimate: Estimate | undefined;
  readonly change: Difference;
  /** The last wave with a figure, of a branch that closed and has none in the page's. */
  readonly last?: { readonly wave: string; readonly estimate: Estimate };
}

/** The figure that heads a page: value, interval, change on the previous wave, base and response rate. */
export function headline(subject: Subject): Panel<HeadlineModel> {
  const { question, measure } = subject;
  return {
    needs: (context) =>
      cascadeRequests(context, { questions: [question.id], waves: waveIds(context.survey) }),
    read: (context, cascade) => {
      const from = previousWave(context);
      const figure = (wave: string) => figureOf(context, cascade, { question, measure, wave });
      const estimate = figure(context.wave);
      const earlier = from === undefined ? undefined : figure(from);
      const last = closedDay(context) === undefined ? undefined : lastFigure(context, figure);
      return {
        ...(last ? { last } : {}),
        estimate,
        change: changeOf(context, question, { from, to: context.wave, earlier, later: estimate }),
      };
    },
    claims: ({ change }) => [change],
    title: (context, model, judge) => titleOf(context, subject, model, judge),
    draw: (context, model, judge) => (
      <>
        <h1 class="title">{titleOf(context, subject, model, judge)}</h1>
        <Glance {...{ context, model, judge, subject }} />
        <Notes {...{ context, model, subject }} />
      </>
    ),
  };
}

interface NotesProps {
  readonly context: ReportContext;
  readonly model: HeadlineModel;
  readonly subject: Subject;
}

/** What the figure is, how changes are judged, and what limits them on this page. */
function Notes({ context, model, subject }: NotesProps) {
  const { words, links, survey, wave, weightedWaves, branch, ancestors } = context;
  const from = previousWave(context);
  const parent = ancestors.at(-2);
  const published = model.estimate !== undefined && isPublished(model.estimate);
  const mixed = from !== undefined && weightedWaves.has(from) !== weightedWaves.has(wave);
  return (
    <>
      {model.estimate?.status === "withheld" && (
        <p class="lead">
          {words.withheldWhy(survey.base.minimum)}
          {words.sentenceGap}
          {branch && <a href={parent ? links.branch(parent) : links.overview()}>{parentName(context)}</a>}
        </p>
      )}
      <p class="note">
        {measureName(subject.question, subject.measure, words)}
        {words.parenOpen}
        <a href={`${links.methods}#${subject.measure.method}`}>{subject.measure.method}</a>
        {words.parenClose}
        {words.stop}
        {from !== undefined && !published && words.legend}
      </p>
      <PublishedNote estimates={[model.estimate]} context={context} />
      {mixed && (
        <p class="note">{words.mixedWeights(waveTitle(context, weightedWaves.has(wave) ? from : wave))}</p>
      )}
    </>
  );
}

/** The last day of the page's branch, where it closed. */
function closedDay({ survey: { network }, branch }: ReportContext): string | undefined {
  return network && branch ? closedOn(network, branch.level, branch.path.at(-1) ?? "") : undefined;
}

/** The last wave up to the page's that has a figure. */
function lastFigure(
  { survey, wave }: ReportContext,
  figure: (wave: string) => Estimate | undefined,
): HeadlineModel["last"] {
  const waves = waveIds(survey);
  const known = waves.slice(0, waves.indexOf(wave) + 1).flatMap((id) => {
    const estimate = figure(id);
    return estimate && hasValue(estimate) ? [{ wave: id, estimate }] : [];
  });
  return known.at(-1);
}

/** The page's answer in a sentence. */
function titleOf(
  context: ReportContext,
  { question, measure, unit }: Subject,
  { estimate, change, last }: HeadlineModel,
  judge: Judge,
): string {
  const { words, language, branch } = context;
  const name = question.short[language];
  const subject = branch ? words.branchSubject(branch.label[language], name) : name;
  const measured = question.type === "number" ? question.unit[language] : "";
  const withUnit = (text: string) => words.withUnit(text, measured);
  const closed = closedDay(context);
  if (branch && closed !== undefined && (!estimate || estimate.status === "none")) {
    const [label, day] = [branch.label[language], formatDay(closed, language)];
    if (!last || !hasValue(last.estimate)) return words.network.closedTitle(label, day);
    const value = withUnit(valueText(last.estimate, unit, context));
    const figure = words.network.lastFigure(name, value, waveTitle(context, last.wave));
    return words.network.closedTitleLast(label, day, figure);
  }
  if (!estimate || !hasValue(estimate)) return subject;
  const previous = previousWave(context);
  const isTested = change.status === "tested";
  return words.titleSentence({
    subject,
    value: withUnit(valueText(estimate, unit, context)),
    wave: waveTitle(context, context.wave),
    change: isTested ? withUnit(formatChange(Math.abs(change.value), unit, language).replace("+", "")) : "",
    verdict: isTested ? judge(change) : "none",
    quantity: question.type === "number",
    ...(measure.name === "mean" ? {} : { measure: measure.name }),
    previous: previous === undefined ? "" : waveTitle(context, previous),
  });
}
