import { formatRange, formatShare, formatValue } from "../words/numbers.ts";
import type { DetailOf, FarSide, Finding, FindingKind } from "./finding.ts";
import { isOfProblems, type Naming, type Said, type Say, type Speaking, sayOf } from "./say.ts";
import { saidOfChange, saidOfFollowed, saidOfMix } from "./sentence-changes.ts";

/** What a finding says: the claim, which leads to its evidence, branches that it names, and what it rests on. */
export interface Sentence {
  readonly claim: string;
  readonly named: readonly Naming[];
  /** Figures, interval, base, without brackets. */
  readonly rest: string;
}

/** Says a finding in a page's language. */
export function sentenceOf(finding: Finding, speaking: Speaking): Sentence {
  const say = sayOf(finding.figure, speaking, besideOf(finding));
  const { claim, rest = [], named = [] } = said(finding, say);
  const isNameless = finding.figure.named && nameless.includes(finding.detail.kind);
  return {
    claim: isNameless ? speaking.words.findings.ofFigure(say.text(finding.figure.name), claim) : claim,
    named,
    rest: rest.filter((part) => part !== "").join(speaking.words.findings.detailGap),
  };
}

/** Sentences that speak of the page's figure without its name. */
const nameless: readonly FindingKind[] = ["apart", "end", "behind", "target"];

/** The value that a finding's sizes stand beside. */
function besideOf({ detail }: Finding): number | undefined {
  return "now" in detail ? detail.now.value : undefined;
}

export function said(finding: Finding, say: Say): Said {
  const { detail } = finding;
  switch (detail.kind) {
    case "moved":
    case "steady":
      return saidOfChange(detail, say);
    case "followed":
      return saidOfFollowed(detail, say);
    case "mix":
      return saidOfMix(detail, say);
    case "weakest":
      return saidOfWeakest(detail, say);
    case "apart":
      return saidOfApart(detail, say);
    case "end":
      return saidOfEnd(detail, say);
    case "behind":
      return saidOfBehind(detail, say);
    default:
      return saidOfOne(detail, say);
  }
}

function saidOfWeakest({ now, parts, of, weighsMost, costsMost }: DetailOf<"weakest">, say: Say): Said {
  const { words, language, number, value } = say;
  const said = words.findings;
  const weight = weighsMost === undefined ? "" : formatShare(weighsMost, language);
  const lost = costsMost ? ([value(costsMost.lost), value(costsMost.all)] as const) : undefined;
  const more = lost
    ? weight === ""
      ? said.costs(...lost)
      : said.weighsAndCosts(weight, ...lost)
    : weight === ""
      ? ""
      : said.weighs(weight);
  const claim = `${said.weakest(say.text(say.figure.name), number(parts), of, value(now.value))}${more}`;
  return { claim, rest: [say.interval(now), said.base(number(now.n))] };
}

/** So many branches are named of those far from the others. */
const mostNamed = 3;

function saidOfApart({ sides, level, segment, ranked, over }: DetailOf<"apart">, say: Say): Said {
  const { words, text, number } = say;
  const said = words.findings;
  const all = number(ranked);
  const far = sides.map(({ side, branches: { length } }, at) =>
    at === 0 ? said.farFirst(length, number(length), all, side) : said.farThen(number(length), side),
  );
  const isOne = sides.length === 1;
  const isSingle = sides.every(({ branches }) => branches.length === 1);
  const bases = sides.flatMap((side) => side.bases);
  const ends = [Math.min(...bases), Math.max(...bases)] as const;
  return {
    claim: said.apart(far, isSingle, all, text(level), segment ? text(segment) : ""),
    named: sides.map(({ side, branches }) => ({
      lead: isOne ? "" : said.farSides[side],
      branches: branches.slice(0, mostNamed),
      more:
        branches.length > mostNamed
          ? said.andMore(number(branches.length - mostNamed), number(branches.length))
          : "",
    })),
    rest: [
      ...(over ? [said.pooledOver(text(over))] : []),
      said.farMeans(text(level)),
      said.apartBy(
        sides.map((side) => said.farBy(sizesOf(side, say), isAbove(side, say) ? "above" : "below")),
      ),
      said.base(rangeText(ends, number, number(ends[1]))),
    ],
  };
}

function isAbove({ side }: FarSide, { figure }: Say): boolean {
  return (side === "better") === (figure.better === "higher");
}

function sizesOf({ distances }: FarSide, { figure, language, size }: Say): string {
  return rangeText(
    distances,
    (one) => formatValue(Math.abs(one), figure.unit, language),
    size(Math.max(...distances.map(Math.abs))),
  );
}

/** The smaller of two sizes and the larger with its unit; one where readers see the same. */
function rangeText(ends: readonly [number, number], plain: (value: number) => string, last: string): string {
  const [low, high] = [...ends]
    .map(Math.abs)
    .toSorted((a, b) => a - b)
    .map(plain);
  return low === high ? last : `${low}–${last}`;
}

function saidOfEnd({ side, branch, level, now, ranked, other, otherValue }: DetailOf<"end">, say: Say): Said {
  const { words, text, number, value } = say;
  const said = words.findings;
  const high = (side === "better") === (say.figure.better === "higher");
  const place = high ? "highest" : "lowest";
  const end = isOfProblems(say.figure) ? said.problemsEnd : said.end;
  return {
    claim: end(text(branch.name), place, number(ranked), text(level), value(now.value)),
    rest: [
      said.endAgainst(high ? "above" : "below", text(other), value(otherValue)),
      say.interval(now),
      said.base(number(now.n)),
    ],
  };
}

function saidOfBehind(
  { branch, level, now, other, otherValue, isFirst }: DetailOf<"behind">,
  { words, text, number, value, interval }: Say,
): Said {
  const said = words.findings;
  return {
    claim: said.behind(text(level), text(branch.name), text(other), isFirst),
    rest: [said.behindBy(value(now.value), value(otherValue)), interval(now), said.base(number(now.n))],
  };
}

function saidOfOne(detail: DetailOf<"target" | "rest" | "luck" | "few">, say: Say): Said {
  const { words, text, number, value, size } = say;
  const said = words.findings;
  switch (detail.kind) {
    case "target": {
      const { gap, target, n } = detail;
      return {
        claim: said.target(gap.value > 0, value(target), size(gap.value)),
        rest: [say.between(gap), said.base(number(n))],
      };
    }
    case "rest": {
      const { parent, gap, n } = detail;
      const side = gap.value > 0 ? "higher" : "lower";
      return {
        claim: said.rest(say.name, text(parent), size(gap.value), side),
        rest: [say.between(gap), said.base(number(n))],
      };
    }
    case "luck": {
      const { now, side, limits, among, average } = detail;
      const range = formatRange(limits[0], limits[1], say.figure.unit, say.language);
      const limit = said.luckLimits(range, text(among), value(average));
      return {
        claim: said.luck(say.name, value(now.value), side),
        rest: [limit, say.interval(now), said.base(number(now.n))],
      };
    }
    case "few":
      return { claim: said.few(detail.n, number(detail.n), number(detail.caution)) };
  }
}
