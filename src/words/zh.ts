import { branchesChinese } from "./branches-zh.ts";
import { breaksChinese } from "./breaks-zh.ts";
import { changesChinese } from "./changes-zh.ts";
import { chartsChinese } from "./charts-zh.ts";
import type { english } from "./en.ts";
import { figureChinese } from "./figure-zh.ts";
import { findingsChinese } from "./findings-zh.ts";
import { hostingChinese } from "./hosting-zh.ts";
import { importanceChinese } from "./importance-zh.ts";
import { indexChinese } from "./index-zh.ts";
import { measureNamesChinese } from "./measures-zh.ts";
import { methodsChinese } from "./methods-zh.ts";
import { navigationChinese } from "./navigation-zh.ts";
import { formatNumber } from "./numbers.ts";
import { openResultsChinese } from "./open-results-zh.ts";
import { paperChinese } from "./paper-zh.ts";
import { inPoints } from "./points-zh.ts";
import { printedChinese } from "./printed-zh.ts";
import { publicChinese } from "./public-zh.ts";
import { qualityChinese } from "./quality-zh.ts";
import { questionsChinese } from "./questions-zh.ts";
import { rankingChinese } from "./ranking-zh.ts";
import { reliabilityChinese } from "./reliability-zh.ts";
import { scoresChinese } from "./scores-zh.ts";
import { scoringChinese } from "./scoring-zh.ts";
import { spaced } from "./spacing.ts";
import { tablesChinese } from "./tables-zh.ts";
import { viewChinese } from "./view-zh.ts";
import { weightingChinese } from "./weighting-zh.ts";
import { whichChinese } from "./which-zh.ts";
import { whyChinese } from "./why-zh.ts";

const count = (number: number) => formatNumber(number, "zh");

/** 中文。 */
export const chinese: typeof english = {
  language: "zh",
  languageName: "中文",
  otherLanguageName: "English",
  tagline: "诚实地衡量顾客满意度",
  skipToContent: "跳到正文",
  surveys: "调查",
  surveysLead:
    "每份报告都由调查的原始答卷或汇总表计算而来。每个数字都有基数、95% 置信区间和定义，未知之处均予注明。",
  sections: "本报告各部分",
  overview: "总览",
  questions: "题目",
  branches: "机构",
  dataQuality: "数据质量",
  methods: "方法",
  wave: "期次",
  latestWave: "最新一期",
  synthetic: "虚构数据：这些答卷由程序生成，用来展示报告的样子，不描述任何真实公司。",
  syntheticShort: "虚构数据，仅供演示。",
  scoreOn: (min, max) => `${min}–${max} 分量表`,
  pointsRange: "范围 −100 至 +100",
  interval: "95% 置信区间",
  base: "基数",
  baseShort: "基数",
  answers: (n) => `${n} 份答卷`,
  responseRate: "回收率",
  responseRateOf: (returned, handedOut) => `发放 ${handedOut} 份，回收 ${returned} 份`,
  change: "变化",
  changeOn: (wave) => spaced(`较${wave}的变化`),
  noEarlierWave: "首期",
  notTested: "无法检验",
  withheld: "不公布",
  withheldWhy: (minimum) =>
    `答卷少于 ${count(minimum)} 份，或公布后可由相减推算出这样的组；数值与基数均不公布。`,
  smallBase: "样本偏少",
  smallBaseWhy: (caution) => `答卷少于 ${count(caution)} 份，请谨慎解读。`,
  nobody: "无人作答",
  notAsked: "未问",
  trendTitle: "走势如何？",
  trendLead: (subject, first, last) => spaced(`${subject}，${first}至${last}。色带为 95% 置信区间。`),
  axisCut: (min, max) => `纵轴按数据截取；量表范围为 ${min} 至 ${max}。`,
  axisCutQuantity: (min, max) => `纵轴按数据截取；可能的取值为 ${min} 至 ${max}。`,
  trendTable: "查看数字",
  questionsTitle: "哪些题目得分最高、最低？",
  questionsLead: "圆点为本期得分，横线为 95% 置信区间。组内由高到低。",
  choicesTitle: "还问了什么？",
  branchesTitle: (level) => spaced(`按${level}比较`),
  branchesOf: (level, parent) => spaced(`${parent}内按${level}比较`),
  question: "题目",
  axis: (range, whole) => (whole ? `横轴 ${range}，为完整量表` : `横轴截取 ${range}`),
  axisQuantity: (range) => `横轴 ${range}，为全部可能取值`,
  all: "全部受访者",
  measure: "指标",
  method: "方法",
  value: "数值",
  weighted: "加权",
  unweighted: "未加权",
  weightedNote: "数字均已加权；未加权结果列于旁边。",
  unweightedWave: "本期没有权重：每份答卷计为 1。",
  distributionWaves: "逐期对比",
  option: "答案",
  share: "比例",
  breakdownBy: (dimension) => `按${dimension}`,
  allGroups: (count) => `查看全部 ${count} 组`,
  scale: "量表",
  otherScale: (waves, there, here) =>
    spaced(`未列入：${waves}，采用 ${there} 量表；本页期次采用 ${here} 量表。`),
  siblings: (level, parent) => spaced(`${parent}内的同级比较：按${level}`),
  ...questionsChinese,
  ...qualityChinese,
  rows: "行数",
  methodsTitle: "每个数字是什么意思？",
  methodsLead: "每个数字都注明方法。以下用文字说明公式和出处。",
  settingsTitle: "本调查的设置",
  settingCaution: (caution) => `答卷少于 ${count(caution)} 份的数字标为“样本偏少”。`,
  settingWeights: (waves) => `使用权重的期次：${waves}。各期权重均值为 1。`,
  settingNoWeights: "各期均无权重：每份答卷计为 1。",
  settingPublish: {
    protected: "公布内容：页面、估计值表，以及隐去了少见筛选组合的编码答案；不含编号、原文和具体日期。",
    rows: "公布内容：页面、估计值表以及编码后的答案，不含编号、文本和确切日期。",
    pages: "公布内容：仅页面与估计值表。",
  },
  openResults: "开放结果",
  openResultsLead: "全部已公布的估计值汇成一张表，并附其数据来源。",
  estimatesFile: "估计值（CSV）",
  manifestFile: "清单（JSON）",
  columnsTitle: "估计值文件各列",
  provenance: "数据来源",
  dataVersion: "数据版本",
  notFoundTitle: "没有这个页面",
  notFoundLead: "地址可能已过时，或机构已关闭。请从调查列表开始。",
  toSurveys: "返回调查列表",
  listSeparator: "、",
  clauseSeparator: "，",
  sentenceGap: "",
  stop: "。",
  branchSubject: (branch, subject) => `${branch}的${subject}`,
  colon: "：",
  parenOpen: "（",
  parenClose: "）",
  withUnit: (value, unit) => (unit === "" ? value : `${value} ${unit}`),
  mixedWeights: (wave) => spaced(`${wave}没有权重，因此该变化是加权数字与未加权数字之比。`),
  deviation: "标准差",
  titleSentence: ({ subject, value, wave, change, verdict, previous, quantity, measure }) => {
    // “指数” and “得分” say themselves that they are scores.
    const isNamed = quantity || /(指数|得分|评分)$/.test(subject);
    const what = measure === undefined ? (isNamed ? "" : "得分") : measureNamesChinese[measure];
    const stands = `${wave}，${subject}${isNamed ? "为" : what}${value}`;
    if (verdict === "none") return spaced(stands);
    if (verdict === "unclear") return spaced(`${stands}，较${previous}无显著变化`);
    const moved = verdict === "rise" ? "上升" : "下降";
    const isScore = !quantity && !value.endsWith("%");
    const [by, to] = isScore ? [inPoints(change), inPoints(value)] : [change, value];
    return spaced(`${wave}，${subject}${what}${moved}${by}，至${to}`);
  },
  measureNames: measureNamesChinese,
  methodHides: "看不出什么：",
  notComparable: "题目有改动",
  parentMark: (name) => `◇ 为${name}。`,
  branchesLead: "由好到差。相邻各项的先后可能只是偶然：置信区间显示每个数字有多准确。",
  earlierWave: (latest) => spaced(`这是往期数据。题目和机构页面显示最新一期，即${latest}。`),
  toLatest: "查看最新一期",
  allBranches: "全部机构",
  settingMinimum: (minimum) =>
    `答卷少于 ${count(minimum)} 份的数字不公布，其基数也不公布。若能由其他组相减推算出不公布的组，则次小的组一并不公布。`,
  effectiveBase: "等效样本量",
  unclear: "无显著变化",
  legend:
    "▲ ▼ 表示统计上显著的变化，其余均为“无显著变化”，可能只是偶然。一页上比较得越多，对每一项比较的要求就越高，使纯属偶然的页面出现箭头的机会不超过二十分之一（Holm 校正，M20）。因此即使某项的区间不含 0，也可能不显著。差值在四舍五入之前计算。",
  waves: "各期",
  breakdownTitle: "不同人群的评分",
  measuresTitle: "各项指标",
  builtWith: "由 Manyi（满意）生成",
  notKnown: "未知",
  rise: "显著上升",
  fall: "显著下降",
  quantityMean: "平均值",
  network: branchesChinese,
  changes: changesChinese,
  weighting: weightingChinese,
  index: indexChinese,
  openResultsFile: openResultsChinese,
  importance: importanceChinese,
  ranking: rankingChinese,
  figure: figureChinese,
  findings: findingsChinese,
  scores: scoresChinese,
  scoring: scoringChinese,
  which: whichChinese,
  tables: tablesChinese,
  navigation: navigationChinese,
  paper: paperChinese,
  view: viewChinese,
  hosting: hostingChinese,
  publicData: publicChinese,
  why: whyChinese,
  reliability: reliabilityChinese,
  charts: chartsChinese,
  breaks: breaksChinese,
  ...printedChinese,
  methodWords: methodsChinese,
};
