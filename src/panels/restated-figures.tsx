import type { Comparison, FigureName } from "../findings/compare-versions.ts";
import { formatNumber } from "../words/numbers.ts";
import { subjectOfFigure } from "./changes-model.ts";
import type { ReportContext } from "./context.ts";
import type { Panel } from "./panel.ts";
import { RestatedTable } from "./restated-table.tsx";
import { measureHead } from "./subject.ts";

/** Figures of all respondents that are others than the earlier version published. They are restated, never tested. */
export function restatedFigures({ restated }: Comparison): Panel<Comparison["restated"]> {
  return {
    needs: () => [],
    read: () => restated,
    claims: () => [],
    draw: (context) => {
      const { words, language, survey } = context;
      const said = words.changes;
      const number = (count: number) => formatNumber(count, language);
      const compared = number(restated.compared);
      return (
        <section class="panel" id="restated">
          <h2>{said.restatedTitle}</h2>
          {restated.restated === 0 ? (
            <p class="lead">{said.restatedNone(compared)}</p>
          ) : (
            <>
              <p class="lead">
                {`${said.restatedLead(number(restated.restated), compared)}${words.sentenceGap}${said.restatedMeaning}`}
              </p>
              <RestatedTable
                label={said.restatedTitle}
                restated={restated}
                head={said.figure}
                name={(figure) => <Name {...{ figure, context }} />}
                unitOf={(figure) => subjectOfFigure(survey, figure).unit}
                context={context}
              />
            </>
          )}
        </section>
      );
    },
  };
}

function Name({ figure, context }: { readonly figure: FigureName; readonly context: ReportContext }) {
  const { links, language, survey } = context;
  const subject = subjectOfFigure(survey, figure);
  const { method } = subject.measure;
  return (
    <>
      <a href={links.question(figure.question.id)}>{subject.question.short[language]}</a>
      <small class="aside">
        {measureHead(subject, context)} <a href={`${links.methods}#${method}`}>{method}</a>
      </small>
    </>
  );
}
