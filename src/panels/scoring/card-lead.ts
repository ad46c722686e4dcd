import { isShown } from "../../measures/estimate.ts";
import { formatNumber, formatRange, formatShare, formatValue } from "../../words/numbers.ts";
import { previousWave, type ReportContext, waveTitle } from "../context.ts";
import type { Judge } from "../panel.ts";
import { levelTitle } from "../stands-out.ts";
import type { CardModel, CardScoreRow } from "./card-model.ts";
import type { CutBelow, CutUnit } from "./cut-units.ts";
import { wordFor } from "./method-note.tsx";

const unit = "index100";

/** A card with what makes its panel: deductions further down, and whether the rule asks for a mean over firms instead. */
export interface CardPanel extends CardModel {
  readonly cutBelow: CutBelow;
  /** The rule's score of the whole is the mean over its firms. */
  readonly isOver: boolean;
}

export interface CardProps {
  readonly context: ReportContext;
  readonly model: CardPanel;
  readonly judge: Judge;
}

/** The card's name; where it is not what the rule prescribes, over whom it is. */
export function cardName({ words, language, who }: ReportContext, { card, isOver }: CardPanel): string {
  const { scoring } = words;
  const over = who === undefined ? scoring.overRespondents : scoring.overRespondentsHere;
  return isOver ? scoring.cardOver(card.title[language], over) : card.title[language];
}

/** What the panel asks. */
export function cardTitle(context: ReportContext, model: CardPanel): string {
  const { words, language, branch } = context;
  const { scoring } = words;
  const name = cardName(context, model);
  if (model.rows.length > 0) return scoring.cardOfMany(name, levelTitle(context, branch?.path.length ?? 0));
  return branch ? scoring.cardOfOne(name, branch.label[language]) : scoring.cardOfAll(name);
}

/** The whole's score with its change, what it is part of, then who lost points. */
export function cardLead(props: CardProps): string {
  const { context, model } = props;
  const { words, survey, language } = context;
  const { scoring } = words;
  const industry = survey.scoring?.national?.firms?.industry;
  const level = survey.dimensions.find(({ id }) => id === industry)?.title[language] ?? "";
  return [
    ...standing(props),
    ...(model.isOver ? [scoring.notRule(level)] : []),
    ...(model.above.length > 0 ? [wholes(context, model)] : []),
    ...(model.card.deduct ? deductions(context, model) : []),
  ].join(words.sentenceGap);
}

/** What the page's group is part of: like with like, so before any deduction where its own is not known. */
function wholes(context: ReportContext, { whole, above, card }: CardPanel): string {
  const { scoring, listSeparator } = context.words;
  const isBefore = card.deduct && !whole.deduction;
  const list = above.map(({ label, before, after }) =>
    scoring.named(label, valueOrWord(isBefore ? before : after, context)),
  );
  return (isBefore ? scoring.isPartOfBefore : scoring.isPartOf)(list.join(listSeparator));
}

function valueOrWord(estimate: CardScoreRow["after"], { words, language }: ReportContext): string {
  return isShown(estimate) ? formatValue(estimate.value, unit, language) : wordFor(estimate, words);
}

function standing({ context, model, judge }: CardProps): readonly string[] {
  const { words, language, wave } = context;
  const { whole, change } = model;
  if (!isShown(whole.after)) return [];
  const { value, low, high } = whole.after;
  const from = previousWave(context);
  return [
    words.scoring.cardStands({
      card: cardName(context, model),
      wave: waveTitle(context, wave),
      value: formatValue(value, unit, language),
      interval: formatRange(low, high, unit, language),
      verdict: change.status === "tested" ? judge(change) : "none",
      previous: from === undefined ? "" : waveTitle(context, from),
    }),
  ];
}

/** Who lost points, further down as well; and of whom it is not known what came back. */
function deductions(context: ReportContext, model: CardPanel): readonly string[] {
  const { words, language } = context;
  const { scoring } = words;
  const { units, many, isAll } = model.cutBelow;
  const rows = rowsOf(model).filter(({ before }) => isShown(before));
  if (rows.every(({ deduction }) => !deduction)) return [scoring.returnsUnknown];
  const cut = rows.flatMap((row): readonly CutUnit[] => {
    const { before, after, deduction } = row;
    return deduction && deduction.points > 0 && isShown(before) && isShown(after)
      ? [{ label: whose(row, model, context), before, after, deduction }]
      : [];
  });
  // Groups of which a filter leaves one unit lose what that one does.
  const told = new Set(units.map(({ label }) => label));
  const soles = new Set(rows.flatMap(({ returnedBy = "" }) => (returnedBy === "" ? [] : [returnedBy])));
  const own = cut.filter(
    ({ label }, at) =>
      !soles.has(label) || (!told.has(label) && cut.findIndex((one) => one.label === label) === at),
  );
  const below = [
    ...cutNames(context, units),
    ...(many ? [scoring.cutMany(many.level, formatNumber(many.count, language))] : []),
  ];
  const list = [...cutNames(context, own), ...below].join(words.listSeparator);
  const unknown = rows.filter(({ deduction }) => !deduction).map(({ label }) => label);
  return [
    cut.length > 0
      ? scoring.cut(list)
      : below.length > 0
        ? scoring.cutBelow(list)
        : isAll && unknown.length === 0
          ? scoring.noneCut
          : scoring.noneCutHere,
    ...(unknown.length > 0 ? [scoring.someUnknown(named(unknown, context))] : []),
  ];
}

/** Those that lose points, each with what its score becomes and what came back; of many the first few. */
export function cutNames(context: ReportContext, units: readonly CutUnit[]): readonly string[] {
  const { words, language } = context;
  const points = (value: number) => formatValue(value, unit, language);
  return firstFew(
    units.map(({ label, before, after, deduction }) =>
      words.scoring.cutTo({
        label,
        before: points(before.value),
        after: points(after.value),
        rate: formatShare(deduction.rate, language),
      }),
    ),
    context,
  );
}

/** Who lost points: under a filter the unit that it leaves, or the part of a group that is in it. */
function whose(row: CardScoreRow, { whole }: CardModel, { words: { scoring } }: ReportContext): string {
  const { label, returnedBy } = row;
  if (returnedBy === undefined) return label;
  if (returnedBy !== "") return returnedBy;
  return row === whole ? label : scoring.labelInFilter(label);
}

function named(labels: readonly string[], context: ReportContext): string {
  return firstFew(labels, context).join(context.words.listSeparator);
}

function firstFew(texts: readonly string[], { words, language }: ReportContext): readonly string[] {
  if (texts.length <= mostNamed) return texts;
  const more = formatNumber(texts.length - mostNamed, language);
  return [...texts.slice(0, mostNamed), words.scoring.someOthers(more)];
}

/** All rows of a card's panel: its whole, the groups under it, or what it is part of. */
export function rowsOf({ whole, rows, above }: CardModel): readonly CardScoreRow[] {
  return [whole, ...rows, ...above];
}

const mostNamed = 5;
