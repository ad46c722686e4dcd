/** The page of weights, in English. */
export const weightingEnglish = {
  kicker: "Weighting",
  link: "How the answers are weighted",
  title: (answers: string, effective: string) =>
    `Weighting makes ${answers} answers as exact as ${effective}`,
  titleUnweighted: "This survey is not weighted: every answer counts 1",
  titleLatestUnweighted: (wave: string) => `${wave} is not weighted: every answer counts 1`,
  titlePrinted: "Nothing is weighted here: only printed tables of this survey survive",
  titleWithheld: (wave: string) => `Too few answers to show what weighting does to ${wave}`,
  lead: "Who stands for more people counts more, so that the answers add up to the people whom the survey is about. The price is exactness: the effective base says as how many equally weighted answers the figures are exact.",
  leadPrinted: "Printed figures are shown as they were printed, whatever weights are in them.",
  of: (wave: string) => `This page: ${wave}, the latest weighted wave.`,
  howTitle: "How was each wave weighted?",
  byColumn: (column: string) => `by the weights in the column “${column}” of its file`,
  byRake: (dimensions: string, file: string) =>
    `raked to the people in ${file}, by ${dimensions}, so that each dimension has the population's shares`,
  byCells: (dimensions: string, file: string) =>
    `weighted by cells to the people in ${file}, by ${dimensions}, so that every combination has the population's share`,
  byNothing: "not weighted: every answer counts 1",
  byPrint: "printed tables, shown as they were printed",
  and: " and ",
  method: "Weights",
  methodName: { column: "column", rake: "raked", cells: "cells" },
  respondents: "Respondents with a weight",
  without: "Respondents without one",
  withoutWhy:
    "Whose weight is blank or not above 0, or whose place in the population is not known. They count in unweighted figures only.",
  smallest: "Smallest weight",
  largest: "Largest weight",
  endsWhy:
    "As multiples of the wave's mean. Where few respondents have it, the mean of a larger group is given, with its size.",
  meanOf: (mean: string, respondents: string) => `${mean} (mean of ${respondents})`,
  deff: "Design effect",
  deffWhy:
    "How much larger the weights make the variance of a mean that has nothing to do with them: n·Σw² ÷ (Σw)².",
  effectiveWhy: "Respondents ÷ design effect.",
  rounds: "Rounds of raking",
  trimmings: "Times cut",
  trimmingsWhy: "How often weights over five times the mean were cut, and all raked again.",
  marginsTitle: "What does weighting change in the sample?",
  marginsLead: (wave: string) =>
    `${wave}, shares of the respondents whose place is known. Base: the number of respondents.`,
  marginsTarget: "“Population” is what the wave was weighted to.",
  marginsUnlisted: (dimensions: string) =>
    `The margins of ${dimensions} are met as well, and not listed here.`,
  marginsNoTarget:
    "The weights came with the file; what they are meant to match is not known here, so that there is nothing to hold them against.",
  population: "Population",
  sizesTitle: "How unequal are the weights?",
  sizesEach: (wave: string) =>
    `${wave}: the weights that there are, largest first, as multiples of the mean.`,
  sizesParts: (wave: string) =>
    `${wave}: respondents in the order of their weights, largest first. A weight is the mean of its row, as a multiple of the mean of all; weights that few respondents have are not shown by themselves.`,
  part: "Respondents, by weight",
  weight: "Weight",
  rest: (mean: string) => `all others, ${mean} on average`,
  people: "Respondents",
  shareOfWeight: "Share of all weight",
  effectTitle: "What does weighting do to the figures?",
  effectLead: (wave: string) =>
    `${wave}, all respondents; below each figure its 95% interval. The same people answered, so that a difference is the effect of the weights alone: nothing is tested. Differences are computed before rounding.`,
  figure: "Figure",
  difference: "Difference",
  baseWeighted: "Base, weighted",
  baseUnweighted: "Base, unweighted",
};
