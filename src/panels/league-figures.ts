import { onDemand } from "../counts/on-demand.ts";
import { waveIds } from "../survey/survey.ts";
import { movedAt } from "./changes-of.ts";
import type { ReportContext } from "./context.ts";
import { figureAt, type Sums } from "./figures.ts";
import { changesOfSubjects, questionSubjects } from "./kin.tsx";
import type { LeagueBranch } from "./league.ts";
import { spanOfLevel } from "./pooling.ts";
import { sparkTrend } from "./spark-points.ts";
import { indexSubjects, type Subject } from "./subject.ts";
import { changedBetween, questionsUnder } from "./subject-questions.ts";

/** A period of a figure: its last wave, and the items that are left out, because they have changed since. */
interface Period {
  readonly wave: string;
  readonly without: readonly string[];
}

/**
 * A branch's figure now and before, its change, and the changes that this is judged with, each worked out when it is
 * looked at. Until then what was counted is held.
 */
export function figuresOf(
  context: ReportContext,
  subject: Subject,
  sums: Sums,
  path: readonly string[],
): Omit<LeagueBranch, "id" | "branch" | "segment"> {
  const { survey, wave } = context;
  const estimate = onDemand(() => figureAt(context, subject, sums, { wave, path }));
  const moved = onDemand(() => movedAt(context, subject, sums, { wave, path }));
  const kin = onDemand(() => {
    const subjects = subject.kind === "index" ? indexSubjects(survey) : questionSubjects(context);
    return wave === waveIds(survey).at(-1) ? changesOfSubjects(context, sums, { path, subjects }) : [];
  });
  const periods = onDemand(() =>
    periodsOf(context, subject, spanOfLevel(survey, path.length)).map((period) =>
      period.wave === wave ? estimate() : figureAt(context, subject, sums, { ...period, path }),
    ),
  );
  return {
    get estimate() {
      return estimate();
    },
    get change() {
      return moved().change;
    },
    get without() {
      return moved().without;
    },
    get kin() {
      return kin();
    },
    get periods() {
      return periods();
    },
    get trend() {
      return sparkTrend(context, subject, sums, { wave, path });
    },
  };
}

/** Periods that have no wave in common, the page's first, as long as there is something of the figure to compare. */
export function periodsOf(
  { survey, wave }: ReportContext,
  subject: Subject,
  span: number,
): readonly Period[] {
  const order = waveIds(survey);
  const items = questionsUnder(survey, subject).map(({ id }) => id);
  const last = order.indexOf(wave);
  const ends = Array.from(
    { length: Math.ceil((last + 1) / span) },
    (_, back) => order[last - back * span] ?? wave,
  );
  const periods = ends.map((end) => ({
    wave: end,
    without: changedBetween(survey, items, end, wave).map(({ id }) => id),
  }));
  const broken = periods.findIndex(({ without }) => without.length === items.length);
  return broken < 0 ? periods : periods.slice(0, broken);
}
