import type { MethodWords } from "./method-words.ts";
import {
  importanceMapEnglish,
  pooledWavesEnglish,
  reliabilityMethodEnglish,
  weightedIndexEnglish,
} from "./methods-index-en.ts";
import {
  bandsMethodEnglish,
  contactScoresEnglish,
  gapMethodEnglish,
  hiddenEnglish,
  picturesEnglish,
  problemsMethodEnglish,
  ruledScoresEnglish,
} from "./methods-scoring-en.ts";
import { rankingMethodEnglish } from "./ranking-en.ts";

export const methodsEnglish: readonly MethodWords[] = [
  {
    id: "M01",
    name: "Distribution",
    meaning:
      "The share of those who answered that gave each answer. For a multiple choice: the share of those who named at least one answer, or of all who were asked, as the question's page says; so shares can sum to more than 100%. The share of mentions divides by all answers named instead, and sums to 100%.",
    formula:
      "Weights of those who gave the answer ÷ weights of all who answered. Missing codes and people who were not asked are never in the base. Of a wave that is published as tables only, the printed counts are the answers; percentages that were printed without their base are shown as published, and are neither given an interval nor tested.",
    interval: "Wilson's score interval on the effective base.",
    source: "Wilson (1927), Journal of the American Statistical Association 22",
  },
  {
    id: "M02",
    name: "Mean score",
    meaning: `The average answer on the question's own scale.${picturesEnglish}`,
    formula: "Weighted sum of the answers ÷ sum of the weights.",
    interval:
      "Student's t on the effective base less one, with variance Σw²(x−m)² / (Σw)² · n/(n−1), held within the scale's ends. Where everybody gave the same answer, the pooled spread within sibling groups stands in; without siblings, the most that unseen answers could move the mean.",
    hides: hiddenEnglish.mean,
    source: "Kish (1965), Survey Sampling; Clopper and Pearson (1934) for the bound",
  },
  ...ruledScoresEnglish,
  {
    id: "M07",
    name: "Boxes",
    meaning:
      "Top box, top-2 box and bottom-2 box: the share of the best answer, of the two best, of the two worst. Net is top-2 less bottom-2. Satisfied is the share of the answers that the codebook counts as satisfied.",
    formula: "Shares as in M01.",
    interval: "Wilson's for shares; for the net the adjusted Wald interval, as in M08.",
    hides: hiddenEnglish.boxes,
    source: "Wilson (1927); Cohen (1983), Applied Psychological Measurement 7",
  },
  {
    id: "M08",
    name: "Net Promoter Score, CSAT and CES",
    meaning: `Share of promoters (9–10) less share of detractors (0–6; on a scale of 1–10, 1–6), in points from −100 to +100.${contactScoresEnglish.meaning}`,
    formula: "100 × (p − d); standard error 100 × √((p + d − (p − d)²) ÷ effective base).",
    interval:
      "NPS: adjusted Wald with three pseudo-answers: ¾ promoter, ¾ detractor, 1½ passive. CSAT and shares: Wilson’s. CES: as of a mean (M02).",
    hides: hiddenEnglish.loyalty,
    source: contactScoresEnglish.source,
  },
  gapMethodEnglish,
  weightedIndexEnglish,
  problemsMethodEnglish,
  importanceMapEnglish,
  bandsMethodEnglish,
  {
    id: "M19",
    name: "Weighting",
    meaning:
      "Weights make the answers of a wave stand for the people whom the survey is about: whoever is of a group that answered more rarely than it occurs counts more. They come from a column of the survey's file, or are computed from a population: by cells, so that every combination of groups has its share, or by raking, so that every dimension on its own has its shares. Figures of a part of the respondents use the weights of the whole wave. Under a reader’s filter they are those of the published rows, of which some are means of several, as a weight could tell a place (M34): weighted figures can then differ a little from the same ones on the pages for everybody, and the filter’s note says by how much weights were changed.",
    formula:
      "Cells: share of the population ÷ share of the respondents. Raking: for one dimension after the other, weights are multiplied by wanted ÷ present share, until all are met to a millionth; weights over five times the mean are cut to it and all raked again, ten times at most. Mean 1 within a wave. Design effect: n·Σw² ÷ (Σw)²; effective base: (Σw)² ÷ Σw².",
    source:
      "Deming and Stephan (1940), Annals of Mathematical Statistics 11; Kish (1965), Survey Sampling; Potter (1990), Proceedings of the ASA Survey Research Methods Section",
  },
  {
    id: "M20",
    name: "Differences",
    meaning:
      "Whether a difference is more than chance brings about. Arrows and the words “clear rise” and “clear fall” stand only where it is; all else is “no clear change”, which does not say that nothing changed. What is compared has no respondent in common: a wave with another wave, pooled waves with the waves before, a part with the rest of its whole and never with a whole that contains it. A target has no error of its own.",
    formula:
      "Means and indices: Welch's t on effective bases; under unequal weights the spread is known less well than the mean, so degrees of freedom come from n × (effective base ÷ n)⁴ answers, never more than the effective base. Shares: two-proportion z, pooled, without continuity correction. Nets and NPS: z on their standard errors.",
    interval:
      "The more is compared, the more chance finds. So differences are judged in families: the index and its factors of one group; all its questions; one figure of all branches under one parent, or of all groups of other dimensions; the shares of a question's options; what moved a total; branches against each other; a branch against the rest of the one above it. Within a family Holm's correction at 1%, in the last four at 0.5%; what is in two families must be clear in both. Families are the same on every page, so a change that is clear on one is clear on all, and a page of nothing but chance shows an arrow at most one time in twenty; the league tables, which show the changes of all branches at once, say how many may be chance.",
    source:
      "Welch (1947), Biometrika 34; Satterthwaite (1946), Biometrics Bulletin 2; Holm (1979), Scandinavian Journal of Statistics 6",
  },
  reliabilityMethodEnglish,
  {
    id: "M30",
    name: "Data quality",
    meaning: "What became of each row and cell of each file, and patterns that may make answers doubtful.",
    formula:
      "Rows read = kept + rejected. Same answer throughout: at least five items of one list answered, all alike. Too fast: interviews under the codebook's limit.",
    source: "AAPOR, Standard Definitions (2023)",
  },
  rankingMethodEnglish,
  {
    id: "M32",
    name: "What moved the total",
    meaning:
      "The change of a figure between two waves, split exactly into parts: that groups of customers scored differently, and that their shares of the customers changed; groups that only one wave has stand on lines of their own. Of an index also by factor and item. The parts add up to the change.",
    formula:
      "Each group: mean of both shares × change of its score, and mean of both scores less the total’s × change of its share; item by item, added up with the index weights, down the hierarchy. Groups too small to be shown stand in one line.",
    interval:
      "Scores: errors of the groups’ own estimates. Shares: multinomial on the effective base. All parts of one whole are one family, corrected by Holm; parts of a part are looked at only where that part is clear. Many parts are looked at together, so an effect can be unclear though the change of that group's own score, which is another figure, is clear where it stands by itself.",
    source: "Kitagawa (1955), Journal of the American Statistical Association 50",
  },
  {
    id: "M33",
    name: "Comparable waves",
    meaning:
      "Where a question is not the same in two waves, its trend line breaks and no change is computed across the break. The page says what changed: wording, scale, options, which codes count as an answer, how many answers were recorded, or whose answers count. An index or a factor of which a question changed is compared on the others, in both waves, and the page says without which.",
    formula:
      "Every wave is held against the last one before it that asked the question, as the codebook and the headers of the files have them; answers themselves are not looked at. Wording and scale are as the codebook names them. It can let figures be compared all the same, which the question's page says.",
    source: "The survey's codebook and the headers of its files",
  },
  pooledWavesEnglish,
];
