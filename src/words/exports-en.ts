/** What is said of survey tools' exports: their form, and interviews that were not finished. */
export const exportsEnglish = {
  rejectedIncomplete: "Rejected: not finished",
  incomplete: "Not finished",
  incompleteWhy:
    "Interviews that the survey tool marks as not finished. Their answers count, unless the codebook leaves them out.",
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
