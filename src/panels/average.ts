import type { Path } from "../measures/cascade.ts";
import type { Estimate } from "../measures/estimate.ts";
import { waveIds } from "../survey/survey.ts";
import { type FigureScope, figureAt, type Sums } from "./figures.ts";
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
