import { type Finding, isBetter, isClaim, isReturn } from "./finding.ts";
import { type Speaking, sayOf } from "./say.ts";
import { movedParts } from "./sentence-changes.ts";

/** What the page's own figure did, in words: the sentence that titles the page where nothing explains it. */
export interface Total {
  /** Of which figure. */
  readonly id: string;
  readonly sentence: string;
  /** True where the figure clearly changed. */
  readonly isClear: boolean;
  /** How far it moved; undefined where no change was worked out. */
  readonly change?: number;
  readonly name: string;
  readonly value: string;
  readonly path: readonly string[];
}

/**
 * A page's title, written from its findings: what the figure did and the change of mix or of a part that explains it; or
 * where the whole shows no clear change, the part that clearly fell, else where the figure stands against its target, its
 * like or luck, else the part that rose. What was lost before and is won again leads no title. Undefined where the
 * findings add nothing.
 *
 * @param findings ranked
 */
export function titleFrom(
  findings: readonly Finding[],
  total: Total,
  speaking: Speaking,
): string | undefined {
  const said = speaking.words.findings;
  if (total.isClear && isAmidMix(findings, total.change)) return said.inMixWave(total.sentence);
  const mix = mixBehind(findings, total);
  const part = findings.find((finding) => isPart(finding, total));
  if (total.isClear && mix) {
    const say = mix.whole ? said.because : said.mostlyMix;
    return say(total.sentence, reasonOf(mix.finding, speaking));
  }
  if (total.isClear)
    return part && goesWith(part, findings, total)
      ? said.because(total.sentence, reasonOf(part, speaking, total.id))
      : undefined;
  const stands = standing(findings, total, speaking);
  if (!part || (stands !== undefined && !isFall(part))) return stands;
  const reason = reasonOf(part, speaking);
  const fell = "change" in part.detail ? part.detail.change.value : undefined;
  return said.although(
    isAmidMix(findings, fell) ? said.inMixWave(reason) : reason,
    said.totalSteady(part.figure.id === total.id ? "" : total.name, total.value),
  );
}

/** Of so much of a change the mix is the cause, of so much most of it. */
export const mixShares = { whole: 0.8, most: 0.5 } as const;

/** On the page of a branch: all respondents' change of mix went the same way, and may be behind its change. */
function isAmidMix(findings: readonly Finding[], change = 0): boolean {
  return findings.some(
    ({ detail }) => detail.kind === "mix" && detail.around && detail.effect.value * change > 0,
  );
}

/** A mix that is behind the whole change, where the scores did nothing clear, or behind most of it. */
function mixBehind(
  findings: readonly Finding[],
  { change }: Total,
): { readonly finding: Finding; readonly whole: boolean } | undefined {
  for (const finding of findings) {
    const { detail } = finding;
    if (detail.kind !== "mix" || detail.around || !detail.only) continue;
    const total = change ?? detail.effect.value + detail.scores.value;
    const share = total === 0 ? 0 : detail.effect.value / total;
    if (share < mixShares.most) continue;
    return { finding, whole: share >= mixShares.whole && detail.scores.verdict === "unclear" };
  }
  return undefined;
}

/** Where a figure stands against its target, or a branch among its like, where nothing about it changed. */
function standing(
  findings: readonly Finding[],
  { name, value }: Total,
  speaking: Speaking,
): string | undefined {
  const { words, language } = speaking;
  const said = words.findings;
  for (const { detail, figure } of findings) {
    if (detail.kind === "luck") return said.titleStands(name, value, said.titleLuck[detail.side]);
    if (detail.kind === "target") {
      const target = sayOf(figure, speaking).value(detail.target);
      return said.titleStands(name, value, said.titleTarget(detail.gap.value > 0, target));
    }
    if (detail.kind !== "rest") continue;
    const { gap, parent } = detail;
    const { verdict } = gap;
    if (verdict === "unclear") continue;
    const how =
      parent[language] === "" ? said.titleRest[verdict] : said.titleRestOf(parent[language], verdict);
    return said.titleStands(name, value, how);
  }
  return undefined;
}

/** A part that clearly changed, be it a factor or a branch; a single question is too little to title a whole. */
function isPart(finding: Finding, { id, path }: Total): boolean {
  const { detail, figure } = finding;
  if (detail.kind !== "moved" && detail.kind !== "followed") return false;
  if (!isClaim(finding) || isReturn(detail) || detail.place.group) return false;
  return figure.id === id ? detail.place.path.length > path.length : figure.unit.startsWith("index");
}

function isFall({ detail, figure }: Finding): boolean {
  if (detail.kind !== "moved" && detail.kind !== "followed") return false;
  return isBetter(figure, detail.change.value) === false;
}

/** A part explains a whole that went the same way; which of two it is, only the first in rank says. */
function goesWith(part: Finding, findings: readonly Finding[], { id, path }: Total): boolean {
  const own = findings.find(
    ({ detail, figure }) =>
      detail.kind === "moved" && figure.id === id && detail.place.path.length === path.length,
  );
  if (own?.detail.kind !== "moved" || (part.detail.kind !== "moved" && part.detail.kind !== "followed"))
    return true;
  return Math.sign(own.detail.change.value) === Math.sign(part.detail.change.value);
}

/** @param begunWith id of the figure that the title names already */
function reasonOf({ detail, figure }: Finding, speaking: Speaking, begunWith?: string): string {
  const said = speaking.words.findings;
  const say = sayOf(figure, speaking, "now" in detail ? detail.now.value : undefined);
  if (detail.kind === "mix") {
    const names = (grew: boolean) =>
      detail.groups
        .filter(({ earlier, later }) => later > earlier === grew)
        .map(({ name }) => say.text(name));
    return said.titleMix({
      dimension: say.text(detail.dimension),
      fewer: names(false),
      more: names(true),
      weighted: detail.weighted ?? false,
    });
  }
  if (detail.kind !== "moved" && detail.kind !== "followed") return "";
  const tell = figure.id === begunWith ? said.titleMovedIn : said.titleMoved;
  return withoutIn(tell(movedParts(say, detail)), (detail.without ?? []).map(say.text), speaking);
}

/** A sentence on a change, with what the change does without behind it. */
export function withoutIn(sentence: string, names: readonly string[], { words }: Speaking): string {
  if (names.length === 0) return sentence;
  const without = words.index.without(names.join(words.listSeparator));
  return `${sentence}${words.parenOpen}${without}${words.parenClose}`;
}
