/** What is said after a figure to tell what it is. */
export const measureTailsEnglish = {
  grade: "(grade score)",
  csat: "satisfied (CSAT)",
  ces: "(CES)",
  easy: "found it easy",
  nps: "(NPS)",
  promoters: "promoters",
  passives: "passives",
  detractors: "detractors",
  top1: "in the top box",
  top2: "in the top-2 box",
  bottom2: "in the bottom-2 box",
  net: "net",
  satisfied: "satisfied",
  share: "",
};

/** What the figure of a rated question is called before its name: “The … for …”. */
export const ratedNamesEnglish = {
  mean: "score",
  grade: "grade score",
  csat: "CSAT",
  ces: "customer effort score",
  easy: "“easy” share",
  nps: "NPS",
  promoters: "share of promoters",
  passives: "share of passives",
  detractors: "share of detractors",
  top1: "top-box share",
  top2: "top-2 share",
  bottom2: "bottom-2 share",
  net: "net score",
  satisfied: "satisfied share",
  share: "share",
};

/** Measures of a rated question. */
export type RatedMeasure = keyof typeof ratedNamesEnglish;

/** What measures are called. */
export const measureNamesEnglish = {
  mean: "Mean",
  grade: "Grade score",
  csat: "CSAT (top-2 box)",
  ces: "Customer effort score (CES)",
  easy: "Easy (5–7 of 7)",
  nps: "Net Promoter Score",
  promoters: "Promoters (9–10)",
  passives: "Passives (7–8)",
  detractors: "Detractors (up to 6)",
  top1: "Top box",
  top2: "Top-2 box",
  bottom2: "Bottom-2 box",
  net: "Net (top-2 − bottom-2)",
  satisfied: "Satisfied",
  share: "Share",
};
