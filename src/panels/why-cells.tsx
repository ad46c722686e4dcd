import type { Difference } from "../measures/difference.ts";
import { type Estimate, hasValue, isShown } from "../measures/estimate.ts";
import type { MoveLine, PartInWave } from "../models/moves/level.ts";
import { wilson } from "../stats/intervals.ts";
import { formatRange, formatShare, formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import type { Column } from "./figures-table.tsx";
import type { Judge } from "./panel.ts";
import { Change } from "./parts.tsx";
import { betterOf, type Subject } from "./subject.ts";
import { basesText, intervalOf, partUnit } from "./why-texts.ts";

interface Shown {
  readonly subject: Subject;
  readonly context: ReportContext;
  readonly judge: Judge;
}

/** A change or an effect with its verdict and, under it, its interval. */
export function EffectCell({
  test,
  judged = test,
  unit,
  subject,
  context,
  judge,
}: Shown & {
  readonly test: Difference;
  /** What the verdict is of, where that is judged as another statement of the same change. */
  readonly judged?: Difference;
  readonly unit: string;
}) {
  return (
    <>
      <Change
        difference={test}
        judge={() => judge(judged)}
        better={betterOf(subject)}
        {...{ unit, context }}
      />
      <small class="aside">{intervalOf(test, unit, context)}</small>
    </>
  );
}

/** One after the other; where there is little room, each on a line of its own. */
function Steps({ texts }: { readonly texts: readonly string[] }) {
  return (
    <>
      {texts.flatMap((text, at) => [
        at > 0 ? " " : "",
        <span key={at} class="inline-block">
          {at > 0 ? `→ ${text}` : text}
        </span>,
      ])}
    </>
  );
}

/** Before and after, each with its interval. */
function BothWaves({
  parts,
}: {
  readonly parts: readonly { readonly text: string; readonly range: string }[];
}) {
  return (
    <>
      <Steps texts={parts.map(({ text }) => text)} />
      <small class="aside">
        <Steps texts={parts.map(({ range }) => range)} />
      </small>
    </>
  );
}

/** Scores of both waves. */
export function ScoresCell({
  places,
  unit,
  context,
}: {
  readonly places: readonly (Estimate | undefined)[];
  readonly unit: string;
  readonly context: ReportContext;
}) {
  const { language } = context;
  const parts = places.map((estimate) =>
    estimate && hasValue(estimate)
      ? {
          text: formatValue(estimate.value, unit, language),
          range: isShown(estimate) ? formatRange(estimate.low, estimate.high, unit, language) : "",
        }
      : { text: "–", range: "–" },
  );
  return <BothWaves parts={parts} />;
}

/** Shares of the customers in both waves, each with Wilson's interval on the whole's effective base. */
function SharesCell({
  places,
  bases,
  context,
}: {
  readonly places: readonly (PartInWave | undefined)[];
  readonly bases: readonly (Estimate | undefined)[];
  readonly context: ReportContext;
}) {
  const { language } = context;
  const parts = places.map((place, at) => {
    const whole = bases[at];
    if (!place) return { text: "–", range: "–" };
    const between = whole && isShown(whole) ? wilson(place.share, whole.effective) : undefined;
    return {
      text: formatShare(place.share, language),
      range: between ? formatRange(between.low, between.high, "proportion", language) : "",
    };
  });
  return <BothWaves parts={parts} />;
}

/** Columns of a table of groups or branches. */
export function lineColumns({
  wholes,
  total = false,
  ...shown
}: Shown & {
  /** The whole in both waves. */
  readonly wholes: readonly (Estimate | undefined)[];
  /** With what a line did altogether. */
  readonly total?: boolean;
}): readonly Column<MoveLine>[] {
  const { subject, context } = shown;
  const { words } = context;
  const effect = (name: "scored" | "shared" | "total") => (line: MoveLine) => (
    <EffectCell test={line.effects[name].test} unit={partUnit(subject)} {...shown} />
  );
  const scores = ({ earlier, later }: MoveLine) => [earlier?.estimate, later?.estimate];
  return [
    {
      title: words.why.share,
      kind: "number",
      cell: ({ earlier, later }) => <SharesCell places={[earlier, later]} bases={wholes} context={context} />,
    },
    {
      title: words.why.score,
      kind: "number",
      cell: (line) => <ScoresCell places={scores(line)} unit={subject.unit} context={context} />,
    },
    { title: words.why.effectScored, kind: "number", cell: effect("scored") },
    { title: words.why.effectShared, kind: "number", cell: effect("shared") },
    ...(total ? [{ title: words.why.effectTotal, kind: "number" as const, cell: effect("total") }] : []),
    { title: words.base, kind: "number", cell: (line) => basesText(scores(line), context) },
  ];
}

/** Of an index, what the shares of its groups are of. */
export function SharesNote({ subject, context }: Pick<Shown, "subject" | "context">) {
  return subject.kind === "index" ? <p class="note">{context.words.why.sharesNote}</p> : null;
}
