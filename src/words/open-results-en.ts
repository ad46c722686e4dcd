/** What the columns of the open results hold. */
export const openResultsEnglish = {
  column: "Column",
  meaning: "What it holds",
  columns: {
    survey: "The survey's id.",
    wave: "The wave's id; where waves are pooled (M35) the first and the last, as in 2024-Q1..2024-Q4.",
    slice:
      "Who: blank for all respondents, else dimension=value, and for a branch all levels from the widest down, joined by &.",
    subject:
      "Id of the question, of the index, of a factor or of a score; gap: the survey's whole gap; sample: the sample itself.",
    option:
      "The answer's code or id, where the figure is the share of one answer; the kind of problem (M11) or the band (M18).",
    measure:
      "What the figure is; contribution are the points that the index lacks because of a part, _after is a score after the deduction, _firms the mean over sampled firms:",
    method: "Id of the method, as on this page.",
    weighted: "1: with the wave's weights; 0: every answer counts 1.",
    unit: "In this order: a share from 0 to 1; points from −100 to 100; the question's own scale; of 1,000; of 100; what the grades of a scale count; per 100 respondents; customers; firms; else the unit of a measured quantity:",
    n: "Base: how many answered. Of the index and its factors, those who answered at least one of the questions. Of a sample's figures, its valid answers.",
    n_eff:
      "Effective base: as many equally weighted answers would be as exact. Of a mean over firms: how many firms.",
    value: "The figure, at full precision.",
    low: "Lower end of the 95% interval.",
    high: "Upper end of the 95% interval.",
    status:
      "In this order: shown; shown, on a small base; nobody answered; withheld, because too few answered or others would be given away, so that neither value nor base is here; taken over from a publication, without a base:",
    without:
      "Of the index and its factors: ids of the questions that the figure was worked out without, separated by spaces, as too few answered them, the wave did not ask them, or the pooled waves did not ask them alike; of contribution, also those of factors that dropped out, whose weight the others took over. Of problems per 100: those that the wave did not offer, as question:choice. Blank where none is left out. Figures that differ here are not made of the same.",
  },
};
