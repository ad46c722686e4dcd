import type { printedEnglish } from "./printed-en.ts";
import { spaced } from "./spacing.ts";

/** 只有汇总表的期次，以及没有基数的公布数字。 */
export const printedChinese: typeof printedEnglish = {
  unprinted: "未刊载",
  unprintedWhy: "本期在此只以汇总表公布，表中没有这个数字。",
  printedWaves: (waves) => spaced(`${waves}在此只以汇总表公布：只有表中列出的组有数字，其余各组没有。`),
  printedAlways: "本调查在此只以汇总表公布：只有表中列出的组有数字，其余各组没有。",
  asPublished: (value) => `${value}（据公布）`,
  publishedElsewhere: "他处公布",
  publishedNote: "他处公布的数字，未注明基数，因此没有置信区间，也不作检验。",
  answeredNotStated: "作答人数未注明。",
  baseNotStated: "未注明",
  noInterval: "无",
  trendLeadPublished: (subject, first, last) => spaced(`${subject}，${first}至${last}。`),
  questionsLeadPublished: "圆点为本期公布的得分。组内由高到低。",
  printedTable: "汇总表",
  newPrinted: "本期为汇总表。先列调查的首要指标，再列其他题目。",
  tablesTitle: "汇总表的各行去向如何？",
  tablesLead: "读入行数 = 采用行数 + 未采用行数。",
  rowsUsed: "采用",
  rowsOther: "未采用：属于其他期次或主题",
  rowsUnwanted: "未采用：题目不在本报告内",
  rowsUnknown: "未采用：没有已知数字",
  unknownCells: "标为未知的数字",
  settingPrinted: (waves) =>
    `只以汇总表公布的期次：${waves}。表中的计数与答案同样计分，不加权；没有基数的百分比按公布的数字列出，没有置信区间，也不作检验。`,
  branchesLeadPublished: "由好到差，按公布的数字。数字有多准确不得而知：相邻各项的先后可能只是偶然。",
};
