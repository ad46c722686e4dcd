import { listed, plural } from "./counted-en.ts";

/** How a figure went, for better or for worse where that is not plain. */
export interface MovedParts {
  readonly figure: string;
  /** Empty for everybody. */
  readonly place: string;
  readonly way: "rise" | "fall";
  readonly size: string;
  readonly value: string;
  /** Of a quantity, of which less may be better; of all else undefined. */
  readonly good?: boolean;
  /** True of an index or a mean of grades, false of shares and quantities. */
  readonly score: boolean;
}

/** Groups whose share of the respondents shrank or grew, by name or with their shares. */
export interface MixParts {
  readonly figure: string;
  readonly dimension: string;
  readonly fewer: readonly string[];
  readonly more: readonly string[];
  readonly size: string;
  readonly way: "rise" | "fall";
  /** True where shares are of customers, not of those who answered. */
  readonly weighted: boolean;
}

const went = (way: "rise" | "fall") => (way === "rise" ? "rose" : "fell");
const inPlace = (place: string) => (place === "" ? "" : ` in ${place}`);
const judged = (good: boolean | undefined) =>
  good === undefined ? "" : good ? ", for the better" : ", for the worse";
/** “the share of A fell and those of B and C rose”; empty where no group is named. */
const shifted = ({ fewer, more }: Pick<MixParts, "fewer" | "more">) =>
  [
    ...(fewer.length > 0 ? [`the ${sharesOf(fewer)} fell`] : []),
    ...(more.length > 0
      ? [
          `${fewer.length > 0 ? `${more.length === 1 ? "that" : "those"} of ${listed(more)}` : `the ${sharesOf(more)}`} rose`,
        ]
      : []),
  ].join(" and ");
const sharesOf = (names: readonly string[]) =>
  `${names.length === 1 ? "share" : "shares"} of ${listed(names)}`;
/** The same in a title. */
const shiftedInShort = ({ fewer, more }: Pick<MixParts, "fewer" | "more">) =>
  [
    ...(fewer.length > 0 ? [`${sharesOf(fewer)} down`] : []),
    ...(more.length > 0 ? [`${fewer.length > 0 ? `of ${listed(more)}` : sharesOf(more)} up`] : []),
  ].join(" and ");
const who = (weighted: boolean) => (weighted ? "customers" : "those who answered");
/** A name within a sentence, unless it is an abbreviation or written as a title. */
const lower = (text: string) =>
  text.startsWith("The score for “") || (/^[A-Z][a-z]/.test(text) && !/ [A-Z]/.test(text))
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

/** What a change takes back: its size without unit, what it was before, when, and whether it is all of it. */
export interface ReturnParts {
  readonly part: string;
  readonly lost: string;
  readonly then: string;
  readonly isWhole: boolean;
}

/** Findings and the sentences that say them, in English. */
export const findingsEnglish = {
  title: "What matters most",
  workedOut: "How is this worked out?",
  /** The page's question, above its answer. */
  question: (subject: string) => `${subject}: how does it stand, and what changed?`,
  /** How large a difference is, with what it is counted in. */
  points: (size: string) => (/^[+\u2212]?1(\.0+)?$/.test(size) ? `${size} point` : `${size} points`),
  percentagePoints: (size: string) => `${size} percentage points`,
  interval: (interval: string) => `95% interval ${interval}`,
  base: (n: string) => `base ${n}`,
  bases: (from: string, to: string) => `base ${from} → ${to}`,
  since: (wave: string) => `since ${wave}`,
  detailGap: "; ",
  /** A rated question as the subject of a sentence. */
  scoreFor: (name: string) => `The score for “${name}”`,
  /** The same as the subject of a page's title. */
  titleScore: (name: string) => `The score for “${name}”`,
  changeWithout: (names: string, count: number) =>
    `change without ${names}, which ${count === 1 ? "is" : "are"} not alike in both waves`,

  moved: ({ figure, place, way, size, value, good }: MovedParts) =>
    `${figure} ${went(way)} ${size} to ${value}${inPlace(place)}${judged(good)}`,
  steady: (figure: string, place: string, since: string, size: string) =>
    `${figure}${inPlace(place)} shows no clear change since ${since}: ${size}`,
  followed: (
    { figure, place, way, size, value, good }: MovedParts,
    before: "rise" | "fall",
    lost: string,
    wave: string,
  ) =>
    `${figure} ${went(way)} ${size} to ${value}${inPlace(place)}${judged(good)}, after ${before === way ? "already" : "it"} ${before === "rise" ? "rising" : "falling"} ${lost} in ${wave}`.replace(
      "after it ",
      "after ",
    ),
  /** A change that takes back part of the one before, or more than that. */
  returned: ({ figure, place, way, size, value }: MovedParts, { part, lost, then, isWhole }: ReturnParts) => {
    const what = `${figure}${inPlace(place)}`;
    const before = way === "rise" ? "lost" : "gained";
    if (!isWhole)
      return `${what} ${way === "rise" ? "recovered" : "gave back"} ${part} of the ${lost} ${before} in ${then}, to ${value}`;
    return `${what} more than ${way === "rise" ? "recovered" : "gave back"} the ${lost} ${before} in ${then}: it ${went(way)} ${size}, to ${value}`;
  },
  followedSteady: (figure: string, place: string, before: "rise" | "fall", lost: string, wave: string) =>
    `${figure}${inPlace(place)} shows no clear change since its ${before} of ${lost} in ${wave}`,

  mix: (parts: MixParts) => {
    const { figure, dimension, size, way, weighted } = parts;
    const moved = `${way === "rise" ? "raised" : "lowered"} ${lower(figure)} by ${size}`;
    const groups = shifted(parts);
    return groups === ""
      ? `The mix of ${who(weighted)} by ${dimension} changed, which by itself ${moved}`
      : `Among ${who(weighted)} ${groups}: this change of mix by itself ${moved}`;
  },
  mixAround: ({ figure, dimension, size, way, weighted }: MixParts) =>
    `Among all ${who(weighted)} the mix by ${dimension} changed, which by itself ${way === "rise" ? "raised" : "lowered"} ${lower(figure)} by ${size}: it may be part of the changes here`,
  /** An answer's label, as a name within a sentence. */
  quoted: (label: string) => `“${label}”`,
  share: (name: string, from: string, to: string) => `${name} (${from} → ${to})`,
  by: (dimension: string) => `by ${dimension}`,
  scoresSteady: (size: string) => `scores within the groups show no clear change, ${size}`,
  scoresMoved: (way: "rise" | "fall", size: string) =>
    `scores within the groups ${way === "rise" ? "raised" : "lowered"} it, too: ${size}`,
  scoresAgainst: (way: "rise" | "fall", size: string) =>
    `scores within the groups ${way === "rise" ? "raised" : "lowered"} it: ${size}`,

  weakest: (figure: string, parts: string, of: "factors" | "questions", value: string) =>
    `${figure} scores lowest of the ${parts} ${of}, at ${value}`,
  /** What goes on behind the claim above: it weighs most, costs most, or both. */
  weighsAndCosts: (weight: string, lost: string, all: string) =>
    `, weighs most (${weight}) and costs most: ${lost} of the ${all} points lost`,
  weighs: (weight: string) => `, and weighs most (${weight})`,
  costs: (lost: string, all: string) => `, and costs most: ${lost} of the ${all} points lost`,

  pooledOver: (waves: string) => `${waves} taken together`,
  /** How many are far on one side, the first side with how many there are. */
  farFirst: (count: number, number: string, all: string, side: "better" | "worse") =>
    `${number} of ${all} ${count === 1 ? "is" : "are"} far ${side}`,
  farThen: (number: string, side: "better" | "worse") => `${number} far ${side}`,
  apart: (far: readonly string[], single: boolean, _all: string, level: string, segment: string) =>
    `By ${level}, ${far.join(" and ")} than ${segment === "" ? "the others" : `the others of ${single ? "its" : "their"} ${segment}`}`,
  farSides: { better: "Better", worse: "Worse" },
  andMore: (more: string, _all: string) => ` and ${more} more`,
  farMeans: (level: string) =>
    `far: leading or trailing, and over two standard deviations between ${plural(level)} from the average`,
  farBy: (sizes: string, side: "above" | "below") => `${sizes} ${side}`,
  apartBy: (sizes: readonly string[]) => `fair scores ${sizes.join(" and ")} the average`,
  behind: (level: string, branch: string, other: string, isFirst: boolean) =>
    `By ${level}, ${branch} is clearly behind ${other}${isFirst ? ", the first" : ""}`,
  behindBy: (value: string, other: string) =>
    `at ${value} against ${other}; last in fair order, a group of its own`,
  end: (branch: string, place: "highest" | "lowest", all: string, level: string, value: string) =>
    `By ${level}, ${branch} is ${place} of ${all}, at ${value}`,
  endAgainst: (side: "above" | "below", other: string, value: string) => `clearly ${side} ${other}, ${value}`,

  /** Of problems, of which fewer are better. */
  problemsEnd: (branch: string, place: "highest" | "lowest", all: string, level: string, value: string) =>
    `By ${level}, ${branch} is ${place} of ${all}, and so ${place === "highest" ? "worst" : "best"}, at ${value}`,
  problemsSteady: (figure: string, value: string, since: string, size: string) =>
    `${figure} at ${value}: no clear change since ${since}, ${size}`,
  /** Problems of one kind. */
  problemsIn: (problems: string, kind: string) => `${problems} in “${kind}”`,
  /** A claim on a page that speaks of several figures. */
  ofFigure: (figure: string, claim: string) => `${figure}: ${claim.charAt(0).toLowerCase()}${claim.slice(1)}`,

  target: (met: boolean, target: string, size: string) =>
    met
      ? `The target of ${target} is clearly met, by ${size}`
      : `The target of ${target} is clearly missed, by ${size}`,
  rest: (figure: string, parent: string, size: string, side: "higher" | "lower") =>
    `${figure} is clearly ${side} than ${parent === "" ? "in the rest of the network" : `in the rest of ${parent}`}, by ${size}`,
  luck: (figure: string, value: string, side: "better" | "worse") =>
    `${figure} at ${value} is ${side} than luck explains`,
  luckLimits: (limits: string, among: string, average: string) =>
    `average ${average}, ${among}; luck alone stays within ${limits}`,
  few: (n: number, number: string, caution: string) =>
    `Only ${number} ${n === 1 ? "answer" : "answers"}, fewer than ${caution}: read every figure here with caution`,

  nothing: (since: string, base: string) =>
    since === ""
      ? `There is no earlier figure to compare with; base ${base}.`
      : `No change since ${since} is worked out; base ${base}.`,
  titleMix: (parts: Pick<MixParts, "fewer" | "more" | "dimension" | "weighted">) => {
    const groups = shiftedInShort(parts);
    return groups === "" ? `the mix by ${parts.dimension} changed` : `${groups} among ${who(parts.weighted)}`;
  },
  titleMoved: ({ figure, place, way, size }: MovedParts) => `${figure} ${went(way)} ${size}${inPlace(place)}`,
  because: (total: string, reason: string) => `${total}: ${reason}`,
  mostlyMix: (total: string, reason: string) => `${total}, mostly through the mix: ${reason}`,
  inMixWave: (total: string) => `${total}, in a wave when the mix changed`,
  although: (found: string, total: string) => `${found}; ${total}`,
  titleStands: (figure: string, value: string, how: string) => `${figure} stands at ${value}, ${how}`,
  titleLuck: { better: "better than luck explains", worse: "worse than luck explains" },
  titleTarget: (met: boolean, target: string) =>
    met ? `clearly above its target of ${target}` : `clearly short of its target of ${target}`,
  /** A group outside the hierarchy, as the place of a change. */
  group: (label: string, dimension: string) => `the group “${label}” (${lower(dimension)})`,
  titleRest: {
    rise: "clearly higher than the rest of the network",
    fall: "clearly lower than the rest of the network",
  },
  titleRestOf: (parent: string, way: "rise" | "fall") =>
    `clearly ${way === "rise" ? "higher" : "lower"} than the rest of ${parent}`,
  totalSteady: (figure: string, value: string) =>
    `${figure === "" ? "overall it" : lower(figure)} stands at ${value}, no clear change`,
};
