import { hasValue, isShown } from "../../measures/estimate.ts";
import { formatChangeRange, formatNumber, formatShare, formatValue } from "../../words/numbers.ts";
import { basisOf } from "../basis.ts";
import { previousWave, type ReportContext, waveTitle } from "../context.ts";
import { Fact } from "../glance.tsx";
import type { GatheringPanel, Judge } from "../panel.ts";
import { parentName } from "../parent.ts";
import { Base, Change, IntervalText, Value } from "../parts.tsx";
import { whom } from "../whom.ts";
import { problemsTakeaway } from "./problems.tsx";
import { headingProblems, type ProblemsModel } from "./problems-model.ts";

const unit = "per100";

/** M11, all problems per 100 as what heads a page: title, figure, change, exactness. Lower is better. */
export const problemsHead: GatheringPanel<ProblemsModel | undefined> = {
  gather: headingProblems,
  // The same claim as in the table of kinds: it is judged with all of them.
  claims: (model) => (model ? [model.whole.change] : []),
  title: titleOf,
  summary: (context, model, judge) => model && problemsTakeaway({ context, model, judge }),
  basis: (context, model) => basisOf(context, model?.whole.estimate),
  brief: (context, model, judge) => model && <Figures {...{ context, model, judge }} />,
  draw: (context, model, judge, title) => {
    const { words } = context;
    return (
      <>
        <p class="kicker page-question">{words.scoring.problemsQuestion(about(context, nameIn(context)))}</p>
        <h1 class="title">{title ?? titleOf(context, model, judge)}</h1>
        {model && <Figures {...{ context, model, judge }} whole />}
        {model?.whole.estimate.status === "withheld" && <Withheld context={context} />}
      </>
    );
  },
};

function nameIn({ survey, language }: ReportContext): string {
  return survey.scoring?.problems?.title[language] ?? "";
}

function about(context: ReportContext, text: string): string {
  const of = whom(context);
  return of === undefined ? text : context.words.branchSubject(of, text);
}

/** The page's answer in a sentence. */
function titleOf(context: ReportContext, model: ProblemsModel | undefined, judge: Judge): string {
  const { words, language, wave } = context;
  const subject = about(context, nameIn(context));
  const { estimate, change } = model?.whole ?? {};
  if (!estimate || !hasValue(estimate)) return subject;
  const isTested = change?.status === "tested";
  const from = previousWave(context);
  return words.scoring.problemsTitleSentence({
    subject,
    value: formatValue(estimate.value, unit, language),
    wave: waveTitle(context, wave),
    change: isTested ? formatValue(Math.abs(change.value), unit, language) : "",
    verdict: isTested ? judge(change) : "none",
    previous: from === undefined ? "" : waveTitle(context, from),
  });
}

interface FiguresProps {
  readonly context: ReportContext;
  readonly model: ProblemsModel;
  readonly judge: Judge;
  /** With the response rate, which is known of everybody alone. */
  readonly whole?: boolean;
}

function Figures({ context, model: { whole: row }, judge, whole = false }: FiguresProps) {
  const { words, language, responses, wave, branch } = context;
  const { estimate, change } = row;
  const from = previousWave(context);
  const response = whole && !branch ? responses[wave] : undefined;
  const between =
    change.status === "tested"
      ? `${words.interval} ${formatChangeRange(change.low, change.high, unit, language)}`
      : "";
  return (
    <dl class="glance">
      <Fact title={nameIn(context)} small={hasValue(estimate) ? words.scoring.lowerIsBetter : ""}>
        <span class={hasValue(estimate) ? "figure" : ""}>
          <Value estimate={estimate} unit={unit} context={context} />
        </span>
      </Fact>
      {from !== undefined && isShown(estimate) && (
        <Fact title={words.changeOn(waveTitle(context, from))} small={between}>
          <Change difference={change} unit={unit} judge={judge} context={context} better="lower" />
        </Fact>
      )}
      {isShown(estimate) && (
        <>
          <Fact title={words.interval} exactness>
            <IntervalText estimate={estimate} unit={unit} context={context} />
          </Fact>
          <Fact title={words.base} exactness>
            <Base estimate={estimate} context={context} />
          </Fact>
        </>
      )}
      {response && (
        <Fact
          title={words.responseRate}
          exactness
          small={words.responseRateOf(
            formatNumber(response.returned, language),
            formatNumber(response.handedOut, language),
          )}
        >
          {formatShare(response.returned / response.handedOut, language)}
        </Fact>
      )}
    </dl>
  );
}

function Withheld({ context }: { readonly context: ReportContext }) {
  const { words, survey, ancestors, links } = context;
  const parent = ancestors.at(-2);
  return (
    <p class="lead">
      {words.withheldWhy(survey.base.minimum)}
      {words.sentenceGap}
      {context.branch && <a href={parent ? links.branch(parent) : links.overview()}>{parentName(context)}</a>}
    </p>
  );
}
