import type { Break, ItemBreak, WhyLeftOut } from "../survey/breaks.ts";
import { questionOf, type Survey } from "../survey/survey.ts";
import { barriers } from "./break-text.ts";
import { alikeIn } from "./pool-state.ts";
import { poolOf } from "./pooling.ts";

/** What a figure made of several questions is made of in a wave. */
export interface MadeOf {
  readonly wave: string;
  /** Ids of the questions; undefined where there is no figure, or it is made of one question alone. */
  readonly items: readonly string[] | undefined;
}

export interface TrendBreaksOptions {
  /** Ids of all questions that the codebook makes the figure of. */
  readonly ids: readonly string[];
  /** Over how many waves each figure is (M35). */
  readonly span: number;
}

/**
 * M33, where the line of a figure breaks, wave by wave: at each change of a question that the figures beside it are made
 * of, and wherever the figure is made of other questions than the one before it, whatever the reason. A question that
 * comes or goes with what the wave asked is told by the change itself, or waved through with it.
 */
export function trendBreaks(
  survey: Survey,
  figures: readonly MadeOf[],
  options: TrendBreaksOptions,
): readonly (readonly ItemBreak[])[] {
  return figures.map(({ wave, items }, at) => {
    const after = figures[at - 1]?.wave;
    if (after === undefined) return [];
    const earlier = figures.slice(0, at);
    const before = earlier.findLast((one) => one.items !== undefined);
    const next = figures.slice(at).find((one) => one.items !== undefined);
    const isMade = (id: string) =>
      !before?.items || !next?.items || before.items.includes(id) || next.items.includes(id);
    const changes = barriers({ survey }, options.ids, { after, until: wave }).filter(({ question }) =>
      isMade(question),
    );
    if (!before?.items || !items) return changes;
    const had = (id: string) => earlier.some((one) => one.items?.includes(id));
    const moved = { from: before.wave, until: after, wave };
    return [
      ...changes,
      ...missing(before.items, items).flatMap((id) => membership(survey, id, { ...options, ...moved })),
      ...missing(items, before.items).flatMap((id) =>
        membership(survey, id, { ...options, ...moved, joins: { again: had(id) } }),
      ),
    ];
  });
}

/** Those of some ids that others lack. */
function missing(ids: readonly string[], others: readonly string[]): readonly string[] {
  return ids.filter((id) => !others.includes(id));
}

interface Membership {
  readonly span: number;
  /** The wave of the figure before. */
  readonly from: string;
  readonly until: string;
  readonly wave: string;
  /** Where the question is taken in; else it is left out. */
  readonly joins?: { readonly again: boolean };
}

/** The break where a figure comes to be made of a question, or to do without it; none where only one wave asked it. */
function membership(
  survey: Survey,
  id: string,
  { span, from, until, wave, joins }: Membership,
): readonly ItemBreak[] {
  const { notAskedIn = [] } = questionOf(survey, id);
  if (notAskedIn.includes(from) !== notAskedIn.includes(wave)) return [];
  // It is left out, or was until now, because of the one of the two figures that does without it.
  const why = whyLeftOut(survey, id, { wave: joins ? from : wave, span });
  const cause: Break["cause"] = joins ? { kind: "takenIn", why, ...joins } : { kind: "leftOut", why };
  return [{ question: id, break: { wave, until, cause, allowed: false } }];
}

function whyLeftOut(
  survey: Survey,
  id: string,
  pool: { readonly wave: string; readonly span: number },
): WhyLeftOut {
  return poolOf(survey, pool, alikeIn(survey, id)) ? "withheld" : "unlike";
}
