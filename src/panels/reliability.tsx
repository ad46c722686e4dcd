import { pairGroupOf } from "../counts/pairs/request.ts";
import { type FactorReliability, factorReliability } from "../models/factor-reliability.ts";
import { correlationInterval } from "../stats/reliability-intervals.ts";
import { questionOf } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import { formatNumber, joinRange } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { indexRequest } from "./figures.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import type { IndexSubject } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";

type Found = Extract<FactorReliability, { readonly alpha: number }>;
type Item = Found["items"][number];

/** How well the items of a factor, or of the whole index, measure one thing: α and what each item adds (M21). */
export function reliability(subject: IndexSubject): Panel<FactorReliability> {
  return {
    needs: () => [],
    pairs: ({ survey, wave }) => indexRequest(survey, { waves: [wave], by: [], slice: everybody }),
    read: ({ survey, wave }, _, [counts]) => {
      const group = counts && pairGroupOf(counts, wave);
      const items = questionsUnder(survey, subject).map(({ id }) => id);
      if (!group) return { status: "none", reason: "base" };
      return factorReliability(group, items, { weighting: "weighted", base: survey.base });
    },
    claims: () => [],
    draw: (context, found) => {
      const { words } = context;
      const said = words.reliability;
      return (
        <section class="panel" id="reliability">
          <h2>{said.title}</h2>
          {found.status === "none" ? (
            <p class="lead">{said.none[found.reason]}</p>
          ) : (
            <Items found={found} context={context} />
          )}
        </section>
      );
    },
  };
}

function Items({ found, context }: { readonly found: Found; readonly context: ReportContext }) {
  const { words, language, survey, links } = context;
  const said = words.reliability;
  const { alpha, low, high, effective, items } = found;
  const two = (value: number) => formatNumber(value, language, 2);
  const range = ({ low, high }: { readonly low: number; readonly high: number }) =>
    joinRange(two(low), two(high), language);
  const columns: readonly Column<Item>[] = [
    {
      title: said.rest,
      kind: "score",
      cell: ({ restCorrelation: r }) =>
        r !== undefined && (
          <>
            {two(r)}
            <small class="aside">{range(correlationInterval(r, effective))}</small>
          </>
        ),
    },
    {
      title: said.dropped,
      kind: "number",
      cell: ({ alphaIfDropped }) => alphaIfDropped !== undefined && two(alphaIfDropped),
    },
  ];
  const better = items.filter(({ alphaIfDropped = 0 }) => alphaIfDropped > high);
  return (
    <>
      <p class="lead">
        {said.lead(two(alpha), range({ low, high }), formatNumber(found.n, language))}
        {words.sentenceGap}
        {said.grade(alpha)}
        {better.length > 0 &&
          `${words.sentenceGap}${said.odd(
            better.map(({ id }) => questionOf(survey, id).short[language]).join(words.listSeparator),
          )}`}
      </p>
      <FiguresTable
        label={said.title}
        head={{
          title: words.question,
          cell: ({ id }: Item) => <a href={links.question(id)}>{questionOf(survey, id).short[language]}</a>,
        }}
        columns={items.length > 2 ? columns : columns.slice(0, 1)}
        rows={items}
      />
      <p class="note">
        {said.note(context.who !== undefined)}
        {words.parenOpen}
        <a href={`${links.methods}#M21`}>M21</a>
        {words.parenClose}
      </p>
    </>
  );
}
