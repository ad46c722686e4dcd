import { lowerFirst } from "./lower-first.ts";

/** What stands around every chart, in English. */
export const figureEnglish = {
  source: (survey: string) => `Source: ${survey}.`,
  base: (answers: string, when: string) => `Base: ${answers} (${when}).`,
  answersEach: (range: string, each: string) => `${range} answers ${each}`,
  /** A whole and its parts, which are no part of the range. */
  answersOfWhole: (whole: string, range: string, each: string) => `${whole}, ${range} ${each}`,
  eachWave: "a wave",
  eachPool: (waves: number) => `for each ${waves} waves together`,
  eachGroup: "a group",
  /** Figures of a level of the hierarchy, by its title. */
  eachOf: (level: string) => `per ${lowerFirst(level)}`,
  eachFactor: "a factor",
  extremes: (least: string, leastWave: string, most: string, mostWave: string, byChance: boolean) =>
    `Lowest ${least} in ${leastWave}, highest ${most} in ${mostWave}${
      byChance ? "; their 95% intervals overlap, so that chance may be all that parts them" : ""
    }.`,
  sinceBreak: (wave: string, extremes: string) =>
    `Since ${wave}, ${extremes.charAt(0).toLowerCase()}${extremes.slice(1)}`,
  part: "Part",
  effect: "Effect",
  verdict: "Verdict",
  table: "Show the figures",
  link: "link",
  linkTo: (title: string) => `Link to: ${title}`,
  downloadAs: (kind: string, title: string) => `${kind}: download “${title}”`,
  failed: "The download failed. Reload the page and try again.",
};
