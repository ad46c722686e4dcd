import type { Finding } from "../findings/finding.ts";
import { isClaim } from "../findings/finding.ts";
import { ledBy, mostFindings, rankFindings } from "../findings/rank.ts";
import { type Sentence, sentenceOf } from "../findings/sentence.ts";
import { titleFrom, withoutIn } from "../findings/title.ts";
import { type Estimate, hasValue, isShown } from "../measures/estimate.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { changeFindings } from "./findings-changes.ts";
import { type FindingsModel, type FindingsPage, gatherFindings } from "./findings-model.ts";
import { standingFindings } from "./findings-standing.ts";
import type { FindingsView } from "./findings-view.ts";
import { titleOf } from "./headline.tsx";
import { type Memory, onceFor } from "./once-for.ts";
import type { GatheringPanel, Judge } from "./panel.ts";
import { poolText, spanOfPage } from "./pooled-note.tsx";
import { valueText } from "./published.tsx";
import { problemFindings } from "./scoring/problem-findings.ts";
import { isRated, measuredIn, putIn, type Subject } from "./subject.ts";
import { whom } from "./whom.ts";

/**
 * The first minute: what a page has to say, most important first, a sentence each with its figure, interval and base,
 * and a link to its evidence. It claims nothing that the page's judge does not hold clear.
 */
export function findings(of: Subject, page: FindingsPage): GatheringPanel<FindingsModel> {
  const ranked = (context: ReportContext, model: FindingsModel, judge: Judge) =>
    onceFor(known, model, [context.language], () =>
      findingsOf({ context, subject: putIn(context, of), page, model, judge }),
    );
  return {
    gather: async (context, asks) => {
      const model = await gatherFindings(context, putIn(context, of), { page, asks });
      const lead = await context.lead;
      return lead ? { ...model, lead } : model;
    },
    claims: ({ claims }) => claims,
    title: (context, model, judge) =>
      titleWith(context, putIn(context, of), model, judge, ranked(context, model, judge)),
    summary: (context, model, judge) => summaryOf(ranked(context, model, judge), context),
    draw: (context, model, judge) => (
      <Findings {...{ context, model, judge }} findings={ranked(context, model, judge)} />
    ),
  };
}

/** Title, summary and list of a page are of the same findings, which are judged once: a model is of one page. */
const known: Memory<readonly Finding[]> = new WeakMap();

/** All findings of a page, ranked. */
export function findingsOf(view: FindingsView): readonly Finding[] {
  const found = withoutIdleMix([...changeFindings(view), ...standingFindings(view)]);
  return ledBy(problemFindings(view), withCaveat(rankFindings(found), found));
}

/** All respondents' change of mix keeps its place among what a branch's page says, for what moved there is read with it. */
function withCaveat(ranked: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  const isCaveat = ({ detail }: Finding) => detail.kind === "mix" && detail.around;
  const caveat = found.find(isCaveat);
  if (!caveat || ranked.some(isCaveat)) return ranked;
  return [...ranked.slice(0, mostFindings - 1), caveat];
}

/** The mix of all respondents is told on a branch's page only where something of the branch moved its way. */
function withoutIdleMix(found: readonly Finding[]): readonly Finding[] {
  return found.filter(
    ({ detail }) =>
      detail.kind !== "mix" ||
      !detail.around ||
      found.some(
        (other) => other.detail.kind === "moved" && other.detail.change.value * detail.effect.value > 0,
      ),
  );
}

function titleWith(
  context: ReportContext,
  subject: Subject,
  model: FindingsModel,
  judge: Judge,
  found: readonly Finding[],
): string | undefined {
  const { head } = model;
  const { language, words, branch } = context;
  if (!head.estimate || !hasValue(head.estimate)) return undefined;
  const isTested = head.change.status === "tested";
  const without = isTested ? head.without.map(({ short }) => short[language]) : [];
  const name = subject.name[language];
  const sentence = withoutIn(titleOf(context, subject, head, judge), without, context);
  const total = {
    id: subject.id,
    sentence,
    isClear: judge(head.change) !== "unclear",
    name: isRated(subject) ? words.findings.scoreFor(name) : name,
    value: words.withUnit(valueText(head.estimate, subject.unit, context), measuredIn(subject, language)),
    ...(head.change.status === "tested" ? { change: head.change.value } : {}),
    path: branch?.path ?? [],
  };
  const title = titleFrom(found, total, context);
  if (title === undefined) return without.length > 0 ? sentence : undefined;
  const of = whom(context);
  return total.isClear || of === undefined ? title : words.branchSubject(of, title);
}

/** Longer descriptions are cut by those who show them. */
const longestSummary = 320;

/** The first two sentences, or where they are long the first. */
function summaryOf(found: readonly Finding[], context: ReportContext): string | undefined {
  const [first, second] = found.map((finding) => plain(sentenceOf(finding, context), context));
  if (first === undefined || second === undefined) return first;
  const both = `${first}${context.words.sentenceGap}${second}`;
  return both.length <= longestSummary ? both : first;
}

/** A sentence without markup. */
function plain({ claim, named: lists, rest }: Sentence, { words, language }: ReportContext): string {
  const named = lists
    .map(({ lead, branches, more }) => {
      const names = branches.map(({ name }) => name[language]).join(words.listSeparator);
      return `${beforeNames(lead, words)}${names}${more}`;
    })
    .join("");
  return `${claim}${named}${rest === "" ? "" : `${words.parenOpen}${rest}${words.parenClose}`}${words.stop.trimEnd()}`;
}

/** What stands between a claim and the names that it is about. */
function beforeNames(lead: string, words: ReportContext["words"]): string {
  return lead === "" ? words.colon : `${words.stop}${lead}${words.colon}`;
}

function Findings({
  context,
  model,
  judge,
  findings: found,
}: {
  readonly context: ReportContext;
  readonly model: FindingsModel;
  readonly judge: Judge;
  readonly findings: readonly Finding[];
}) {
  const { words } = context;
  const { estimate } = [model.problems?.whole, model.head].find(isFigure) ?? {};
  if (!estimate || !isShown(estimate)) return null;
  const lead = model.lead?.(judge);
  return (
    <section class="panel findings" id="findings">
      <h2>{words.findings.title}</h2>
      {found.some(({ detail }) => detail.kind !== "few") ? null : (
        <p class="lead">{nothingText(context, estimate.n)}</p>
      )}
      {(found.length > 0 || lead) && (
        <ol>
          {lead}
          {found.map((finding) => (
            <Line key={finding.evidence} finding={finding} context={context} />
          ))}
        </ol>
      )}
    </section>
  );
}

function isFigure(one: { readonly estimate: Estimate | undefined } | undefined): boolean {
  return one?.estimate !== undefined && isShown(one.estimate);
}

function nothingText(context: ReportContext, n: number): string {
  const from = waveBefore(context.survey, context.wave, spanOfPage(context));
  const { words, language } = context;
  return words.findings.nothing(from === undefined ? "" : poolText(context, from), formatNumber(n, language));
}

function Line({ finding, context }: { readonly finding: Finding; readonly context: ReportContext }) {
  const { words, language } = context;
  const { claim, named, rest } = sentenceOf(finding, context);
  return (
    <li class={isClaim(finding) ? "finding" : "remark"}>
      <a href={finding.evidence}>{claim}</a>
      {named.map(({ lead, branches, more }) => (
        <span key={lead}>
          {beforeNames(lead, words)}
          {branches.map(({ name, href }, at) => (
            <span key={href}>
              {at > 0 && words.listSeparator}
              <a class="named" href={href}>
                {name[language]}
              </a>
            </span>
          ))}
          {more}
        </span>
      ))}
      {rest !== "" && <span class="rest">{`${words.parenOpen}${rest}${words.parenClose}`}</span>}
    </li>
  );
}
