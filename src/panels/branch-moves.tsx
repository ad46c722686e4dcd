import type { Difference } from "../measures/difference.ts";
import { hasValue } from "../measures/estimate.ts";
import { claimsOfLevel, clearBranches, clearCells } from "../models/moves/clear-walk.ts";
import type { SplitMoves } from "../models/moves.ts";
import type { Question } from "../survey/question.ts";
import { dimensionOf, waveIds } from "../survey/survey.ts";
import { waveBefore } from "../survey/wave-before.ts";
import { movedAt } from "./changes-of.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { figureAt, subjectPairs, subjectRequests, sumsOf } from "./figures.ts";
import { branchSteps, MovesFigure } from "./moves-chart.tsx";
import { movesOf, singleLevels } from "./moves-of.ts";
import type { Judge, Panel } from "./panel.ts";
import type { Subject } from "./subject.ts";
import { branchSentence, cellSentence, Sentences } from "./why-sentences.tsx";
import { basesText, partUnit, whyLink } from "./why-texts.ts";

export interface BranchMovesModel {
  readonly from: string;
  readonly moves: SplitMoves;
  /** Questions that both waves do without, as they changed in between or are in one of the two only. */
  readonly without: readonly Question[];
}

/** So many sentences are said. */
const most = 4;

/**
 * What the branches under the page's own, or those of the widest level, did to the change of its figure (M32). Nothing
 * where these are shown over several waves together.
 */
export function branchMoves(subject: Subject): Panel<BranchMovesModel | undefined> {
  const options = ({ survey }: ReportContext) => ({ waves: waveIds(survey), below: true });
  return {
    needs: (context) => (isOpen(context) ? subjectRequests(context, subject, options(context)) : []),
    pairs: (context) => (isOpen(context) ? subjectPairs(context, subject, options(context)) : []),
    read: (context, counts, pairs) => {
      const { survey, wave } = context;
      const from = waveBefore(survey, wave);
      if (!isOpen(context) || from === undefined) return undefined;
      const sums = sumsOf(counts, pairs);
      const { change, without } = movedAt(context, subject, sums, { wave });
      const ids = without.map(({ id }) => id);
      const isKnown = [from, wave].every((one) => {
        const estimate = figureAt(context, subject, sums, { wave: one, without: ids });
        return estimate && hasValue(estimate);
      });
      if (!isKnown || (change.status === "untested" && change.reason === "break")) return undefined;
      const counted = { counts: counts.at(-1), pairs: pairs.at(-1) };
      const moves = movesOf(survey, subject, counted, { from, to: wave, without: ids });
      return moves.status === "split" ? { from, moves, without } : undefined;
    },
    claims: (model): readonly Difference[] => (model ? claimsOfLevel(model.moves.level) : []),
    draw: (context, model, judge) =>
      model ? <BranchMoves {...{ context, subject, judge }} {...model} /> : null,
  };
}

/** True where the page has branches under it of which single waves are shown. */
function isOpen({ survey, branch, tree }: ReportContext): boolean {
  const children = branch ? branch.children : tree;
  return children.length > 1 && singleLevels(survey).length > (branch?.path.length ?? 0);
}

function BranchMoves({
  context,
  subject,
  from,
  moves,
  without,
  judge,
}: BranchMovesModel & {
  readonly context: ReportContext;
  readonly subject: Subject;
  readonly judge: Judge;
}) {
  const { words, language, survey, branch, wave } = context;
  const { level, earlier, later, items } = moves;
  const isClear = (difference: Difference) => judge(difference) !== "unclear";
  const name = subject.name[language];
  const by = dimensionOf(survey, survey.hierarchy[branch?.path.length ?? 0] ?? "").title[language];
  const sentences = [
    ...clearCells(level, isClear).map((cell) => cellSentence(cell, subject.unit, context)),
    ...clearBranches(level, isClear).map((one) => branchSentence(one, partUnit(subject), context)),
  ];
  const steps = branchSteps(level, items, subject, context, judge);
  return (
    <MovesFigure
      id="moves"
      title={branch ? words.why.underTitle(branch.label[language]) : words.why.placesTitle}
      takeaway={`${by}${words.colon}${words.why.between(waveTitle(context, from), waveTitle(context, wave), basesText([earlier, later], context))}${
        sentences.length === 0 ? `${words.stop}${words.why.sayNoBranch}` : ""
      }`}
      before={sentences.length > 0 && <Sentences sentences={sentences.slice(0, most)} />}
      after={
        <p>
          <a href={whyLink(context)}>{words.why.more}</a>
        </p>
      }
      {...{ context, subject, name, from, earlier, later, steps, without }}
    />
  );
}
