import type { ComponentChildren } from "preact";
import { hasValue, isShown } from "../measures/estimate.ts";
import { isScaleQuestion } from "../survey/question.ts";
import { scaleEnds } from "../survey/scale.ts";
import {
  changeUnit,
  formatChange,
  formatChangeRange,
  formatNumber,
  formatShare,
  formatValue,
} from "../words/numbers.ts";
import { byItself } from "./by-itself.ts";
import { waveBefore } from "./changes-of.ts";
import type { ReportContext } from "./context.ts";
import { endedText } from "./ended.ts";
import type { HeadlineModel } from "./headline.tsx";
import type { Judge } from "./panel.ts";
import { parentName } from "./parent.ts";
import { Base, Change, IntervalText, Value } from "./parts.tsx";
import { namesOf, poolText, spanOfPage } from "./pooled-note.tsx";
import { betterOf, endsOf, headlineSubject, type Subject } from "./subject.ts";

interface GlanceProps {
  readonly context: ReportContext;
  readonly model: HeadlineModel;
  readonly judge: Judge;
  readonly subject: Subject;
}

/** The headline figure with everything that it takes to judge it. */
export function Glance(props: GlanceProps) {
  const { context, model, subject } = props;
  const { language } = context;
  const { estimate } = model;
  const shown = estimate !== undefined && hasValue(estimate);
  return (
    <dl class="glance">
      <Fact title={subject.name[language]} small={shown ? scaleText(context, subject) : ""}>
        <span class={shown ? "figure" : ""}>
          {endedText(context, estimate) ?? (
            <Value estimate={estimate} unit={subject.unit} context={context} />
          )}
        </span>
      </Fact>
      {shown && <Judged {...props} />}
      <ResponseRate context={context} subject={subject} />
    </dl>
  );
}

function Judged({ context, model, judge, subject }: GlanceProps) {
  const { words, language } = context;
  const { estimate, change } = model;
  if (!estimate || !hasValue(estimate)) return null;
  const from = waveBefore(context.survey, context.wave, spanOfPage(context));
  const exactness = isShown(estimate)
    ? `${words.effectiveBase} ${formatNumber(estimate.effective, language)}`
    : words.publishedElsewhere;
  const between =
    change.status === "tested"
      ? [
          `${words.interval} ${formatChangeRange(change.low, change.high, subject.unit, language)}`,
          ...byItself(change, subject.unit, { judge, context }),
          ...(model.without.length > 0 ? [words.index.without(namesOf(model.without, context))] : []),
        ].join(words.clauseSeparator)
      : "";
  return (
    <>
      <Fact title={words.interval}>
        <IntervalText estimate={estimate} unit={subject.unit} context={context} />
      </Fact>
      {from !== undefined && (
        <Fact title={words.changeOn(poolText(context, from))} small={between}>
          <Change
            difference={change}
            unit={subject.unit}
            judge={judge}
            context={context}
            better={betterOf(subject)}
            counted={changeUnit(subject.unit, language)}
          />
        </Fact>
      )}
      <Target context={context} model={model} judge={judge} subject={subject} />
      <Rest context={context} model={model} judge={judge} subject={subject} />
      <Fact title={words.base} small={exactness}>
        <Base estimate={estimate} context={context} />
      </Fact>
    </>
  );
}

/** What the figure is meant to reach, and whether it clearly does. */
function Target({ context, model: { target }, judge, subject }: GlanceProps) {
  const { words, language } = context;
  if (!target || subject.kind !== "index" || subject.target === undefined) return null;
  const verdict = words.index.targetVerdict[judge(target)];
  const gap =
    target.value === undefined
      ? ""
      : `${words.parenOpen}${formatChange(target.value, subject.unit, language)}${words.parenClose}`;
  return (
    <Fact title={words.index.target} small={`${verdict}${gap}`}>
      {formatValue(subject.target, subject.unit, language)}
    </Fact>
  );
}

/** How far a branch is from everybody else in the one above it; a whole that contains it would hide a part of that. */
function Rest({ context, model: { rest }, judge, subject }: GlanceProps) {
  const { words, language } = context;
  if (rest?.status !== "tested") return null;
  const { unit } = subject;
  const range = formatChangeRange(rest.low, rest.high, unit, language);
  return (
    <Fact
      title={words.index.rest(parentName(context))}
      small={`${words.index.restVerdict[judge(rest)]}${words.clauseSeparator}${[`${words.interval} ${range}`, ...byItself(rest, unit, { judge, context })].join(words.clauseSeparator)}`}
    >
      {formatChange(rest.value, unit, language)}
      {changeUnit(unit, language)}
    </Fact>
  );
}

/** How many of the questionnaires handed out came back; a matter of the survey as a whole. */
function ResponseRate({ context, subject }: { readonly context: ReportContext; readonly subject: Subject }) {
  const { words, language, branch, survey, responses, wave } = context;
  const response = responses[wave];
  if (branch || subject.id !== headlineSubject(survey)?.id || !response) return null;
  const { returned, handedOut } = response;
  return (
    <Fact
      title={words.responseRate}
      small={words.responseRateOf(formatNumber(returned, language), formatNumber(handedOut, language))}
    >
      {formatShare(returned / handedOut, language)}
    </Fact>
  );
}

function Fact({
  title,
  small = "",
  children,
}: {
  readonly title: string;
  readonly small?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {children}
        {small !== "" && <small>{small}</small>}
      </dd>
    </div>
  );
}

function scaleText({ words, language }: ReportContext, subject: Subject): string {
  if (subject.kind === "index") return words.index.scale(endsOf(subject).max);
  const { question, unit } = subject;
  if (unit === "points") return words.pointsRange;
  if (question.type === "number") return question.unit[language];
  if (!isScaleQuestion(question) || unit === "proportion") return "";
  const { min, max } = scaleEnds(question.scale);
  return words.scoreOn(min, max);
}
