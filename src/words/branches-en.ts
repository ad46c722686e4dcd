import { counted, inText, listed } from "./counted-en.ts";

/** What happens to branches, in English. Dates stand beside most of these sentences. */
export const branchesEnglish = {
  historyTitle: "What has changed in this branch?",
  opened: "Opened",
  closed: "Closed; this was its last day",
  renamed: (name: string) => `Renamed; it was called ${name} before`,
  moved: (from: string, to: string) => `Moved from ${from} to ${to}`,
  joined: (name: string) => `${name} was merged into it; its answers count here`,
  joinedBy: (name: string, into: string) => `${name} was merged into ${into}; its answers count here today`,
  recoded: (name: string, code: string) =>
    `New code; answers under the old one, ${code} (${name}), count here`,
  arrived: (name: string, from: string) =>
    `${name} moved here from ${from}; its answers count here in all waves`,
  left: (name: string, to: string) => `${name} moved to ${to}; its answers count there in all waves`,
  today: (day: string) =>
    `All waves are shown on ${day === "" ? "today’s network" : `the network of ${day}`}: an answer counts where its branch stands now, also through moves and mergers.`,
  includes: (branches: string) => `All waves include ${branches}.`,
  included: (name: string, day: string) => `${name} (part of it since ${day})`,
  closedMark: (day: string) => `closed ${day}`,
  closedTitle: (branch: string, day: string) => `${branch} closed on ${day}`,
  closedTitleLast: (branch: string, day: string, last: string) =>
    `${branch} closed on ${day}; last figure: ${last}`,
  lastFigure: (subject: string, value: string, wave: string) => `${subject} ${value} in ${wave}`,
  closedBefore: "closed",
  closedNotShown: "closed: not shown",
  notOpenYet: "not open yet",
  closedBanner: (day: string) => `This branch closed; its last day was ${day}.`,
  mergedTitle: (name: string, into: string, day: string) => `${name} has been part of ${into} since ${day}`,
  formerTitle: (name: string) => `${name} has a new address`,
  wasMerged: (name: string, into: string, day: string) => `${name} was merged into ${into} on ${day}.`,
  hasNewCode: (name: string, now: string, day: string) =>
    name === now ? `${name} has a new code since ${day}.` : `${name} has been called ${now} since ${day}.`,
  hasMoved: (name: string, from: string, to: string, day: string) =>
    `${name} moved from ${from} to ${to} on ${day}.`,
  standsUnder: (name: string, parent: string) => `${name} now belongs to ${parent}.`,
  listTitle: (count: string) => `${count} branches and how they score`,
  listEnds: ({ by, best, worst }: ListEnds) =>
    `${by.charAt(0).toUpperCase()}${by.slice(1)}, ${[...(best === undefined ? [] : [`${best} leads`]), ...(worst === undefined ? [] : [`${worst} trails`])].join(" and ")}`,
  listLead: (levels: readonly string[]) => `${listed(levels)}.`,
  levelCount: (level: string, count: number, number: string) => counted(level, count, number),
  listFigures: (levels: readonly string[], measure: string) =>
    `Beside each ${listed([...levels].map(inText))}: ${measure}, 95% confidence interval and base; ▲ ▼ only where it changed clearly.`,
  find: "Search for a branch (or use your browser’s search)",
  goOn: (name: string) => `Go to ${name}`,
};

/** Who leads and who trails, by a level; one of the two may be missing. */
interface ListEnds {
  readonly by: string;
  readonly best?: string;
  readonly worst?: string;
}
