import type { Comparison } from "../findings/compare-versions.ts";
import { type FigureKind, type FigureName, figureKinds } from "../findings/figure-pairs.ts";
import { isChoiceQuestion, type Question } from "../survey/question.ts";
import { questionOf } from "../survey/survey.ts";
import { formatNumber } from "../words/numbers.ts";
import { spanOfFigure, subjectOfFigure, unitOfFigure } from "./changes-model.ts";
import type { ReportContext } from "./context.ts";
import type { Panel } from "./panel.ts";
import { RestatedTable } from "./restated-table.tsx";
import { measureHead } from "./subject.ts";

/** Figures of all respondents that are others than the earlier version published. They are restated, never tested. */
export function restatedFigures({ restated, kinds }: Comparison): Panel<Comparison["restated"]> {
  return {
    needs: () => [],
    read: () => restated,
    claims: () => [],
    draw: (context) => {
      const { words, language, survey } = context;
      const said = words.changes;
      const number = (count: number) => formatNumber(count, language);
      const compared = number(restated.compared);
      const coverage = coverageOf(context, kinds);
      return (
        <section class="panel" id="restated">
          <h2>{said.restatedTitle}</h2>
          {restated.restated === 0 ? (
            <p class="lead">{`${said.restatedNone(compared)}${words.sentenceGap}${coverage}`}</p>
          ) : (
            <>
              <p class="lead">
                {`${said.restatedLead(number(restated.restated), compared)}${words.sentenceGap}${coverage}${words.sentenceGap}${said.restatedMeaning}`}
              </p>
              <RestatedTable
                label={said.restatedTitle}
                restated={restated}
                head={said.figure}
                name={(figure) => <Name {...{ figure, context }} />}
                unitOf={(figure) => unitOfFigure(survey, figure)}
                spanOf={(figure) => spanOfFigure(survey, figure)}
                context={context}
              />
            </>
          )}
        </section>
      );
    },
  };
}

/** Which figures were compared, and which the earlier record does not have. */
function coverageOf({ words, survey }: ReportContext, compared: readonly FigureKind[]): string {
  const said = words.changes;
  const list = (kinds: readonly FigureKind[]) =>
    kinds.map((kind) => said.kinds[kind]).join(words.listSeparator);
  const present = figureKinds.filter((kind) =>
    kind === "index"
      ? survey.index !== undefined
      : survey.questions.some((question) => kindOf(question) === kind),
  );
  const missing = present.filter((kind) => !compared.includes(kind));
  return [
    ...(compared.length > 0
      ? [said.compared(list(figureKinds.filter((kind) => compared.includes(kind))))]
      : []),
    ...(missing.length > 0 ? [said.notCompared(list(missing))] : []),
  ].join(words.sentenceGap);
}

function kindOf(question: Question): FigureKind {
  if (isChoiceQuestion(question)) return "share";
  return question.type === "text" ? "answered" : "score";
}

function Name({ figure, context }: { readonly figure: FigureName; readonly context: ReportContext }) {
  const { links, language, survey, words } = context;
  const { question, kind, option } = figure;
  if (kind === "index") return <a href={links.factor(question.id)}>{question.short[language]}</a>;
  const present = questionOf(survey, question.id);
  const label = isChoiceQuestion(present) && present.options.find(({ id }) => id === option)?.label[language];
  const link = <a href={links.question(question.id)}>{present.short[language]}</a>;
  if (kind === "answered")
    return (
      <>
        {link}
        <small class="aside">{words.changes.answersGiven}</small>
      </>
    );
  const subject = subjectOfFigure(survey, figure);
  const { method } = subject.measure;
  return (
    <>
      {link}
      {label && `${words.colon}${label}`}
      <small class="aside">
        {measureHead(subject, context)} <a href={`${links.methods}#${method}`}>{method}</a>
      </small>
    </>
  );
}
