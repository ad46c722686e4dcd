import type { paperEnglish } from "./paper-en.ts";

/** Printed pages and what is shared beside them, in Chinese. */
export const paperChinese: typeof paperEnglish = {
  allRespondents: "全体受访者",
  base: (answers) => `基数 ${answers}`,
  baseWithheld: "基数不公布",
  respondents: (count) => `${count} 位受访者`,
  invented: "虚构数据",
  commit: (commit) => `提交 ${commit}`,
  commitChanged: (commit) => `提交 ${commit}，此后有改动`,
  shortened: {
    two: "两页版报告，其余内容见上列网址。",
    one: "一页版报告，其余内容见上列网址。",
  },
  print: "打印",
  printTwo: "打印（两页）",
  printAll: "打印全部内容",
  onePage: "一页版打印",
  preview: {
    one: "一页版打印：以下内容印在一张 A4 纸上。",
    all: "完整打印：本页将打印全部内容。",
  },
  back: "返回完整页面",
  printing: "打印",
};
