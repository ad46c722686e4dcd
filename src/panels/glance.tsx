import type { ComponentChildren } from "preact";
import { hasValue, isShown } from "../measures/estimate.ts";
import { isScaleQuestion } from "../survey/question.ts";
import { waveBefore } from "../survey/wave-before.ts";
import {
  changeUnit,
  formatChange,
  formatChangeRange,
  formatNumber,
  formatShare,
  formatValue,
} from "../words/numbers.ts";
import { byItself } from "./by-itself.ts";
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
      {shown && <Exactness {...props} />}
      <ResponseRate context={context} subject={subject} />
    </dl>
  );
}

/** The same in short, for a card that leads to the report: the figure, its exactness, its change in words, its target. */
export function GlanceInShort(props: GlanceProps) {
  const { context, model, subject } = props;
  const { estimate } = model;
  if (!estimate || !hasValue(estimate)) return null;
  return (
    <dl class="glance">
      <Fact title={subject.name[context.language]} small={scaleText(context, subject)}>
        <span class="figure">
          <Value estimate={estimate} unit={subject.unit} context={context} />
        </span>
      </Fact>
      <Moved {...props} />
      <Target {...props} />
      <Exactness {...props} />
    </dl>
  );
}

function Judged(props: GlanceProps) {
  return (
    <>
      <Moved {...props} />
      <Target {...props} />
      <Rest {...props} />
    </>
  );
}

/** The change on the wave before; nothing in the first. */
function Moved({ context, model, judge, subject }: GlanceProps) {
  const { words, language } = context;
  const { change } = model;
  const from = waveBefore(context.survey, context.wave, spanOfPage(context));
  if (from === undefined) return null;
  const between =
    change.status === "tested"
      ? [
          `${words.interval} ${formatChangeRange(change.low, change.high, subject.unit, language)}`,
          ...byItself(change, subject.unit, { judge, context }),
          ...(model.without.length > 0 ? [words.index.without(namesOf(model.without, context))] : []),
        ].join(words.clauseSeparator)
      : "";
  return (
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
  );
}

/** How exact the figure is: its interval and how many answers it rests on. */
function Exactness({ context, model: { estimate }, subject }: GlanceProps) {
  const { words } = context;
  if (!estimate || !hasValue(estimate)) return null;
  return (
    <>
      <Fact title={words.interval} exactness>
        <IntervalText estimate={estimate} unit={subject.unit} context={context} />
      </Fact>
      <Fact title={words.base} small={isShown(estimate) ? "" : words.publishedElsewhere} exactness>
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
      exactness
      small={words.responseRateOf(formatNumber(returned, language), formatNumber(handedOut, language))}
    >
      {formatShare(returned / handedOut, language)}
    </Fact>
  );
}

/** A figure under its name, with what it takes to judge it in small. */
export function Fact({
  title,
  small = "",
  exactness = false,
  children,
}: {
  readonly title: string;
  readonly small?: string;
  /** True for what a narrow screen tells in a small line after the rest. */
  readonly exactness?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={exactness ? "exactness" : undefined}>
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
  // What grades count is on another scale than their codes (M03).
  const { min, max } = endsOf(subject);
  return words.scoreOn(min, max);
}
