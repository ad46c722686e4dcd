import type { publicEnglish } from "./public-en.ts";
import { spaced } from "./spacing.ts";

/** “公开了什么”页的文字。 */
export const publicChinese: typeof publicEnglish = {
  kicker: "公开了什么",
  title: "任何人都能下载什么？",
  describe: (head) => `${head}：可下载的每个文件和每一列，以及隐去了什么。`,
  lead: {
    protected:
      "网页、估计值表，以及供浏览器筛选用的逐行编码答案。在这些行里，筛选条件的任何一种组合要么至少有最小基数那么多人，要么一个人也没有；更少见的组合，其归属已隐去。",
    rows: "网页、估计值表，以及每位受访者的编码答案原样：各行没有隐去任何内容。此设置仅适用于封闭网络。",
    pages: "网页和估计值表。任何人的逐行答案都不对外公开。",
  },
  never:
    "从不公开：受访者的姓名和编号、开放题原文、具体日期、报告未使用的列、文件的行序。凡知道本站网址的人，都能下载这里列出的内容；静态网站本身没有访问控制。",
  filesTitle: "可以下载哪些文件？",
  holds: "内容",
  holdsOf: {
    estimates: "全部已公布的估计值：题目、指数与因子、按规则计分的得分、差距、问题数、分段与样本情况",
    manifest: "各期、标签、文件校验值；不含答案",
    report:
      "浏览器筛选所需：调查、各期与机构、各选项人数、各题无回答情况、各层问卷数（过少的隐去）；不含答案",
  },
  holdsRows: (wave) => `${wave}的编码答案`,
  outside: (branch) =>
    `对${branch}以外的受访者，网页和供浏览器读取的报告说明只含平均值及其基数，不含其他内容。`,
  outsideNone: (branch) => `${branch}以外的受访者，没有任何内容公开。`,
  columns: "列数",
  size: "大小",
  besides:
    "此外还有网页、分享用图片、搜索所用的清单和订阅源，其内容不超出网页所示。逐行数据是压缩过的数据库文件。其余两个文件不是表格，不计行数。",
  estimatesColumns: "估计值表各列的含义：",
  columnsTitle: "逐行数据有哪些列？",
  columnsLead: "每位受访者一行。归属与答案都是代码，含义见清单文件。",
  column: "列",
  kind: "类别",
  waves: "期次",
  allWaves: "全部",
  columnKinds: { place: "筛选条件", answer: "答案", choice: "选项，选中与否", weight: "权重" },
  weight: "权重，每期均值为 1",
  withheldTitle: "逐行数据隐去了多少？",
  withheldLead: (minimum) =>
    `至少隐去一个归属的行数，以及各筛选条件隐去的归属数：使任何一种组合在同一期中要么至少有 ${minimum} 人，要么没有人。`,
  rowsStay: "受访者及其答案仍保留在各行中。",
  pagesOfAll: "面向全体的网页使用全部归属。",
  wholeWaves: (waves, minimum) => spaced(`${waves}作答不足 ${minimum} 人，不公开任何一行。`),
  weightsJoined: (rows, all, moved, most) =>
    spaced(
      `权重可能透露所属机构，因此 ${all} 行中有 ${rows} 行的权重取若干行的平均值：与原值相差最多 ${most}，每期移到其他受访者名下的权重不超过全部权重的 ${moved}。各公布组合的权重之和保持准确，未加权数值不受影响；筛选后的加权数值可能与全体页面上的同一数值略有出入。`,
    ),
  rowsWithheld: "有归属被隐去",
};
