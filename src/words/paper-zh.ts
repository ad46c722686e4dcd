import type { paperEnglish } from "./paper-en.ts";
import { spaced } from "./spacing.ts";

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
    compared: "对比报告，其余内容见上列网址。",
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
  picture: "分享图片",
  feedTitle: (survey) => `${survey}：各期结果`,
  describe: {
    home: (tagline, surveys) => `${tagline}。现有报告：${surveys}`,
    best: (head, count) =>
      spaced(`${head}：全部 ${count} 家机构的公平排名，附各家名次可能的偶然范围，并按能否分出高下分组。`),
    luck: (head, count) =>
      spaced(`${head}：${count} 家机构的得分差异有多少只是随机波动，哪些超出了这一范围。`),
    why: (head) => spaced(`${head}：哪些顾客、因子和机构带动了总体得分的变化，各占多少，把握有多大。`),
    weights: (head) =>
      spaced(`${head}：答卷如何加权、依据怎样的总体、权重相差多大，以及加权对各项数字的影响。`),
    data: (head) =>
      spaced(`${head}：每一行、每一格数据如何处理，每道题有多少人作答，以及原始文件及其校验值。`),
    methods: (survey) =>
      spaced(`${survey}：每个数字的定义、公式、置信区间和出处，本报告的设置，以及全部结果的开放数据表。`),
    changes: (survey, version) =>
      spaced(`${survey}：数据版本 ${version} 与上一版本有何不同，包括新增、更正的期次和所有重新计算的数字。`),
    branches: (survey, levels) =>
      spaced(`${survey}：${levels}。每个机构各有一页，列出得分、走势、因子、题目得分和同级机构。`),
  },
};
