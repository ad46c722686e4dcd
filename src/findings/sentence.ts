import { formatRange, formatShare, formatValue } from "../words/numbers.ts";
import type { DetailOf, Finding, NamedBranch } from "./finding.ts";
import { type Said, type Say, type Speaking, sayOf } from "./say.ts";
import { saidOfChange, saidOfFollowed, saidOfMix } from "./sentence-changes.ts";

/** What a finding says: the claim, which leads to its evidence, branches that it names, and what it rests on. */
export interface Sentence {
  readonly claim: string;
  readonly branches: readonly NamedBranch[];
  /** Figures, interval, base, without brackets. */
  readonly rest: string;
}

/** Says a finding in a page's language. */
export function sentenceOf(finding: Finding, speaking: Speaking): Sentence {
  const {
    claim,
    rest = [],
    branches = [],
  } = said(finding, sayOf(finding.figure, speaking, besideOf(finding)));
  return {
    claim,
    branches,
    rest: rest.filter((part) => part !== "").join(speaking.words.findings.detailGap),
  };
}

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

function saidOfApart(
  { side, branches, level, segment, ranked, over, distances, bases }: DetailOf<"apart">,
  say: Say,
): Said {
  const { words, text, number, language } = say;
  const said = words.findings;
  const above = (side === "better") === (say.figure.better === "higher");
  const sizes = rangeText(
    distances,
    (one) => formatValue(Math.abs(one), say.figure.unit, language),
    say.size(Math.max(...distances.map(Math.abs))),
  );
  return {
    claim: said.apart(
      branches.length,
      number(branches.length),
      number(ranked),
      text(level),
      segment ? text(segment) : "",
      side,
    ),
    branches,
    rest: [
      ...(over ? [said.pooledOver(text(over))] : []),
      said.apartBy(sizes, above ? "above" : "below"),
      said.base(rangeText(bases, number, number(Math.max(...bases)))),
    ],
  };
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
  return {
    claim: said.end(
      text(branch.name),
      high ? "highest" : "lowest",
      number(ranked),
      text(level),
      value(now.value),
    ),
    rest: [
      said.endAgainst(high ? "above" : "below", text(other), value(otherValue)),
      say.interval(now),
      said.base(number(now.n)),
    ],
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
