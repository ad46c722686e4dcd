import { compared, type Finding } from "../findings/finding.ts";
import { isShown } from "../measures/estimate.ts";
import type { Text } from "../survey/text.ts";
import { english } from "../words/en.ts";
import { chinese } from "../words/zh.ts";
import type { ReportContext } from "./context.ts";
import { effectIn, type FindingsView, findingFigure, lowered, withoutNames } from "./findings-view.ts";
import { clearMixes } from "./why-findings.ts";
import { lineName, whyLink } from "./why-texts.ts";

/** The mix that clearly moved the figure; on a branch's page that of all respondents, where something of it moved. */
export function mixFindings({ context, subject, model, judge, page }: FindingsView): readonly Finding[] {
  const { survey } = context;
  const { estimate } = model.head;
  if (!estimate || !isShown(estimate)) return [];
  const around = page === "branch";
  return clearMixes(model.splits, judge).flatMap((mix): readonly Finding[] => {
    const { split, only } = mix;
    const { sums } = split.moves.level;
    const [effect, scores] = [sums.shared, sums.scored].map(({ test }) => compared(test, judge(test)));
    if (!effect || !scores) return [];
    const groups = (model.shifts.get(split.dimension.id) ?? [])
      .filter(({ effects }) => effects.shared.value * effect.value > 0)
      .toSorted((a, b) => Math.abs(b.effects.shared.value) - Math.abs(a.effects.shared.value))
      .flatMap((line) =>
        line.earlier && line.later
          ? [
              {
                name: groupName(line, split.dimension.id, context),
                earlier: line.earlier.share,
                later: line.later.share,
              },
            ]
          : [],
      );
    return [
      {
        detail: {
          kind: "mix",
          dimension: lowered(split.dimension.title),
          effect,
          scores,
          only,
          groups: groups.slice(0, 3),
          around,
          ...(context.who === undefined ? {} : { narrowed: true }),
          weighted: context.weightedWaves.has(context.wave),
          ...withoutNames(model.head.without),
        },
        figure: findingFigure(survey, subject),
        effect: effectIn(estimate, effect.value) / (around ? 2 : 1),
        scope: 1,
        novelty: "new",
        evidence: page === "overview" || around ? `${whyLink(context)}#split` : "#mix",
      },
    ];
  });
}

function groupName(line: Parameters<typeof lineName>[0], dimension: string, context: ReportContext): Text {
  const nameIn = (language: "en" | "zh") => {
    const words = language === "en" ? english : chinese;
    const name = lineName(line, dimension, { ...context, language, words });
    return line.kind === "group" ? words.findings.quoted(name) : name;
  };
  return { en: nameIn("en"), zh: nameIn("zh") };
}
