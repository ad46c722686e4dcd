import { unitBeside } from "../findings/say.ts";
import type { Difference } from "../measures/difference.ts";
import { type Estimate, hasValue, isPublished, isShown } from "../measures/estimate.ts";
import { closedOn } from "../survey/network.ts";
import type { Question } from "../survey/question.ts";
import { waveIds } from "../survey/survey.ts";
import type { Language } from "../survey/text.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { formatDay } from "../words/dates.ts";
import { changeUnit, formatChange, formatNumber } from "../words/numbers.ts";
import { basisOf } from "./basis.ts";
import { movedAt, targetGap } from "./changes-of.ts";
import { previousWave, type ReportContext, waveTitle } from "./context.ts";
import { valueBefore } from "./figure-before.ts";
import { figureAt, parentFigure, type Sums, subjectPairs, subjectRequests, sumsOf } from "./figures.ts";
import { Glance, GlanceInShort } from "./glance.tsx";
import { HeadlineScale } from "./headline-scale.tsx";
import { type Memory, onceFor } from "./once-for.ts";
import type { Judge, Panel } from "./panel.ts";
import { parentName } from "./parent.ts";
import { PooledNote, poolText, spanOfPage } from "./pooled-note.tsx";
import { PublishedNote, valueText } from "./published.tsx";
import { restGap } from "./rest-gap.ts";
import { figureName, isQuantity, measuredIn, ratedBy, type Subject } from "./subject.ts";
import { whom } from "./whom.ts";

export interface HeadlineModel {
  readonly estimate: Estimate | undefined;
  readonly change: Difference;
  /** Questions that the change is worked out without, because they changed. */
  readonly without: readonly Question[];
  /** How far the figure is from what it is meant to reach. */
  readonly target?: Difference;
  /** How far a branch is from the rest of the one above it. */
  readonly rest?: Difference;
  /** The value of the wave before, where the two can be compared. */
  readonly previous?: number | undefined;
  /** The figure of the branch above. */
  readonly parent?: Estimate | undefined;
  /** The last wave with a figure, of a branch that closed and has none in the page's. */
  readonly last?: { readonly wave: string; readonly estimate: Estimate };
}

/** The figure that heads a page: value, interval, change on the previous wave, base and response rate. */
export function headline(subject: Subject): Panel<HeadlineModel> {
  const options = ({ survey }: ReportContext) => ({ waves: waveIds(survey) });
  return {
    needs: (context) => subjectRequests(context, subject, options(context)),
    pairs: (context) => subjectPairs(context, subject, options(context)),
    read: (context, counts, pairs) => {
      const of = pairs.at(-1) ?? counts.at(-1);
      const path = context.branch?.path ?? [];
      const measure = subject.kind === "index" ? "" : subject.measure.name;
      const make = () => readHeadline(context, subject, sumsOf(counts, pairs));
      return of ? onceFor(headlines, of, [subject.id, measure, context.wave, path], make) : make();
    },
    claims: ({ change, target, rest }) => [change, target, rest].filter((one) => one !== undefined),
    title: (context, model, judge) => titleOf(context, subject, model, judge),
    basis: (context, { estimate }) => basisOf(context, estimate),
    brief: (context, model, judge) => <GlanceInShort {...{ context, model, judge, subject }} />,
    draw: (context, model, judge, found) => {
      const title = found ?? titleOf(context, subject, model, judge);
      return (
        <>
          <p class="kicker page-question">{questionOfPage(context, subject)}</p>
          <h1 class="title">{title}</h1>
          <Glance {...{ context, model, judge, subject }} />
          <HeadlineScale {...{ context, model, subject, title }} />
        </>
      );
    },
  };
}

/** Several panels of a page, in every language, speak of its headline; it is worked out once. */
const headlines: Memory<HeadlineModel> = new WeakMap();

function readHeadline(context: ReportContext, subject: Subject, sums: Sums): HeadlineModel {
  const path = context.branch?.path ?? [];
  const figure = (wave: string) => figureAt(context, subject, sums, { wave });
  const last = closedDay(context) === undefined ? undefined : lastFigure(context, figure);
  const moved = movedAt(context, subject, sums, { wave: context.wave });
  const target = targetGap(context.survey, subject, moved.estimate, { wave: context.wave, path });
  const rest = restGap(context, subject, sums, context.wave);
  return {
    ...moved,
    previous: valueBefore(context, subject, sums, { wave: context.wave, ...moved }),
    parent: parentFigure(context, subject, sums, context.wave),
    ...(last ? { last } : {}),
    ...(target ? { target } : {}),
    ...(rest ? { rest } : {}),
  };
}

/** The notes on a page's headline, behind what it says first. */
export function headlineNotes(subject: Subject): Panel<HeadlineModel> {
  const { title: _title, brief: _brief, ...reading } = headline(subject);
  return {
    ...reading,
    draw: (context, model) => <Notes {...{ context, model, subject }} />,
  };
}

/** The page's question, above its answer. */
function questionOfPage(context: ReportContext, subject: Subject): string {
  const { words, language } = context;
  const [name, of] = [subject.name[language], whom(context)];
  return words.findings.question(of === undefined ? name : words.branchSubject(of, name));
}

interface NotesProps {
  readonly context: ReportContext;
  readonly model: HeadlineModel;
  readonly subject: Subject;
}

/** What the figure is, how changes are judged, and what limits them on this page. */
function Notes({ context, model, subject }: NotesProps) {
  const { words, language, links, survey, wave, weightedWaves, branch, ancestors } = context;
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
      <details>
        <summary>{words.findings.workedOut}</summary>
        <p class="note">
          {figureName(subject, words)}
          {words.parenOpen}
          <a href={`${links.methods}#${subject.method}`}>{subject.method}</a>
          {words.parenClose}
          {words.colon}
          {words.methodWords.find(({ id }) => id === subject.method)?.meaning}
        </p>
        {model.estimate && isShown(model.estimate) && (
          <p class="note">
            {`${words.effectiveBase}${words.colon}${formatNumber(model.estimate.effective, language)}`}
          </p>
        )}
        {from !== undefined && !published && <p class="note">{words.legend}</p>}
      </details>
      {model.estimate && hasValue(model.estimate) && (
        <PooledNote context={context} level={branch?.path.length ?? 0} />
      )}
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
export function titleOf(
  context: ReportContext,
  subject: Subject,
  { estimate, change, last }: HeadlineModel,
  judge: Judge,
): string {
  const { words, language, branch } = context;
  const { unit } = subject;
  const name = subject.name[language];
  const of = whom(context);
  const about = (text: string) => (of === undefined ? text : words.branchSubject(of, text));
  const rated = ratedBy(subject);
  const what = about(rated ? words.findings.titleFigure(name, rated) : name);
  const measured = measuredIn(subject, language);
  const withUnit = (text: string) => words.withUnit(text, measured);
  const closed = closedDay(context);
  if (branch && closed !== undefined && (!estimate || estimate.status === "none")) {
    const [label, day] = [branch.label[language], formatDay(closed, language)];
    if (!last || !hasValue(last.estimate)) return words.network.closedTitle(label, day);
    const value = withUnit(valueText(last.estimate, unit, context));
    const figure = words.network.lastFigure(name, value, poolText(context, last.wave));
    return words.network.closedTitleLast(label, day, figure);
  }
  if (!estimate || !hasValue(estimate)) return about(name);
  const span = spanOfPage(context);
  const previous = waveBefore(context.survey, context.wave, span);
  const isTested = change.status === "tested";
  return words.titleSentence({
    subject: what,
    value: withUnit(valueText(estimate, unit, context)),
    wave: poolText(context, context.wave),
    change: isTested
      ? withUnit(sizeOf(change.value, unitBeside(unit, isQuantity(subject), estimate.value), language))
      : "",
    verdict: isTested ? judge(change) : "none",
    quantity: isQuantity(subject),
    isRated: rated !== undefined,
    ...(subject.kind === "index" || subject.measure.name === "mean" ? {} : { measure: subject.measure.name }),
    previous: previous === undefined ? "" : poolText(context, previous),
  });
}

/** How large a change is, without its direction, which the sentence says. */
function sizeOf(change: number, unit: string, language: Language): string {
  return `${formatChange(Math.abs(change), unit, language).replace("+", "")}${changeUnit(unit, language)}`;
}
