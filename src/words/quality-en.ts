/** The data-quality page, in English. */
export const qualityEnglish = {
  qualityTitle: "Can the data be trusted?",
  qualityLead:
    "What became of every row of every file. Nothing is dropped in silence: rows read = rows kept + rows rejected.",
  rowsRead: "Rows read",
  rowsKept: "Kept",
  rejectedDuplicate: "Rejected: respondent twice",
  rejectedRagged: "Rejected: wrong number of cells",
  rejectedEmpty: "Rejected: empty",
  rejectedIncomplete: "Rejected: not finished",
  incomplete: "Not finished",
  incompleteWhy:
    "Interviews that the survey tool marks as not finished. Their answers count, unless the codebook leaves them out.",
  invalidWeights: "Without a valid weight",
  noWeights: "no weights",
  straightLining: "Same answer throughout",
  straightLiningWhy:
    "Respondents who gave every item of a long list the same answer (five items or more). They are counted, not removed.",
  tooFast: "Too fast",
  tooFastWhy: (seconds: string) => `Interviews under ${seconds} seconds. They are counted, not removed.`,
  outsideHierarchy: "Outside the hierarchy",
  outsideHierarchyWhy: "Respondents without a known place at some level; they count in totals above it.",
  fieldwork: "Fieldwork",
  nonResponseTitle: "Which questions go unanswered?",
  nonResponseLead:
    "Share of those asked who gave no codable answer: blank, a missing code, or not codable. Beside it, the share of all respondents to whom the question was not put.",
  notAskedShare: (share: string) => `not asked: ${share}`,
  badCellsTitle: "Which cells could not be read?",
  badCellsNone: "Every cell was an answer, a missing code or blank.",
  badCellsLead:
    "Values that the codebook does not know, and answers of respondents who were not asked. The respondent is kept; the cell counts as missing or as not asked.",
  badCells: "Not known",
  maskedCells: "Answered without being asked",
  filesTitle: "Which files is this built from?",
  file: "File",
  encoding: "Encoding",
  format: "Format",
  formatName: {
    plain: "Table",
    qualtrics: "Qualtrics",
    limesurvey: "LimeSurvey",
    surveymonkey: "SurveyMonkey",
    "google-forms": "Google Forms",
    wjx: "Wenjuanxing",
    spss: "SPSS",
  },
  sheet: (name: string) => `sheet “${name}”`,
};
