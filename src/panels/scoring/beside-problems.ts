import type { Words } from "../../words/words.ts";
import type { AnyPanel } from "../page.ts";
import type { Subject } from "../subject.ts";

/**
 * Has the headings of panels of another figure, on a page that problems head, name their figure, so that none takes it for
 * problems.
 */
export function besideProblems({ name }: Pick<Subject, "name">): (panel: AnyPanel) => AnyPanel {
  return (panel) => ({
    ...panel,
    draw: (context, ...rest) =>
      panel.draw({ ...context, words: naming(context.words, name[context.language]) }, ...rest),
  });
}

/** Words of which the headings that speak of the page's figure name it. */
function naming(words: Words, figure: string): Words {
  const of = (heading: string) => words.scoring.headingOf(figure, heading);
  return {
    ...words,
    trendTitle: of(words.trendTitle),
    branchesTitle: (level) => of(words.branchesTitle(level)),
    branchesOf: (level, parent) => of(words.branchesOf(level, parent)),
    siblings: (level, parent) => of(words.siblings(level, parent)),
    findings: { ...words.findings, workedOut: of(words.findings.workedOut) },
    scores: { ...words.scores, factorsTitle: of(words.scores.factorsTitle) },
    importance: { ...words.importance, title: of(words.importance.title) },
    ranking: { ...words.ranking, panelTitle: of(words.ranking.panelTitle) },
    charts: { ...words.charts, heat: { ...words.charts.heat, title: of(words.charts.heat.title) } },
    why: {
      ...words.why,
      overviewTitle: of(words.why.overviewTitle),
      splitTitle: of(words.why.splitTitle),
      placesTitle: of(words.why.placesTitle),
      underTitle: (branch) => of(words.why.underTitle(branch)),
    },
  };
}
