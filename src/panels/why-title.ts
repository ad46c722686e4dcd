import { mixShares } from "../findings/title.ts";
import type { ReportContext } from "./context.ts";
import { waveTitle } from "./context.ts";
import { measuredIn } from "./subject.ts";
import type { WhyFindings } from "./why-findings.ts";
import type { WhyModel } from "./why-model.ts";
import { branchName, lineName, memberOf, sizeText, wentBy, wentIn, wentOf } from "./why-texts.ts";

/** The question of the page, as its small heading. */
export function whyQuestion(context: ReportContext, { subject }: WhyModel, { total }: WhyFindings): string {
  return context.words.why.question(subject.name[context.language], wentOf(total));
}

/** The answer in a sentence, made of nothing but what is clear. */
export function whyTitle(context: ReportContext, model: WhyModel, findings: WhyFindings): string {
  const { words, language } = context;
  const { why } = words;
  const name = model.subject.name[language];
  const wave = waveTitle(context, context.wave);
  const { change } = model;
  if (change.status !== "tested") return why.unknown(name, wave);
  const [first, second] = reasonsOf(context, findings);
  const reasons = first === undefined ? undefined : second === undefined ? first : why.and(first, second);
  if (findings.total === "unclear")
    return reasons === undefined ? why.nothing(wave) : why.although(reasons, wave);
  const size = words.withUnit(
    sizeText(change.value, model.subject.unit, context),
    measuredIn(model.subject, language),
  );
  const total = why.total(name, wentOf(findings.total), size, wave);
  return why.because(total, reasons ?? why.noPart);
}

/** What is clear, from the customers to the single cell: where a cell is, its branch and factor are not named again. */
function reasonsOf(context: ReportContext, findings: WhyFindings): readonly string[] {
  const { why } = context.words;
  const [mix] = findings.mixes;
  const cells = findings.cells.map((cell) =>
    why.cell(memberOf(cell.move.member, context).name, branchName(cell.line, context), wentIn(cell)),
  );
  const mixes = mix ? [mixText(context, mix, cells.length > 0)] : [];
  if (mixes.length + cells.length > 0) return [...mixes, ...cells].slice(0, 2);
  const groups = findings.groups.map(({ split, line }) =>
    why.scored(lineName(line, split.dimension.id, context), wentBy(line.effects.scored.value)),
  );
  const branches = findings.branches.map(({ line }) =>
    why.part(branchName(line, context), wentBy(line.effects.total.value)),
  );
  const factors = findings.factors.map(({ line }) =>
    why.part(memberOf(line.id, context).name, wentBy(line.scored.value)),
  );
  return [...(branches.length > 0 ? branches : groups), ...factors].slice(0, 2);
}

function mixText(
  context: ReportContext,
  { split, steady, share }: WhyFindings["mixes"][number],
  others: boolean,
): string {
  const { language, words } = context;
  const dimension = inSentence(split.dimension.title[language]);
  if (share < mixShares.whole) return words.why.mixPart(dimension, share >= mixShares.most);
  return steady && !others ? words.why.mixOnly(dimension) : words.why.mix(dimension);
}

/** A name within an English sentence; names written as titles keep their capitals. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]+( [a-z]|$)/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
