import type { Question } from "../survey/question.ts";
import { questionAt } from "./context.ts";
import type { Panel } from "./panel.ts";

/** A panel of a question as it was put in the page's wave: what it shows stands on that wave's scale. */
export function asPut<Model>(
  question: Question,
  panelOf: (question: Question) => Panel<Model>,
): Panel<Model> {
  const { claims, title, brief } = panelOf(question);
  const panelIn = (context: Parameters<Panel<Model>["needs"]>[0]) =>
    panelOf(questionAt(context, question.id));
  return {
    needs: (context) => panelIn(context).needs(context),
    pairs: (context) => panelIn(context).pairs?.(context) ?? [],
    read: (context, counts, pairs) => panelIn(context).read(context, counts, pairs),
    claims,
    draw: (context, model, judge, page) => panelIn(context).draw(context, model, judge, page),
    ...(brief ? { brief: (context, model, judge) => panelIn(context).brief?.(context, model, judge) } : {}),
    ...(title ? { title: (context, model, judge) => panelIn(context).title?.(context, model, judge) } : {}),
  };
}
