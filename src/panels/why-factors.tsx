import { FiguresTable } from "./figures-table.tsx";
import { type MoveStep, MovesFigure } from "./moves-chart.tsx";
import type { WhyProps } from "./why.tsx";
import { EffectCell, ScoresCell } from "./why-cells.tsx";
import type { FactorMove } from "./why-model.ts";
import { basesText, intervalOf, memberOf, partUnit } from "./why-texts.ts";
import { inSentence } from "./why-title.ts";

interface Listed {
  readonly move: FactorMove;
  readonly depth: number;
}

/** Which factors, and which of their questions? */
export function WhyFactors(props: WhyProps) {
  const { context, model, judge } = props;
  const { words } = context;
  const { subject, factors } = model;
  if (factors.length === 0) return null;
  const said = words.why;
  const unit = partUnit(subject);
  const figure = factorMoves(props);
  if (!figure) return null;
  return (
    <MovesFigure
      id="factors"
      title={said.factorsTitle}
      takeaway={
        <>
          {said.factorsLead}
          <MixNote {...props} />
        </>
      }
      {...figure}
      table={
        <FiguresTable<Listed>
          label={said.factorsTitle}
          head={{ title: said.factor, cell: (listed) => <Named {...props} {...listed} /> }}
          columns={[
            {
              title: said.score,
              kind: "number",
              cell: ({ move: { line } }) => (
                <ScoresCell places={estimatesOf(line)} unit={subject.unit} context={context} />
              ),
            },
            {
              title: said.contribution,
              kind: "number",
              cell: ({ move: { line, change } }) => (
                <EffectCell test={line.scored.test} judged={change} {...{ unit, subject, context, judge }} />
              ),
            },
            {
              title: words.base,
              kind: "number",
              cell: ({ move: { line } }) => basesText(estimatesOf(line), context),
            },
          ]}
          rows={factors.flatMap((move) => listed(move, 0))}
          stacked="lines"
        />
      }
    />
  );
}

function estimatesOf({ earlier, later }: FactorMove["line"]) {
  return [earlier?.estimate, later?.estimate];
}

function listed(move: FactorMove, depth: number): readonly Listed[] {
  return [{ move, depth }, ...move.of.flatMap((inner) => listed(inner, depth + 1))];
}

function Named({ context, move: { line }, depth }: WhyProps & Listed) {
  if (line.kind === "withheld") return <>{context.words.withheld}</>;
  const { name, href } = memberOf(line.id, context);
  return (
    <a class={depth === 0 ? "font-semibold" : "ms-4 inline-block"} href={href}>
      {name}
    </a>
  );
}

/** From the index of the wave before to that of the page's, by factor; undefined where there is nothing to compare. */
export function factorMoves({ context, model, judge }: Omit<WhyProps, "findings">) {
  const { subject, factors, earlier, later, from } = model;
  if (!earlier || !later || from === undefined) return undefined;
  const steps = factors.map(({ line, change }): MoveStep => {
    const { total: value } = line;
    if (line.kind === "withheld") return { label: context.words.withheld, value, clear: false, interval: "" };
    const { name, href } = memberOf(line.id, context);
    const interval = intervalOf(line.scored.test, partUnit(subject), context);
    return { label: name, value, clear: judge(change) !== "unclear", href, interval };
  });
  const name = subject.name[context.language];
  return { context, subject, name, from, earlier, later, steps };
}

/** Says that a clear change of mix is in the factors and branches as well. */
export function MixNote({ context, findings }: WhyProps) {
  const [mix] = findings.mixes;
  if (!mix) return null;
  const { words, language } = context;
  return <> {words.why.mixInside(inSentence(mix.split.dimension.title[language]))}</>;
}
