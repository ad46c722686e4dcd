import { inPoints } from "./points-zh.ts";
import { spaced } from "./spacing.ts";
import type { Went, whyEnglish } from "./why-en.ts";

const went = (way: Went) => (way === "rise" ? "上升" : way === "fall" ? "下降" : "变化不大");

/** Before "all", where a reader's filter leaves some. */
const inFilter = (narrowed: boolean) => (narrowed ? "筛选范围内" : "");

/** 变化原因分析的用语。 */
export const whyChinese: typeof whyEnglish = {
  kicker: "变化原因",
  question: (name, way) =>
    way === "flat" ? `${name}受到什么影响？` : `${name}为什么${way === "rise" ? "上升" : "下降"}？`,
  link: "变化来自哪里：顾客构成、因子、机构",
  total: (name, way, size, wave) => spaced(`${wave}${name}${went(way)} ${inPoints(size)}`),
  because: (total, reasons) => `${total}：${reasons}`,
  although: (reasons, wave) => spaced(`${wave}${reasons}；总体无显著变化`),
  and: (first, second) => `${first}，${second}`,
  mixOnly: (dimension) => `${dimension}构成改变，各组内评分无显著变化`,
  mixPart: (dimension, most) => `${most ? "主要" : "部分"}来自${dimension}构成改变`,
  mix: (dimension) => `${dimension}构成改变`,
  part: (name, way) => `${name}${went(way)}`,
  cell: (factor, branch, way) => `${branch}的${factor}${went(way)}`,
  scored: (group, way) => `${group}得分${went(way)}`,
  noPart: "没有哪一部分单独达到显著",
  nothing: (wave) => spaced(`${wave}没有显著变化`),
  unknown: (name, wave) => spaced(`${wave}${name}的变化原因无法计算`),
  reasons: {
    first: "这是第一期调查，没有可以比较的上一期。",
    break: "两期之间题目有改动，因此不计算变化。",
    base: "其中一期作答人数过少，因此不计算变化。",
    counts: "其中一期只有汇总表，各部分无法相加。",
    groups: "没有两个人数足够、可以分开展示的组。",
  },
  lead: (from, to) =>
    spaced(
      `从${from}到${to}，变化被精确拆成若干部分，各部分相加等于总变化。实心条和箭头表示该部分超出偶然波动，全页一并检验（Holm，M20）。`,
    ),
  alike: (names) => `只比较问法相同、两期均已计入的题目：${names}不计入变化。`,
  alikeHere: (names) =>
    `两端数值均不含${names}（两期之间有改动，或只有一期计入），因此可能与两期页面顶部的数值不同。`,
  splitTitle: "是顾客变了，还是评分变了？",
  splitLead:
    "每一行按一种顾客分组拆分同一个变化：一部分来自各组评分的变化，一部分来自各组在顾客中占比的变化。",
  splitMix: (dimension, effect, interval) =>
    spaced(
      `按${dimension}看，仅构成变化一项的影响就是 ${effect}（95% 置信区间 ${interval}）；按其他方式分组时，这部分会算作评分的影响。`,
    ),
  splitNoMix: "没有显著的构成变化。",
  mixInside: (dimension) => `以下各部分也包含${dimension}构成变化的影响。`,
  stepMix: (dimension) => `${dimension}构成`,
  stepScores: (dimension) => `${dimension}各组内的评分`,
  stepArrived: (dimension) => `${dimension}中新增的组`,
  stepLeft: (dimension) => `${dimension}中消失的组`,
  mixAbove: (dimension) => `以上变化不只来自评分，也受${dimension}构成变化的影响：各占多少`,
  mixMayBeAbove: (dimension, narrowed) =>
    `以上变化可能也受${inFilter(narrowed)}全部受访者${dimension}构成变化的影响`,
  moreAfterMix: "同一变化按因子分解，以及完整分析",
  dimension: "分组方式",
  effectScored: "评分的影响",
  effectShared: "构成的影响",
  effectOther: "新增或消失",
  effectTotal: "对总体的影响",
  groupsOf: (dimension) => `按${dimension}逐组查看`,
  group: "组别",
  share: "占比",
  sharesNote: "占比为各题作答者占比的平均，因为并非人人都答了每道题；基数为受访者人数。",
  score: "得分",
  small: (groups) => `${groups} 个小组合计`,
  unplaced: "未知",
  notPublic: (dimension) => `${dimension}未公布（M34）`,
  otherParts: (parts) => `其余 ${parts} 个`,
  otherItems: "仅一期有的题目",
  factorsTitle: "是哪些因子？",
  factorsLead: "每个因子的得分变化乘以其权重，即它对指数的影响。",
  factor: "因子或题目",
  contribution: "对指数的影响",
  whereTitle: "发生在哪里？",
  whereLead: (level) => `每个${level}对总体变化的影响，分为评分与顾客占比两部分。`,
  pathTitle: "逐级追溯",
  cellsTitle: "哪个机构的哪个因子？",
  cellsTable: "全部机构与因子",
  cellsLead:
    "因子在该机构自身得分的变化及其 95% 置信区间。单项变化是否显著以该机构自己的页面为准；上面的名单同时检视全部组合，因此要求更高。",
  cellsNone: "同时检视全部机构与因子的组合，没有一项突出。单独看显著的变化，标在该机构自己的页面上。",
  branchesNone: "没有哪个机构单独对总体造成显著影响。",
  pooledStop: (level) => `追溯到${level}之上为止：${level}按多期合并展示，不公布单期结果（M35）。`,
  sayCell: (factor, branch, change, interval, bases) =>
    spaced(`${branch} × ${factor}：${change}（95% 置信区间 ${interval}，基数 ${bases}）`),
  sayMix: (dimension, effect, interval) =>
    spaced(`${dimension}构成改变，影响为 ${effect}（95% 置信区间 ${interval}）`),
  sayPart: (name, effect, interval) =>
    spaced(`${name}：对总变化的影响 ${effect}（95% 置信区间 ${interval}）`),
  sayScored: (group, effect, interval) =>
    spaced(`${group}组评分变化的影响：${effect}（95% 置信区间 ${interval}）`),
  sayScores: (dimension, effect, interval, way) =>
    spaced(
      `${dimension}各组内评分变化的影响：${effect}（95% 置信区间 ${interval}${way === "flat" ? "，无显著变化" : ""}）`,
    ),
  sayHolds: (dimension) =>
    `下列各因子、各机构的变化，都有一部分来自${dimension}构成的改变，而不是评分的变化。`,
  sayMixAround: (dimension, effect, interval, narrowed) =>
    spaced(
      `${inFilter(narrowed)}全部受访者的${dimension}构成改变，对总体的影响为 ${effect}（95% 置信区间 ${interval}）；该机构的变化可能也有一部分来自于此`,
    ),
  sayNothing: ({ mix, factor, branch }) => {
    const parts = [...(mix ? ["顾客构成"] : []), ...(factor ? ["因子"] : []), ...(branch ? ["机构"] : [])];
    if (parts.length === 0) return "没有哪一部分单独造成显著变化。";
    const named = [parts.slice(0, -1).join("、"), ...parts.slice(-1)]
      .filter((part) => part !== "")
      .join("和");
    return `没有哪一部分单独造成显著变化：${named}${parts.length > 1 ? "均" : ""}未达到显著。`;
  },
  sayNoBranch: "没有哪个机构单独造成显著影响。",
  overviewTitle: "变化来自哪里？",
  underTitle: (name) => `${name}的变化来自哪里？`,
  placesTitle: "变化来自哪些机构？",
  between: (from, to, bases) => spaced(`${from} → ${to}，基数 ${bases}`),
  more: "查看完整分析",
  chart: (name, from, to) => spaced(`从${from}到${to}，${name}的变化来自哪里`),
};
