import type { ReportContext } from "./context.ts";
import type { MoveStep } from "./moves-chart.tsx";
import type { Judge } from "./panel.ts";
import type { Subject } from "./subject.ts";
import type { ClearMix } from "./why-findings.ts";
import { intervalOf, partUnit } from "./why-texts.ts";
import { inSentence } from "./why-title.ts";

/**
 * The exact split of a change (M32) by the dimension of which the mix is clear: what the mix did, then what the groups'
 * scores did, then what is neither. The steps add up to the change.
 */
export function mixSteps(
  { split: { dimension, moves } }: ClearMix,
  {
    subject,
    context,
    judge,
  }: { readonly subject: Subject; readonly context: ReportContext; readonly judge: Judge },
): readonly MoveStep[] {
  const { why } = context.words;
  const { shared, scored, arrived, left } = moves.level.sums;
  const name = inSentence(dimension.title[context.language]);
  const step = (label: string, { value, test }: typeof shared): MoveStep => ({
    label,
    value,
    clear: judge(test) !== "unclear",
    interval: intervalOf(test, partUnit(subject), context),
  });
  const others = [arrived, left].filter(({ value }) => Math.abs(value) > rounding);
  const items = [...moves.items.values()].reduce((sum, value) => sum + value, 0);
  return [
    step(why.stepMix(name), shared),
    step(why.stepScores(name), scored),
    ...others.map((one) => step(one === arrived ? why.stepArrived(name) : why.stepLeft(name), one)),
    ...(Math.abs(items) > rounding
      ? [{ label: why.otherItems, value: items, clear: false, interval: "" }]
      : []),
  ];
}

const rounding = 1e-9;
