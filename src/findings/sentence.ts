import type { Language, Text } from "../survey/text.ts";
import {
  formatChange,
  formatChangeRange,
  formatNumber,
  formatRange,
  formatShare,
  formatValue,
} from "../words/numbers.ts";
import type { Words } from "../words/words.ts";
import {
  type Compared,
  type DetailOf,
  type Finding,
  type FindingFigure,
  isBetter,
  type Measured,
  type NamedBranch,
} from "./finding.ts";

/** What a finding says: the claim, which leads to its evidence, branches that it names, and what it rests on. */
export interface Sentence {
  readonly claim: string;
  readonly branches: readonly NamedBranch[];
  /** Figures, interval, base, without brackets. */
  readonly rest: string;
}

/** Words and language of a page. */
export interface Speaking {
  readonly words: Words;
  readonly language: Language;
}

/** Says a finding in a page's language. */
export function sentenceOf(finding: Finding, speaking: Speaking): Sentence {
  const { claim, rest = [], branches = [] } = said(finding, sayOf(finding.figure, speaking));
  return {
    claim,
    branches,
    rest: rest.filter((part) => part !== "").join(speaking.words.findings.detailGap),
  };
}

interface Said {
  readonly claim: string;
  readonly rest?: readonly string[];
  readonly branches?: readonly NamedBranch[];
}

/** How the sizes of one figure are written. */
export interface Say extends Speaking {
  readonly figure: FindingFigure;
  readonly name: string;
  readonly text: (text: Text) => string;
  readonly number: (value: number) => string;
  readonly value: (value: number) => string;
  /** A size without a sign, with what it is counted in. */
  readonly size: (value: number) => string;
  /** The same with its sign. */
  readonly signed: (value: number) => string;
  readonly interval: (one: { readonly low: number; readonly high: number }) => string;
  readonly between: (one: { readonly low: number; readonly high: number }) => string;
}

export function sayOf(figure: FindingFigure, speaking: Speaking): Say {
  const { words, language } = speaking;
  const { unit } = figure;
  const said = words.findings;
  const measured = figure.measured[language];
  const counted = (text: string) => {
    if (measured !== "") return words.withUnit(text, measured);
    return unit === "proportion" ? said.percentagePoints(text) : said.points(text);
  };
  const signed = (value: number) => formatChange(value, unit, language);
  return {
    ...speaking,
    figure,
    name: figure.name[language],
    text: (text) => text[language],
    number: (value) => formatNumber(value, language),
    value: (value) => words.withUnit(formatValue(value, unit, language), measured),
    size: (value) => counted(signed(Math.abs(value)).replace("+", "")),
    signed: (value) => counted(signed(value)),
    interval: ({ low, high }) => said.interval(formatRange(low, high, unit, language)),
    between: ({ low, high }) => said.interval(formatChangeRange(low, high, unit, language)),
  };
}

const wayOf = (change: number) => (change > 0 ? "rise" : "fall");

function said(finding: Finding, say: Say): Said {
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

/** What a change of a figure is told with. */
export function movedParts(
  { figure, name, text, size, value }: Say,
  { place, now, change }: Pick<DetailOf<"moved">, "place" | "now" | "change">,
) {
  const good = figure.measured.en === "" ? undefined : isBetter(figure, change.value);
  return {
    figure: name,
    place: place.path.length === 0 ? "" : text(place.name),
    way: wayOf(change.value),
    size: size(change.value),
    value: value(now.value),
    score: figure.measured.en === "" && figure.unit !== "proportion" && figure.unit !== "points",
    ...(good === undefined ? {} : { good }),
  } as const;
}

function basesOf(
  { words, number, between }: Say,
  {
    change,
    now,
    earlierBase,
  }: { readonly change: Compared; readonly now: Measured; readonly earlierBase: number },
) {
  return [between(change), words.findings.bases(number(earlierBase), number(now.n))];
}

function saidOfChange(detail: DetailOf<"moved" | "steady">, say: Say): Said {
  const said = say.words.findings;
  const since = say.text(detail.since);
  const parts = movedParts(say, detail);
  if (detail.kind === "steady")
    return {
      claim: said.steady(say.name, parts.place, since, say.signed(detail.change.value)),
      rest: basesOf(say, detail),
    };
  return { claim: said.moved(parts), rest: [said.since(since), ...basesOf(say, detail)] };
}

function saidOfFollowed(detail: DetailOf<"followed">, say: Say): Said {
  const said = say.words.findings;
  const parts = movedParts(say, detail);
  const { change, wave } = detail.before;
  const [before, lost, then] = [wayOf(change), say.size(change), say.text(wave)] as const;
  if (detail.change.verdict === "unclear")
    return {
      claim: said.followedSteady(say.name, parts.place, before, lost, then),
      rest: [say.signed(detail.change.value), ...basesOf(say, detail)],
    };
  return { claim: said.followed(parts, before, lost, then), rest: basesOf(say, detail) };
}

function saidOfMix({ dimension, groups, effect, scores, around }: DetailOf<"mix">, say: Say): Said {
  const { words, text, language } = say;
  const said = words.findings;
  const share = (value: number) => formatShare(value, language);
  const names = (grew: boolean) =>
    groups
      .filter(({ earlier, later }) => later > earlier === grew)
      .map(({ name, earlier, later }) => said.share(text(name), share(earlier), share(later)));
  const fine = sayOf(inTenths(say.figure), say);
  const parts = {
    figure: say.name,
    dimension: text(dimension),
    fewer: names(false),
    more: names(true),
    size: fine.size(effect.value),
    way: wayOf(effect.value),
  } as const;
  const shares = [...parts.fewer, ...parts.more];
  if (around) return { claim: said.mixAround(parts), rest: [...shares, fine.between(effect)] };
  const rest = [...(groups.length > 0 ? [said.by(parts.dimension)] : []), fine.between(effect)];
  const way = wayOf(scores.value);
  const size = `${fine.signed(scores.value)}${words.clauseSeparator}${fine.between(scores)}`;
  const within =
    scores.verdict === "unclear"
      ? said.scoresSteady(size)
      : way === parts.way
        ? said.scoresMoved(way, size)
        : said.scoresAgainst(way, size);
  return { claim: said.mix(parts), rest: [...rest, within] };
}

/** Parts of a change of points of 1000 have a decimal, as on the pages of what moved it. */
function inTenths(figure: FindingFigure): FindingFigure {
  return figure.unit === "index1000" ? { ...figure, unit: "index100" } : figure;
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
  const claim = `${said.weakest(say.name, number(parts), of, value(now.value))}${more}`;
  return { claim, rest: [say.interval(now), said.base(number(now.n))] };
}

function saidOfApart(
  { side, branches, level, segment, ranked, distances, bases }: DetailOf<"apart">,
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
