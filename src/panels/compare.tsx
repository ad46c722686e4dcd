import { type CompareModel, compareModel } from "./compare-model.ts";
import { namesOf } from "./compare-names.ts";
import type { Sides } from "./compare-sides.ts";
import { ComparedFigure } from "./compared-figure.tsx";
import { questionAt, type ReportContext } from "./context.ts";
import type { PageAddress } from "./page-address.ts";
import type { Asks, GatheringPanel, Judge } from "./panel.ts";
import { headlineQuestion, indexSubjects, type Subject, subjectOf } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";

/**
 * A view beside what it is set against: every score of the page, both bases, and the difference, tested.
 * @param asks whoever counts, narrowed by no view
 */
export function comparison(sides: Sides, page: PageAddress, asks: Asks): GatheringPanel<CompareModel> {
  return {
    gather: (context) => compareModel(context, asks, sides, subjectsOn(context, page)),
    claims: ({ rows }) => rows.map(({ difference }) => difference),
    draw: (context, model, judge) => <Comparison {...{ context, model, judge }} />,
  };
}

/** What a page has scores of, its main one first. */
export function subjectsOn(context: ReportContext, page: PageAddress): readonly Subject[] {
  const { survey } = context;
  const indexes = indexSubjects(survey);
  const scores = (ids: readonly string[]) =>
    ids.flatMap((id) => subjectOf(survey, questionAt(context, id)) ?? []);
  switch (page.kind) {
    case "question":
      return scores([page.id]);
    case "factor": {
      const own = indexes.find(({ id }) => id === page.id);
      const under = indexes.filter(({ id }) => own?.members.includes(id));
      return own ? [own, ...under, ...scores(questionsUnder(survey, own).map(({ id }) => id))] : [];
    }
    default: {
      const head =
        indexes.length > 0 ? indexes : [headlineQuestion(survey)].filter((one) => one !== undefined);
      const known = new Set(head.map(({ id }) => id));
      return [...head, ...scores(survey.questions.map(({ id }) => id).filter((id) => !known.has(id)))];
    }
  }
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
  const { rows, overlap, respondents } = model;
  if (overlap === "same" || rows.length === 0)
    return (
      <section class="panel" id="compared">
        <h2>{said.title(...names)}</h2>
        <p class="lead">{overlap === "same" ? said.same : said.nothing}</p>
      </section>
    );
  return (
    <ComparedFigure
      id="compared"
      {...{ context, rows, judge, names, respondents }}
      notes={overlap === "crossing" ? <p class="note">{said.crossing}</p> : undefined}
    />
  );
}
