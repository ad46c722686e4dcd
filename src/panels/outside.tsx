import { subjectsOn } from "./compare-subjects.ts";
import { ComparedFigure } from "./compared-figure.tsx";
import type { ReportContext } from "./context.ts";
import { type OutsideModel, outsideModel } from "./outside-model.ts";
import type { GatheringPanel } from "./panel.ts";

/** What a panel is on: an overview, or the page of a question, or of a factor. */
type Page = { readonly kind: "overview" } | { readonly kind: "question" | "factor"; readonly id: string };

/** In a site of one branch that says so much: its scores beside those of everybody outside. */
export function outside(page: Page): GatheringPanel<OutsideModel | undefined> {
  return {
    gather: (context, asks) =>
      context.outside
        ? outsideModel(context, asks, subjectsOn(context, { ...page, wave: context.wave }))
        : Promise.resolve(undefined),
    claims: (model) => model?.rows.map(({ difference }) => difference) ?? [],
    draw: (context, model, judge) => {
      if (!model) return null;
      const said = context.words.view.compare.outside;
      const names = namesIn(context, model);
      const note = <p class="note">{said.note(model.of[context.language])}</p>;
      if (model.rows.length > 0)
        return (
          <ComparedFigure
            id="outside"
            {...{ context, judge, names }}
            title={context.words.view.compare.title(...names)}
            rows={model.rows}
            respondents={model.respondents}
            notes={note}
          />
        );
      return page.kind === "overview" ? (
        <section class="panel" id="outside">
          <h2>{context.words.view.compare.title(...names)}</h2>
          <p class="lead">{said.none}</p>
        </section>
      ) : null;
    },
  };
}

function namesIn({ language, words, who }: ReportContext, { of }: OutsideModel): readonly [string, string] {
  const whole = of[language];
  const own = who === undefined || who === "" ? whole : `${whole} · ${who}`;
  return [own, words.view.compare.outside.name(whole)];
}
