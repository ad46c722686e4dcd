import type { PairCounts } from "../counts/pairs/request.ts";
import type { Counts } from "../counts/request.ts";
import type { Difference } from "../measures/difference.ts";
import { dimensionOf } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import { movedAt } from "./changes-of.ts";
import { comparedWaves, previousWave, type ReportContext } from "./context.ts";
import { type FigureScope, subjectPairs, subjectRequests, sumsOf } from "./figures.ts";
import { type Groups, groupsCounts, groupsPairs, movesOf } from "./moves-of.ts";
import { type Memory, onceFor } from "./once-for.ts";
import type { Panel } from "./panel.ts";
import { spanOfLevel } from "./pooling.ts";
import { headlineSubject, type Subject } from "./subject.ts";
import { whyReading } from "./why.tsx";
import { clearMixes } from "./why-findings.ts";
import { type DimensionSplit, whyClaims } from "./why-model.ts";
import { mixSentences, Sentences } from "./why-sentences.tsx";
import { effectText, partUnit, whyLink } from "./why-texts.ts";
import { inSentence } from "./why-title.ts";

export interface Mix {
  readonly splits: readonly DimensionSplit[];
  readonly claims: readonly Difference[];
}

const nothing: Mix = { splits: [], claims: [] };

/**
 * Other customers or other scores (M32): names a clear change of mix that is in a subject's change since the wave before,
 * so that nobody answers for it as if it were his work. On a branch's page it is that of all respondents. Draws nothing
 * where no change of mix is clear. What the page of what moved the headline states too is judged as there.
 */
export function mix(subject: Subject): Panel<Mix> {
  const panel = (context: ReportContext) =>
    headlineSubject(context.survey)?.id === subject.id ? ofHeadline(subject) : ofOther(subject);
  return {
    needs: (context) => (isTold(context) ? panel(context).needs(context) : []),
    pairs: (context) => (isTold(context) ? (panel(context).pairs?.(context) ?? []) : []),
    read: (context, counts, pairs) =>
      isTold(context) ? panel(context).read(context, counts, pairs) : nothing,
    claims: ({ claims }) => claims,
    draw: (context, { splits }, judge) => {
      const { words, language, branch } = context;
      const unit = partUnit(subject);
      const mixes = clearMixes(splits, judge);
      if (mixes.length === 0) return null;
      const sentences = mixes.flatMap((one) => {
        if (!branch) return mixSentences(one, unit, context);
        const name = inSentence(one.split.dimension.title[language]);
        const [effect, interval] = effectText(one.effect, unit, context);
        const text = words.why.sayMixAround(name, effect, interval, context.who !== undefined);
        return [{ text, href: `${whyLink(context)}#split` }];
      });
      return (
        <section class="panel" id="mix">
          <h2>{words.why.splitTitle}</h2>
          <Sentences sentences={sentences} />
        </section>
      );
    },
  };
}

type MixReading = Pick<Panel<Mix>, "needs" | "pairs" | "read">;

/** Of the pool of a branch a change between two single waves tells nothing. */
function isTold(context: ReportContext): boolean {
  const { survey, branch } = context;
  return previousWave(context) !== undefined && spanOfLevel(survey, branch?.path.length ?? 0) === 1;
}

const read: Memory<Mix> = new WeakMap();

function ofHeadline(subject: Subject): MixReading {
  const reading = whyReading(subject);
  return {
    ...reading,
    read: (context, counts, pairs) => {
      const [first] = [...pairs, ...counts];
      if (!first) return nothing;
      return onceFor(read, first, [subject.id, context.wave], () => {
        const model = reading.read(context, counts, pairs);
        return { splits: model.splits, claims: whyClaims(model) };
      });
    },
  };
}

/** Of any other figure the mix of the segments, by which the codebook says that customers differ. */
function ofOther(subject: Subject): MixReading {
  const scopeOf = ({ survey }: ReportContext): FigureScope => ({ survey, slice: everybody });
  const options = (context: ReportContext) => ({ waves: comparedWaves(context) });
  return {
    needs: (context) => [
      ...subjectRequests(scopeOf(context), subject, options(context)),
      ...groupsCounts(subject, segmentGroups(context)),
    ],
    pairs: (context) => [
      ...subjectPairs(scopeOf(context), subject, options(context)),
      ...groupsPairs(context.survey, subject, segmentGroups(context)),
    ],
    read: (context, counts, pairs) => {
      const splits = splitsOf(context, subject, counts, pairs);
      return {
        splits,
        claims: splits.flatMap(({ moves }) => [moves.level.sums.scored.test, moves.level.sums.shared.test]),
      };
    },
  };
}

function segmentGroups(context: ReportContext): readonly Groups[] {
  return context.survey.segments.map((id) => ({
    waves: comparedWaves(context),
    by: [id],
    slice: everybody,
  }));
}

function splitsOf(
  context: ReportContext,
  subject: Subject,
  counts: readonly Counts[],
  pairs: readonly PairCounts[],
): readonly DimensionSplit[] {
  const { survey, wave } = context;
  const from = previousWave(context);
  const sums = sumsOf(counts.slice(0, 1), pairs.slice(0, 1));
  const { change, without } = movedAt({ survey, slice: everybody }, subject, sums, { wave, path: [] });
  if (from === undefined || change.status !== "tested") return [];
  const options = { from, to: wave, without: without.map(({ id }) => id) };
  return survey.segments.flatMap((id, at) => {
    const moves = movesOf(survey, subject, { counts: counts[at + 1], pairs: pairs[at + 1] }, options);
    return moves.status === "split" ? [{ dimension: dimensionOf(survey, id), moves }] : [];
  });
}
