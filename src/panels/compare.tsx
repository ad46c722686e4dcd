import type { ComponentChildren } from "preact";
import { dimensionOf } from "../survey/survey.ts";
import { formatNumber } from "../words/numbers.ts";
import { type CompareModel, compareModel } from "./compare-model.ts";
import { namesOf, sameText, titleOf } from "./compare-names.ts";
import type { Sides } from "./compare-sides.ts";
import { subjectsOn } from "./compare-subjects.ts";
import { ComparedFigure, clearNames } from "./compared-figure.tsx";
import type { ReportContext } from "./context.ts";
import type { PageAddress } from "./page-address.ts";
import type { Asks, GatheringPanel, Judge } from "./panel.ts";

/**
 * A view beside what it is set against: every score of the page, or the shares of a choice's answers, both bases, and
 * the difference, tested.
 * @param asks whoever counts, narrowed by no view
 */
export function comparison(sides: Sides, page: PageAddress, asks: Asks): GatheringPanel<CompareModel> {
  return {
    gather: (context) => compareModel(context, asks, sides, subjectsOn(context, page)),
    claims: ({ rows }) => rows.map(({ difference }) => difference),
    draw: (context, model, judge) => <Comparison {...{ context, model, judge }} />,
  };
}

/** The first of what matters on a page that is set against something: in what the two clearly differ, or that they don't. */
export function comparedLead(
  context: ReportContext,
  model: CompareModel,
): (judge: Judge) => ComponentChildren {
  return (judge) => {
    const { rows } = model;
    const said = context.words.view.compare;
    const tested = rows.filter(({ difference }) => difference.status === "tested");
    if (tested.length === 0) return null;
    const clear = clearNames(rows, judge, context);
    const names = namesOf(context, model);
    const between = said.between(...names);
    const claim =
      clear.count === 0
        ? said.leadNone(between, tested.length)
        : said.lead(between, clear.count, tested.length);
    return (
      <li class={clear.count === 0 ? "remark" : "finding"}>
        <a href="#compared">{claim}</a>
        {clear.count > 0 && `${context.words.colon}${clear.text}`}
      </li>
    );
  };
}

function Comparison({
  context,
  model,
  judge,
}: {
  readonly context: ReportContext;
  readonly model: CompareModel;
  readonly judge: Judge;
}) {
  const said = context.words.view.compare;
  const names = namesOf(context, model);
  const { rows, overlap, respondents, sides, neither } = model;
  if (overlap === "same") return <Nothing title={said.sameTitle} why={sameText(context, sides)} />;
  const title = titleOf(context, { sides, names });
  if (rows.length === 0) return <Nothing title={title} why={said.nothing} />;
  const isPartial = rows.some(({ changed, uneven }) => changed || uneven);
  const notes = [
    ...(sides.turned ? [said.turned(names[0])] : []),
    ...(overlap === "crossing" ? [said.crossing] : []),
    ...(neither ? [neitherText(context, neither)] : []),
    ...(isPartial ? [said.alike] : []),
  ];
  return (
    <ComparedFigure
      id="compared"
      {...{ context, rows, judge, names, title, respondents }}
      notes={notes.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
    />
  );
}

/** How many of the whole are in neither of two groups, and what of them is not public (M34). */
function neitherText(
  { survey, words, language }: ReportContext,
  { count, dimensions }: NonNullable<CompareModel["neither"]>,
): string {
  const titles = dimensions.map((id) => dimensionOf(survey, id).title[language]);
  return words.view.compare.neither(formatNumber(count, language), titles);
}

function Nothing({ title, why }: { readonly title: string; readonly why: string }) {
  return (
    <section class="panel" id="compared">
      <h2>{title}</h2>
      <p class="lead">{why}</p>
    </section>
  );
}
