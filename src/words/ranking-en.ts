import { bestEnglish } from "./best-en.ts";
import { luckEnglish } from "./luck-en.ts";
import type { MethodWords } from "./method-words.ts";

/** Words of fair rankings (M31). */
export const rankingEnglish = {
  lead: "Best first, by fair score, the small upright mark: each score is drawn towards the average as far as few answers leave it uncertain.",
  oneGroup:
    "By the strict test of groups none is shown to be behind the first; how far the order holds, the intervals of the ranks say.",
  groups: "Those in one group are not shown to differ from the first of it.",
  rank: "Rank, 90% interval",
  rankWhy: "With 90% the rank lies in here; beside it the rank by the score alone.",
  raw: (rank: string) => `by score: ${rank}`,
  group: (number: number) => `Group ${number}`,
  nextGroup: (number: number, before: number) =>
    `Group ${number}: its first is clearly behind the first of group ${before}`,
  unranked: "Not ranked",
  fair: "fair score",
  bestLink: "Who is really best? The whole network in fair order",
  luckLink: "Is a score luck? The whole network against chance alone, not against ordinary differences",
  besideOthers: (segment: string) =>
    `Side by side here whatever their ${lowerFirst(segment)}, by plain score and so without ranks.`,
  rankedWithin: (segment: string) => `Ranked within their ${lowerFirst(segment)}:`,
  ...bestEnglish,
  ...luckEnglish,
};

export const rankingMethodEnglish: MethodWords = {
  id: "M31",
  name: "Fair ranking",
  meaning:
    "A small branch tops or bottoms a table by luck. So each score is drawn towards the average of its table as far as few answers leave it uncertain, and the table stands in the order of these fair scores, with the range that each rank lies in and with groups of those that are not shown to differ from the first of their group. A fair score belongs to its table: in one of another level, with another average, the same branch has another. Branches on small bases have a fair score but take no rank and stand apart, where three others are left. Limits of luck: where chance alone keeps a branch that is like the average.",
  formula:
    "Fair score = B × own + (1 − B) × average, B = between ÷ (between + error²). error² = variance of single answers within branches, pooled ÷ effective base; where all of a branch gave one answer, at least what unseen others could hide. between = variance of the branches beyond their errors, by the method of moments, never below 0. Groups: going down the order, a new one starts at the first branch whose score is significantly below that of the group's first: two-sided z tests of the branches' own scores with these errors, by Holm over all pairs of ranked branches of the table, at 0.5% shared by all tables of the ranking page: 0.5% ÷ their number. That is one table for each level above the lowest, and for the lowest one for each segment that the codebook knows (of several dimensions each combination), or one where it has none; the level is the same wherever branches are grouped. Limits: average ± z × √(variance within ÷ effective base). More lie outside the 95% limits than luck explains where, of X ~ Bin(number of branches, 0.05), so many or more have a probability under 5%.",
  interval:
    "Of a rank, the middle 90% of 1,000 seeded draws. It is a looser statement than a group, which is judged at a far stricter level for all pairs together, so that ranks of one group need not overlap. A change of rank is stated only where the 90% intervals of the two waves, ranked among those that have a rank in both, do not overlap, and the branch’s own score changed clearly the same way, judged with everything else on the page (M20). So a page of pure chance states one no more often than it shows an arrow; that others passed a branch which stayed as it was is not stated.",
  source:
    "Efron and Morris (1975), Journal of the American Statistical Association 70; DerSimonian and Laird (1986), Controlled Clinical Trials 7; Goldstein and Spiegelhalter (1996), Journal of the Royal Statistical Society A 159; Spiegelhalter (2005), Statistics in Medicine 24",
};

/** Lower case at the start, unless the word is an abbreviation. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
