import type { exportsEnglish } from "./exports-en.ts";

/** 调查工具的导出格式，以及未答完的答卷。 */
export const exportsChinese: typeof exportsEnglish = {
  rejectedIncomplete: "剔除：未答完",
  incomplete: "未答完",
  incompleteWhy: "调查工具标为未答完的答卷。其答案照常计入，除非代码本要求剔除。",
  format: "格式",
  formatName: {
    plain: "普通表格",
    qualtrics: "Qualtrics",
    limesurvey: "LimeSurvey",
    surveymonkey: "SurveyMonkey",
    "google-forms": "Google 表单",
    wjx: "问卷星",
    spss: "SPSS",
  },
  sheet: (name) => `工作表“${name}”`,
};
