import type { MethodWords } from "./method-words.ts";

/** Methods of the index and of what is made of it. */
export const weightedIndexEnglish: MethodWords = {
  id: "M10",
  name: "Weighted index",
  meaning:
    "One figure made of many questions. Every question is brought to a share of its scale, a factor is the plain mean of its questions, and the index the mean of its factors, each with its weight; so a question that few were asked counts as much as the others. Points lost say what a factor costs: its share of the index times what it lacks to the maximum; those of all factors add up to what the index lacks. Questions that too few of a group answered to be shown are left out, their weight goes to the others, and the page says so.",
  formula:
    "Score of a question: mean ÷ highest code, or (mean − lowest code) ÷ (highest − lowest), as the codebook says. Factor: mean of its questions' scores. Index: Σ weight × factor ÷ Σ weight, times 1,000 or 100. Points lost: share × (maximum − score). Tables of branches: equal scores share the better rank; branches on small bases stand apart.",
  interval:
    "By linearisation: every respondent counts with z = Σ a × (answer − mean) ÷ weighted base over the questions answered, a being the question's share of the index over the width of its scale; variance Σw²z² · n/(n−1), Student's t on the effective base less one. The base are those who answered at least one of the questions. The interval of points lost follows from that of the score.",
  source: "Woodruff (1971), Journal of the American Statistical Association 66; Kish (1965), Survey Sampling",
};

export const importanceMapEnglish: MethodWords = {
  id: "M15",
  name: "Importance–performance map",
  meaning:
    "How much a factor matters against how it scores, in four fields: fix first (matters, scores low), keep up (matters, scores high), low priority, possible overkill (matters little, scores high). Importance is the weight that the index's owner stated, not what the answers show. A factor is only called one to be fixed where its score is clearly below the mean, with its whole interval.",
  formula:
    "Across: the factor's weight in the index. Up: its score. The lines cross at the plain means of both. Nothing is drawn with fewer than three factors, or where all weigh alike.",
  source: "Martilla and James (1977), Journal of Marketing 41",
};

export const reliabilityMethodEnglish: MethodWords = {
  id: "M21",
  name: "Reliability of a factor",
  meaning:
    "Whether the questions of a factor measure one thing. α is near 1 where whoever is pleased with one is pleased with the others, and near 0 where the answers have nothing to do with each other; from 0.7 on they go well together. Beside each question: how it goes with the sum of the others, and α without it.",
  formula:
    "α = k ÷ (k − 1) × (1 − Σ variances of the questions ÷ variance of their sum), each covariance over those who answered both questions. Correlation with the others: of the question and the sum of the rest.",
  interval:
    "Of α: (1 − α) ÷ (1 − estimate) is F-distributed with n − 1 and (n − 1)(k − 1) degrees of freedom, n being the effective base of the pair that the fewest answered. Of correlations: Fisher's transformation.",
  source:
    "Cronbach (1951), Psychometrika 16; Feldt (1965), Psychometrika 30; Fisher (1921), Metron 1; Nunnally (1978), Psychometric Theory",
};

export const pooledWavesEnglish: MethodWords = {
  id: "M35",
  name: "Pooled waves",
  meaning:
    "A branch with few answers a wave is shown over the latest waves taken together; the page names them. Neighbouring points of a trend then share answers, so changes are on the waves before, with which the pool has no wave in common. Where pools that overlap, or the branch above, would give a few answers away by subtraction, figures of the pool are withheld. A branch that has closed has no later pools.",
  formula:
    "All answers of the waves count as one base; weights have mean 1 in every wave, so that a wave counts by its respondents. Only waves that asked a question alike are taken together (M33); until all have, the index does without it, says so, and its line breaks where the question goes and where it comes back. A pool that is not full has no figure, but for the latest.",
  interval: "As for one wave.",
  source: "Kish (1999), Survey Methodology 25; the levels and numbers of waves are the codebook's",
};
