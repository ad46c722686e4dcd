import { type PairGroup, pairGroupOf } from "../counts/pairs/request.ts";
import { subtractPairGroups } from "../counts/pairs/sums.ts";
import { tallyOf } from "../counts/request.ts";
import { type Cell, emptyCell, subtractTallies } from "../counts/tally.ts";
import type { Claim, Difference } from "../measures/difference.ts";
import { hasValue } from "../measures/estimate.ts";
import { hiddenNodes } from "../measures/index/cascade.ts";
import { indexIn } from "../measures/index/of-survey.ts";
import { againstRest, indexAgainstRest } from "../measures/rest.ts";
import { withheldValue } from "../survey/reading.ts";
import type { BaseRules } from "../survey/survey.ts";
import { branchSlice, sliceText } from "../views/slice.ts";
import { questionPut } from "./context.ts";
import { type FigureScope, figureAt, type Sums } from "./figures.ts";
import { spanOfLevel } from "./pooling.ts";
import type { QuestionSubject, Subject } from "./subject.ts";

/**
 * M20, how far a branch is from everybody else in the branch above it, tested. Undefined where either is not shown, or
 * over several waves: what is above a pooled branch is shown wave by wave. Of whom published rows don't tell whether they
 * are in the branch (M34) is on neither side.
 */
export function restGap(
  scope: FigureScope,
  subject: Subject,
  sums: Sums,
  wave: string,
): Difference | undefined {
  const { survey, branch } = scope;
  const path = branch?.path ?? [];
  if (path.length === 0 || spanOfLevel(survey, path.length) > 1) return undefined;
  const shown = [path, path.slice(0, -1)].every((of) => {
    const estimate = figureAt(scope, subject, sums, { wave, path: of });
    return estimate !== undefined && hasValue(estimate);
  });
  if (!shown) return undefined;
  const slice = sliceText(branchSlice(survey.hierarchy, path));
  const claim: Claim = {
    claim: [subject.id, "rest", slice, wave].join(" "),
    families: [{ kind: "rest", of: `${slice} ${wave}` }],
  };
  const options = { weighting: "weighted", base: survey.base, claim } as const;
  return subject.kind === "index"
    ? indexGap(scope, sums, { wave, path, options })
    : questionGap(scope, subject, sums, { wave, path, options });
}

interface GapAt {
  readonly wave: string;
  readonly path: readonly string[];
  readonly options: Parameters<typeof againstRest>[3] & Parameters<typeof indexAgainstRest>[2];
}

/** Both are worked out on the items that may be shown of both: like with like, and nothing small is given away. */
function indexGap(
  { survey }: FigureScope,
  { pairs }: Sums,
  { wave, path, options }: GapAt,
): Difference | undefined {
  const definition = indexIn(survey, wave);
  const [level, above] = [pairs[path.length], pairs[path.length - 1]];
  const part = level && pairGroupOf(level, wave, path.slice(-1));
  const all = above && pairGroupOf(above, wave, path.slice(-2, -1));
  if (!definition || !part || !all) return undefined;
  const unplaced = pairGroupOf(level, wave, [withheldValue]);
  const whole = unplaced ? subtractPairGroups(all, unplaced) : all;
  const root = (group: PairGroup) => group.answered.get(definition.root.id) ?? emptyCell;
  if (!hasRest(root(whole), root(part), survey.base)) return undefined;
  const of = { definition, wave, base: survey.base };
  const hidden = new Set([...hiddenNodes(pairs, path, of), ...hiddenNodes(pairs, path.slice(0, -1), of)]);
  return indexAgainstRest(definition, { whole, part }, { ...options, hidden }).difference;
}

function questionGap(
  { survey }: FigureScope,
  { id, measure }: QuestionSubject,
  { counts }: Sums,
  { wave, path, options }: GapAt,
): Difference | undefined {
  const [level, above] = [counts[path.length], counts[path.length - 1]];
  const part = level && tallyOf(level, wave, id, path.slice(-1));
  const all = above && tallyOf(above, wave, id, path.slice(-2, -1));
  if (!part || !all || part.kind === "shares" || all.kind === "shares") return undefined;
  const unplaced = tallyOf(level, wave, id, [withheldValue]);
  const whole = unplaced && unplaced.kind !== "shares" ? subtractTallies(all, unplaced) : all;
  if (!hasRest(whole.base, part.base, survey.base)) return undefined;
  return againstRest(measure, { whole, part }, questionPut(survey, id, wave), options).difference;
}

/** False where too few are left, or what weight is left is no more than rounding. */
function hasRest(whole: Cell, part: Cell, { minimum }: BaseRules): boolean {
  return whole.m - part.m >= minimum && whole.w - part.w > rounding * whole.w;
}

const rounding = 1e-9;
