import type { MoveLine } from "../models/moves/level.ts";
import { sliceText } from "../views/slice.ts";
import { formatNumber } from "../words/numbers.ts";
import { FiguresTable } from "./figures-table.tsx";
import { mostListed } from "./folded-groups.tsx";
import type { Judge } from "./panel.ts";
import type { WhyProps } from "./why.tsx";
import { EffectCell, lineColumns, SharesNote } from "./why-cells.tsx";
import type { DimensionSplit } from "./why-model.ts";
import { effectText, lineName, partUnit } from "./why-texts.ts";
import { inSentence } from "./why-title.ts";

/** Other customers or other scores? A row for every way of grouping customers, then the groups. */
export function WhySplit(props: WhyProps) {
  const { context, model, judge, findings } = props;
  const { words, language } = context;
  const { subject, splits, where } = model;
  if (splits.length === 0) return null;
  const said = words.why;
  const unit = partUnit(subject);
  const shown = { subject, context, judge };
  const leads = findings.mixes.map(({ split, effect }) =>
    said.splitMix(inSentence(split.dimension.title[language]), ...effectText(effect, unit, context)),
  );
  const others = (test: "arrived" | "left") => splits.some(({ moves }) => moves.level.sums[test].value !== 0);
  return (
    <section class="panel" id="split">
      <h2>{said.splitTitle}</h2>
      <p class="lead">
        {[...(leads.length > 0 ? leads : [said.splitNoMix]), said.splitLead].join(words.sentenceGap)}
      </p>
      <FiguresTable<DimensionSplit>
        label={said.splitTitle}
        head={{ title: said.dimension, cell: ({ dimension }) => dimension.title[language] }}
        columns={[
          {
            title: said.effectScored,
            kind: "number",
            cell: ({ moves }) => <EffectCell test={moves.level.sums.scored.test} unit={unit} {...shown} />,
          },
          {
            title: said.effectShared,
            kind: "number",
            cell: ({ moves }) => <EffectCell test={moves.level.sums.shared.test} unit={unit} {...shown} />,
          },
          ...(others("arrived") || others("left") ? [otherColumn(props, unit)] : []),
        ]}
        rows={splits}
      />
      {splits
        .filter(({ moves }) => moves !== where)
        .map((split) => (
          <GroupsOf key={split.dimension.id} {...props} split={split} />
        ))}
    </section>
  );
}

/** What groups did that only one wave has; each has its own line in the tables of groups. */
function otherColumn({ context, model, judge }: WhyProps, unit: string) {
  const { subject } = model;
  return {
    title: context.words.why.effectOther,
    kind: "number" as const,
    cell: ({ moves }: DimensionSplit) => {
      const { arrived, left } = moves.level.sums;
      return [arrived, left]
        .filter(({ value }) => value !== 0)
        .map(({ test }, at) => <EffectCell key={at} {...{ test, unit, subject, context, judge }} />);
    },
  };
}

/** Groups of one dimension; open where its mix is clear. */
function GroupsOf({ context, model, judge, findings, split }: WhyProps & { readonly split: DimensionSplit }) {
  const { words, language, survey } = context;
  const { dimension, moves } = split;
  const title = words.why.groupsOf(inSentence(dimension.title[language]));
  const isOpen = findings.mixes.some((mix) => mix.split === split);
  const { lines } = moves.level;
  const listed = listedLines(lines, judge);
  const count = (value: number) => formatNumber(value, language);
  return (
    <details open={isOpen} {...(isOpen ? { "data-opens": "" } : {})}>
      <summary class="title-of-fold">{title}</summary>
      <FiguresTable
        label={title}
        head={{
          title: words.why.group,
          cell: (line) =>
            line.kind === "group" && survey.filters.includes(dimension.id) ? (
              <span data-slice={sliceText({ [dimension.id]: [line.id] })}>
                {lineName(line, dimension.id, context)}
              </span>
            ) : (
              lineName(line, dimension.id, context)
            ),
        }}
        columns={lineColumns({
          subject: model.subject,
          context,
          judge,
          wholes: [moves.earlier, moves.later],
        })}
        rows={listed}
        stacked="lines"
      />
      {listed.length < lines.length && (
        <p class="note">{words.tables.onlyMoved(count(listed.length), count(lines.length))}</p>
      )}
      <SharesNote subject={model.subject} context={context} />
    </details>
  );
}

/** Of very many lines those with the largest effect, those that are clearly more than chance, and what is no single group. */
function listedLines(lines: readonly MoveLine[], judge: Judge): readonly MoveLine[] {
  if (lines.length <= mostListed) return lines;
  const isClear = ({ effects }: MoveLine) =>
    [effects.scored, effects.shared, effects.total].some(
      ({ test }) => test.status === "tested" && judge(test) !== "unclear",
    );
  return lines.filter((line, at) => at < mostListed || line.kind !== "group" || isClear(line));
}
