import { estimateAt } from "../../measures/cascade.ts";
import { type Estimate, hasValue } from "../../measures/estimate.ts";
import { isScaleQuestion, type ScaleQuestion } from "../../survey/question.ts";
import type { Survey } from "../../survey/survey.ts";
import { formatRange } from "../../words/numbers.ts";
import { questionAt, type ReportContext, waveTitle } from "../context.ts";
import { cascadeRequests } from "../figures.ts";
import { FiguresTable } from "../figures-table.tsx";
import type { GatheringPanel } from "../panel.ts";
import { Base, IntervalText, Value } from "../parts.tsx";
import { cardModel, countCard } from "./card-model.ts";
import { MethodLink, nameOf } from "./method-note.tsx";
import { scoredByAll } from "./methods-on.ts";

/** A score of the survey's own answers. */
interface OwnScore {
  readonly name: string;
  readonly method: string;
  readonly unit: string;
  readonly ends: { readonly min: number; readonly max: number };
  readonly estimate: Estimate;
  readonly hides: string;
}

interface OwnModel {
  readonly question: ScaleQuestion;
  readonly scores: readonly OwnScore[];
}

/** All respondents' answers to the question that heads the report, or the first on a scale, by every method that fits it. */
export const whichOwn: GatheringPanel<OwnModel | undefined> = {
  gather: async (context, asks) => {
    const { survey, wave, words } = context;
    const found = exampleOf(survey);
    const question = found && questionAt(context, found.id);
    if (!question || !isScaleQuestion(question)) return undefined;
    const { base } = survey;
    const requests = cascadeRequests(context, { questions: [question.id], waves: [wave] });
    const cascade = await Promise.all(requests.map(asks.ask));
    let scores: readonly OwnScore[] = [];
    estimateAt(cascade, [], { question, wave, base }, ({ tally, siblings }) => {
      const all = scoredByAll(tally, question, { weighting: "weighted", base, siblings });
      scores = all.map((by) => ({
        ...by,
        name: nameOf(by.name, words),
        hides: words.which.hidesWhat[by.name],
      }));
      return { status: "none" };
    });
    const shown = scores.filter(({ estimate }) => hasValue(estimate));
    return shown.length === 0
      ? undefined
      : { question, scores: [...shown, ...(await cardScores(context, asks))] };
  },
  claims: () => [],
  draw: (context, model) => (model ? <Own {...{ context, model }} /> : null),
};

function exampleOf({ questions, headline }: Survey): ScaleQuestion | undefined {
  const scales = questions.filter(isScaleQuestion);
  return scales.find(({ id }) => id === headline) ?? scales[0];
}

async function cardScores(
  context: ReportContext,
  asks: Parameters<typeof countCard>[2],
): Promise<readonly OwnScore[]> {
  const { words, language } = context;
  const scores: OwnScore[] = [];
  for (const kind of ["national", "fiveToOne"] as const) {
    const counted = await countCard(context, kind, asks);
    const model = counted && cardModel(context, counted);
    if (!model) continue;
    scores.push({
      name: model.card.title[language],
      method: kind === "national" ? "M03" : "M04",
      unit: "index100",
      ends: { min: kind === "national" ? 0 : 20, max: 100 },
      estimate: model.whole.before,
      hides: words.which.ofSeveral[kind],
    });
  }
  return scores;
}

function Own({ context, model }: { readonly context: ReportContext; readonly model: OwnModel }) {
  const { words, language, wave, links } = context;
  const { which } = words;
  const { question, scores } = model;
  return (
    <section class="panel" id="own">
      <h2>{which.ownTitle}</h2>
      <p class="lead">
        {which.ownLead(question.short[language], waveTitle(context, wave))}{" "}
        <a href={links.question(question.id)}>{question.short[language]}</a>
      </p>
      <FiguresTable
        label={which.ownTitle}
        head={{
          title: which.method,
          cell: ({ name, method }: OwnScore) => (
            <>
              {name} <MethodLink id={method} context={context} />
            </>
          ),
        }}
        columns={[
          {
            title: words.value,
            kind: "score",
            cell: ({ estimate, unit }) => <Value estimate={estimate} unit={unit} context={context} />,
          },
          {
            title: words.interval,
            kind: "number",
            cell: ({ estimate, unit }) => <IntervalText estimate={estimate} unit={unit} context={context} />,
          },
          {
            title: words.base,
            kind: "number",
            cell: ({ estimate }) => <Base estimate={estimate} context={context} />,
          },
          {
            title: which.range,
            kind: "number",
            cell: ({ ends, unit }) => formatRange(ends.min, ends.max, unit, language),
          },
          { title: which.hides, kind: "text", cell: ({ hides }) => hides },
        ]}
        rows={scores}
        stacked="lines"
      />
    </section>
  );
}
