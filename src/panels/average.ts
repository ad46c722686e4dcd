import type { Path } from "../measures/cascade.ts";
import type { Difference } from "../measures/difference.ts";
import type { Estimate } from "../measures/estimate.ts";
import { waveIds } from "../survey/survey.ts";
import { waveBefore } from "../survey/wave-before.ts";
import type { Slice } from "../views/slice.ts";
import { movedBetween } from "./changes-of.ts";
import { type FigureScope, figureAt, type Sums } from "./figures.ts";
import { itemsAt } from "./made-of.ts";
import { alikeIn } from "./pool-state.ts";
import { poolOf } from "./pooling.ts";
import type { Subject } from "./subject.ts";

export interface AverageAt {
  readonly wave: string;
  /** The group within the cascade; [] for everybody. */
  readonly path: Path;
  /** Over how many waves up to this one. */
  readonly span: number;
  /** Items that an index is to be worked out without. */
  readonly without?: readonly string[];
}

/**
 * What a whole, such as everybody or a segment, scores over as many waves as its branches are shown over. Withheld
 * where the whole is withheld in one of these waves, which the others would give away (M34).
 */
export function averageAt(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  at: AverageAt,
): Estimate | undefined {
  const order = waveIds(scope.survey);
  const last = order.indexOf(at.wave);
  const waves = order.slice(Math.max(0, last + 1 - at.span), last + 1);
  const isHidden = (wave: string) =>
    figureAt(scope, subject, sums, { wave, path: at.path, span: 1 })?.status === "withheld";
  return waves.some(isHidden) ? { status: "withheld" } : figureAt(scope, subject, sums, at);
}

/**
 * The change of a whole's figure over the same waves as its branches' changes: on the pool before, with which it has no
 * wave in common, and none where branches have none because that pool is not full. All such changes of a subject are
 * judged together.
 */
export function averageChange(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  { wave, path, span, slice }: Omit<AverageAt, "without"> & { readonly slice: Slice },
): Difference {
  const { survey } = scope;
  const alike = subject.kind === "index" ? () => true : alikeIn(survey, subject.id);
  return movedBetween(survey, subject, {
    from: waveBefore(survey, wave, span),
    to: wave,
    figure: (of, without) =>
      poolOf(survey, { wave: of, span }, alike) &&
      averageAt(scope, subject, sums, { wave: of, path, span, without }),
    itemsOf: (of) => itemsAt(scope, subject, sums, { wave: of, path, span }),
    slice,
    families: [{ kind: "groups", of: `${subject.id} averages` }],
  }).change;
}
