import type { MethodWords } from "./method-words.ts";

/** What the methods of single questions hide; the methods themselves stand with the others. */
export const hiddenEnglish = {
  mean: "Who is behind it. A 3 from everybody and a 3 from half 1 and half 5 are one mean; the distribution tells them apart. It also takes the step from 1 to 2 to be as large as that from 4 to 5.",
  boxes:
    "How dissatisfied the others are: a 1 and a middling answer count alike. And it hangs on what counts as satisfied, which the codebook says; with the middle grade (“fairly satisfied”) in it, a satisfied share can be tens of points higher than without. To cut a scale in two costs exactness: where answers spread over it, a top-2 share needs about one and a half times as many of them as the mean to show the same shift.",
  loyalty:
    "An NPS of 20 can be 30 less 10 or 60 less 40. Its error is large: 150 answers leave it uncertain by some 12 points either way. CSAT and CES speak of one contact, not of the customer's whole relation.",
} as const;

export const picturesEnglish =
  " Where respondents rated with stars or faces, the page shows the mean as stars, to the nearest half, or as the nearest face, and always the number beside it.";

export const contactScoresEnglish = {
  meaning:
    " CSAT, for a question on 1–5 about one contact: the share of the two best answers. Customer effort score (CES), for a question on 1–7, 7 being the least effort: the mean, and the share of 5–7. A recommend question on 1–10 has no 0, so its detractors are 1–6; it can't be compared with one on 0–10.",
  source:
    "Reichheld (2003), Harvard Business Review 81; Rocks (2016), The American Statistician 70; Dixon, Freeman and Toman (2010), Harvard Business Review 88",
} as const;

/** Scores by written rules, before the index. */
export const ruledScoresEnglish: readonly MethodWords[] = [
  {
    id: "M03",
    name: "National service-quality score",
    meaning:
      "Five grades from best to worst count 10, 8, 6, 3 and 0. A question's score is the mean of what its answers count; a firm's or a branch's score M is that of all its questions, in per cent of the maximum. An industry's or a park's score is the plain mean of the M of its sampled firms, each counting once however many answered: at least 10% of the firms must be sampled, and never fewer than 5. How many were, and how many must be, stand beside it.",
    formula:
      "q = Σ weight × grade score ÷ Σ weight; M = Σ q ÷ (10 × number of questions) × 100. A question that nobody of a group answered, or too few to be shown, is left out and said so. Industry: Σ M ÷ number of firms. A firm whose score is withheld is left out of the mean, so that the mean doesn't give it away.",
    interval:
      "Of M: by linearisation, as of an index (M10). Of the mean over firms: Student's t on firms less one, from the spread of the firms' scores, without a correction for firms being few; its effective base counts firms.",
    hides:
      "The steps are not even: from the second grade to the third 2 points are lost, from the third to the fourth 3. A good and a bad question make up for each other. And an industry's score weighs a small firm as much as a large one.",
    source:
      "The public service-quality rules that the codebook follows; Woodruff (1971); Cochran (1977), Sampling Techniques",
  },
  {
    id: "M04",
    name: "Five-to-one score",
    meaning:
      "Five grades count 5, 4, 3, 2 and 1; the score is the share of the maximum. Everybody giving the worst grade makes 20, not 0. It is not the rescaling to 0–100, (mean − lowest) ÷ (highest − lowest), which is never higher; the two never stand in one chart.",
    formula: "Σ q ÷ (5 × number of questions) × 100, q being a question's mean on 1–5.",
    interval: "By linearisation, as of an index (M10).",
    hides:
      "That the scale starts at 20: 69 sounds like two thirds of the way and is 61 on a scale that starts at 0. Grades are taken to be equally far apart.",
    source: "The rules that the codebook follows; Woodruff (1971)",
  },
  {
    id: "M05",
    name: "Response-rate deduction",
    meaning:
      "Where the survey's rule says so: if fewer than half of the questionnaires handed out came back, a percentage point comes off a score for every full five points below. 38% returned is 12 below, two full steps, so two points. Threshold, step and points are the codebook's; the score stands before and after.",
    formula:
      "Points = ⌊(threshold − returned ÷ handed out) ÷ step⌋ × points a step; nothing from the threshold on. Of a group: all its strata together; where the strata don't tell a group apart, nothing comes off and no score after is given.",
    hides:
      "A deduction is a penalty, not an estimate: it doesn't say how those who kept silent would have answered. The interval moves with the score and grows no wider.",
    source: "The rules that the codebook follows",
  },
  {
    id: "M06",
    name: "Sample size",
    meaning:
      "How many of a group's customers must be asked. Rule 1: ten and 5% of the customers. Rule 2: as many as a margin of error at 95% needs. Never more than there are. Beside what is required stand the questionnaires handed out, returned and valid, and the margin of error that the valid ones really give, also where the rule is met: 60 of 1,000 meet rule 1 and leave 12 points either way. These figures have no sampling error.",
    formula:
      "Rule 1: n = ⌈10 + 5% × N⌉. Rule 2: n0 = z² × p(1 − p) ÷ e², z = 1.96, p = ½; n = ⌈n0 ÷ (1 + (n0 − 1) ÷ N)⌉. Margin: z × √(p(1 − p) ÷ n × (N − n) ÷ (N − 1)). Response rate: returned ÷ handed out. Valid rate: valid ÷ returned.",
    hides:
      "A margin of error tells how exact answers drawn at random are. It doesn't tell whether those who answered are like those who didn't: a low response rate can be far off with a small margin.",
    source: "Cochran (1977), Sampling Techniques; rule 1: the rules that the codebook follows",
  },
];

/** M09, which stands right before the index. */
export const gapMethodEnglish: MethodWords = {
  id: "M09",
  name: "Gap between expectation and perception",
  meaning:
    "What was found less what was expected, for questions asked in pairs on one scale. Below 0: less than expected. The survey's gap is the mean of its pairs' gaps, with the codebook's weights.",
  formula:
    "Mean of perception − expectation over those who answered both. Whole: Σ weight × gap ÷ Σ weight, over pairs of which enough answered to be shown; only where all scales are as wide.",
  interval:
    "Of paired answers: variance Σw²(d − d̄)² ÷ (Σw)² × n ÷ (n − 1), Student's t on the effective base less one. Of the whole by linearisation, as of an index (M10), so that pairs of the same respondent count as such.",
  hides:
    "Expectations are mostly high and alike, so that the gap says little that the perception doesn't; a gap that shrinks can mean customers who expect less. Both are asked at one sitting, and the one colours the other.",
  source:
    "Parasuraman, Zeithaml and Berry (1988), Journal of Retailing 64; its critics: Cronin and Taylor (1992), Journal of Marketing 56",
};

export const problemsMethodEnglish: MethodWords = {
  id: "M11",
  name: "Problems per 100 (PP100)",
  meaning:
    "How many problems 100 respondents report, in all and by kind. Lower is better. It can be over 100, as one respondent can report several.",
  formula:
    "100 × Σ weight × problems reported ÷ Σ weight, over all who were asked, those without a problem among them. The kinds add up to the whole. Over several questions the whole is of those who are in the base of each.",
  interval:
    "Student's t on the effective base less one, from the spread of problems per respondent, not below 0. Where nobody reported any: the most respondents with a problem that may have gone unseen (Clopper and Pearson).",
  hides:
    "All problems weigh alike: a rattle counts as much as a breakdown. And ten problems of one owner are as many as one each of ten.",
  source: "The practice of initial-quality studies; Clopper and Pearson (1934), Biometrika 26",
};

export const bandsMethodEnglish: MethodWords = {
  id: "M18",
  name: "Satisfaction and loyalty bands",
  meaning:
    "Respondents in bands of their own index, and how many of each band would surely return or recommend: what a better index is worth. A respondent's own index is the plain mean of the index's questions that they answered, at least half of them; who answered fewer is in no band.",
  formula:
    "Own index: the mean of the questions' scores (M10) over those that the respondent answered, on the index's scale. Band: from its lower end up to the next band's. Share: weights of those who gave an answer that the codebook calls sure ÷ weights of the band's respondents who answered.",
  interval: "Wilson's, as in M01.",
  hides:
    "Cause. The satisfied may return because they are satisfied, or because they have no choice. Saying surely is not returning; and who is near an edge could as well be in the next band.",
  source: "Jones and Sasser (1995), Harvard Business Review 73; the codebook's bands",
};
