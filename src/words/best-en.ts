/** Words of the page that ranks the whole network. */
export const bestEnglish = {
  bestTitle: "Who is really best?",
  byLevel: (level: string) => `by ${lower(level)}`,
  byLevelWithin: (level: string, segment: string) => `by ${lower(level)} within ${lower(segment)}`,
  /** The answer of one level. */
  noneStandsOut: (by: string, all: string) => `${by}, none of ${all} stands out`,
  someLead: (by: string, all: string, lead: string) => `${by}, ${lead} of ${all} ${be(lead)} ${atTop}`,
  someTrail: (by: string, all: string, trail: string) => `${by}, ${trail} of ${all} ${be(trail)} ${atBottom}`,
  someLeadAndTrail: (by: string, all: string, lead: string, trail: string) =>
    `${by}, ${lead} of ${all} ${be(lead)} ${atTop}, and ${trail} ${atBottom}`,
  /** In place of how many there are, where only so many of them have a rank. */
  ranked: (count: string) => `${count} ranked`,
  answers: (joined: string) => `${joined.charAt(0).toUpperCase()}${joined.slice(1)}`,
  answerSeparator: "; ",
  noRanking: "There are too few branches with scores on a known base to rank",
  bestLead:
    "Every level of the network in fair order: each score is drawn towards the average as far as few answers leave it uncertain, so that nobody is first or last by luck alone.",
  standingOut:
    "The first of each group is clearly behind the first of the group before. The title counts who is in the first group, where this is no more than half of the table, with a rank that lies in the better half with 90% certainty, and the same at the other end; within the first group a branch may be far behind its first without being shown to be.",
  threeCounts:
    "Three pages count three things: “Who is really best?” the top and bottom groups; the overview those of them that are also further from the average of their table than twice the ordinary difference and clearly apart from all others of it; “Is this branch’s score luck?” every score outside the 99.8% limits.",
  arrows: (changes: string, fewer: string) =>
    `▲ ▼ stand where each branch’s own page has them; of the ${changes} changes here, chance alone would mark fewer than ${fewer}.`,
  contents: "On this page",
  withCount: (name: string, count: string) => `${name} (${count})`,
  averageOf: (all: string, segment: string) => `${all}: ${segment}`,
  averageLine: "The line down the table is the average of all.",
  gap: (score: string, interval: string, fair: string) =>
    `From best to worst it is ${score} by score (95% interval ${interval}), and ${fair} by fair score.`,
  noEarlier: (waves: number) =>
    waves === 1
      ? "No changes: this is the first wave."
      : `No changes yet: there are no ${waves} waves before these to compare with.`,
  tooFewToRank:
    "Fewer than three have scores on a known base, so they stand in the order of their scores, without ranks.",
  fairTitle: "Fair score",
  apart: (caution: number) => `Fewer than ${caution} answers, listed apart`,
  underHundred: (mark: string) => `${mark} fewer than 100 answers`,
  allUnderHundred: "All of them have fewer than 100 answers: read the order with caution.",
  notWithin: (segment: string) =>
    `Not ranked within ${lower(segment)}: which customers a branch has counts here, too.`,
  mixedTitle: (segment: string) => `Of more than one ${lower(segment)}`,
  mixed: (segment: string) =>
    `No ${lower(segment)} has nine in ten of their respondents, so they are ranked in none.`,
  withheldOnes: (names: string) => `Withheld: ${names}.`,
  andMore: (names: string, more: string) => `${names} and ${more} more`,
  firstOf: (count: string) => `The first ${count}`,
  lastOf: (count: string) => `The last ${count}`,
  showAll: (count: string) => `Show all ${count}`,
  showMost: (count: string, all: string) => `Show ${count} of ${all}`,
  between: (count: string) => `The ${count} between them stand on the pages of the branches above them.`,
};

/** Lower case at the start, unless the word is an abbreviation or the text is written as a title. */
function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !/ [A-Z]/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}

const atTop = "in the top group";
const atBottom = "in the bottom group";

function be(count: string): string {
  return count === "1" ? "is" : "are";
}
