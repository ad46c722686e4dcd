import { isShown } from "../../measures/estimate.ts";
import { formatNumber, formatValue } from "../../words/numbers.ts";
import { previousWave, type ReportContext, waveTitle } from "../context.ts";
import { clearChange } from "../score-dots.tsx";
import { cutNames } from "./card-lead.ts";
import type { FirmsProps } from "./firms.tsx";
import type { FirmsRow } from "./firms-model.ts";
import { wordFor } from "./method-note.tsx";

const unit = "index100";

/** The means, how many firms were sampled, what moved clearly, and which firms' deductions are in the means. */
export function firmsLead(props: FirmsProps): string {
  const { context, card, rows } = props;
  return [
    standing(rows, context),
    ...rows.map((row) => sampledText(row, context)),
    ...changes(props),
    ...(card.deduct ? [deductions(rows, context)] : []),
  ].join(context.words.sentenceGap);
}

function standing(rows: readonly FirmsRow[], context: ReportContext): string {
  const { words, language, wave } = context;
  const list = rows.map(({ label, mean, after = mean.estimate }) => {
    const text = isShown(after) ? formatValue(after.value, unit, language) : wordFor(after, words);
    return words.scoring.named(label, text);
  });
  return words.scoring.firmsStand(waveTitle(context, wave), list.join(words.listSeparator));
}

/** How many firms were sampled, and whether that is enough. */
function sampledText({ label, mean, isPart }: FirmsRow, { words, language }: ReportContext): string {
  const number = (value: number) => formatNumber(value, language);
  if (isPart) return words.scoring.sampledPart(label, mean.sampled, number(mean.sampled));
  return words.scoring.sampled[mean.verdict]({
    label,
    sampled: number(mean.sampled),
    of: mean.population === undefined ? "" : number(mean.population),
    required: number(mean.required),
  });
}

/** What moved clearly; of an industry on its own page, where it stood. */
function changes({ context, rows, judge }: FirmsProps): readonly string[] {
  const { words, language } = context;
  const from = previousWave(context);
  if (from === undefined) return [];
  const wave = waveTitle(context, from);
  const tested = rows.filter(({ change }) => change?.status === "tested");
  if (tested.length === 0)
    return rows.flatMap(({ label, previous, change }) =>
      previous && isShown(previous) && !change
        ? [words.scoring.firmsWere(label, wave, formatValue(previous.value, unit, language))]
        : [],
    );
  const clear = tested.flatMap(({ label, mean, change }) => {
    if (!change) return [];
    const row = { id: label, label, estimate: mean.estimate, change, better: "higher" as const };
    const { aside } = clearChange(row, { unit, judge, context });
    return aside === undefined ? [] : [words.scoring.named(label, aside)];
  });
  return [
    clear.length > 0
      ? words.scores.clear(clear.join(words.listSeparator), wave)
      : words.scores.noneClear(wave),
  ];
}

/** Whose deduction the means hold, or that they hold none. */
function deductions(rows: readonly FirmsRow[], context: ReportContext): string {
  const { scoring, sentenceGap, listSeparator } = context.words;
  const unknown = rows.filter(({ after }) => !after);
  if (unknown.length === rows.length) return scoring.firmsUnknown;
  const cut = cutNames(
    context,
    rows.flatMap((row) => (row.after ? row.cut : [])),
  );
  return [
    cut.length > 0 ? scoring.firmsCut(cut.join(listSeparator)) : scoring.noFirmCut,
    ...(unknown.length > 0
      ? [scoring.firmsUnknownOf(unknown.map(({ label }) => label).join(listSeparator))]
      : []),
  ].join(sentenceGap);
}
