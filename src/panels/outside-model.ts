import { differenceOf } from "../measures/difference.ts";
import type { Shown } from "../measures/estimate.ts";
import type { Text } from "../survey/text.ts";
import { countedOf } from "./compare-figures.ts";
import type { ComparedRow } from "./compare-model.ts";
import { type ComparedSubject, isScore } from "./compare-subjects.ts";
import type { ReportContext } from "./context.ts";
import { figureAt } from "./figures.ts";
import { itemsAt } from "./made-of.ts";
import type { Asks } from "./panel.ts";

/** A published figure of everybody outside. */
export interface OutsideFigure {
  readonly estimate: Shown;
  /** Of the index and its factors: the questions that it is made of. */
  readonly items?: readonly string[];
}

export interface OutsideWave {
  readonly respondents: number;
  /** By id of a question, the index or a factor; absent: not published. */
  readonly figures: Readonly<Record<string, OutsideFigure>>;
}

/**
 * What a site of some respondents alone says of everybody else: one figure of them all a score and wave, and nothing
 * that it was made of.
 */
export interface Outside {
  /** Whom the site is about. */
  readonly of: Text;
  readonly waves: Readonly<Record<string, OutsideWave>>;
}

export interface OutsideModel {
  readonly of: Text;
  readonly rows: readonly ComparedRow[];
  readonly respondents: { readonly own: number; readonly other: number };
}

/**
 * The respondents of a page beside everybody outside the site, score by score, as one family of tests (M20): nobody is
 * in both. An index is tested where both figures are made of the same questions. Undefined where the site says nothing
 * of others.
 */
export async function outsideModel(
  { survey, wave, slice, outside }: ReportContext,
  asks: Asks,
  subjects: readonly ComparedSubject[],
): Promise<OutsideModel | undefined> {
  if (!outside) return undefined;
  const others = outside.waves[wave];
  const known = subjects.filter(isScore).filter(({ id }) => others?.figures[id] !== undefined);
  const own = await countedOf(survey, asks, { wave, slice }, known);
  const scope = { survey, slice };
  const families = [{ kind: "rest", of: `outside ${wave}` }] as const;
  const rows = known.flatMap((subject): ComparedRow[] => {
    const other = others?.figures[subject.id];
    if (!other) return [];
    const figure = figureAt(scope, subject, own, { wave, path: [] });
    const items = itemsAt(scope, subject, own, { wave, path: [] });
    const isAlike = [...(items ?? [])].sort().join() === [...(other.items ?? [])].sort().join();
    const difference =
      figure && (subject.kind === "question" || isAlike)
        ? differenceOf(figure, other.estimate, { claim: `${subject.id} outside ${wave}`, families })
        : ({ status: "untested", reason: "base" } as const);
    return [{ subject, own: figure, other: other.estimate, difference }];
  });
  return {
    of: outside.of,
    rows,
    respondents: { own: own.respondents, other: others?.respondents ?? 0 },
  };
}
