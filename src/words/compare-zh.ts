import type { compareEnglish } from "./compare-en.ts";
import { spaced } from "./spacing.ts";

/** Two groups beside each other, in Chinese. */
export const compareChinese: typeof compareEnglish = {
  title: (own, other) => spaced(`${own}与${other}有何差异？`),
  titleOfMany: (own, other) => spaced(`${own}，与${other}相比有何差异？`),
  titleOf: (who, own, other) => spaced(`${who}：${own}与${other}有何差异？`),
  what: "得分",
  difference: "差异",
  asideHead: "明显差异",
  n: "样本量",
  verdicts: { rise: "明显较高", fall: "明显较低", unclear: "无明显差异" },
  everybody: "全体",
  rest: "其余受访者",
  restOf: (whole) => spaced(`${whole}其余受访者`),
  without: (whole, part) => spaced(`${whole}（不含${part}）`),
  dot: (own) => `${own}，含 95% 置信区间`,
  values: (own, other) => `${own} ◇ ${other}`,
  card: "得分（0–100）",
  beforeDeduction: (card) => spaced(`${card}（扣分前）`),
  gap: "期望差距（全部题对）",
  problems: "每百人问题数",
  quoted: (name) => `“${name}”`,
  withoutChanged: (names) => spaced(`不含${names}（两期问法不同，M33）`),
  withoutFew: (names) => spaced(`不含${names}（其中一方作答人数过少）`),
  alike: "两侧不一致的题目已从双方得分中同时剔除（见表），因此可能与本页其他处的数值不同。",
  turned: (part) =>
    spaced(`本页显示全体受访者。整体不与其中一部分相比：此处为${part}与其余受访者对比（M20）。`),
  respondents: (count) => `${count} 名受访者`,
  fewer: (minimum) => `不足 ${minimum} 名受访者`,
  bases: (own, ownBase, other, otherBase) =>
    `样本：${own} ${ownBase}；${other} ${otherBase}。各项得分以实际作答者为准，见表。`,
  between: (own, other) => spaced(`${own}与${other}相比`),
  lead: (between, clear, of) =>
    of === 1 ? `${between}，差异明显` : `${between}，${of} 项差异中有 ${clear} 项明显`,
  leadNone: (between, of) => (of === 1 ? `${between}，无明显差异` : `${between}，${of} 项差异均不明显`),
  clear: (names) => `差异明显：${names}。`,
  noneClear: "均无明显差异。",
  untested: "这些差异均无法检验。",
  neither: (count, dimensions) =>
    spaced(`整体中另有 ${count} 名受访者的${dimensions.join("或")}未公布（M34），两侧均未计入。`),
  tested: (tests, level) =>
    tests === 1
      ? `因本页还有其他比较，该差异按 ${level} 的显著性水平判断（M20），严于其 95% 置信区间。`
      : `全部 ${tests} 项差异合并检验：纯属偶然时，误判任何一项为明显差异的概率不超过 ${level}（Holm 校正，M20），因此仅凭 95% 置信区间不含 0 不足以称为明显差异。`,
  byItself: (tests, level) =>
    tests === 1
      ? `单看不含 0，但按 ${level} 的水平尚不足以确认`
      : `单看不含 0，但在 ${tests} 项比较中尚不足以确认`,
  crossing: "两个群体有部分受访者重合，因此不检验差异。",
  sameTitle: "没有可对比的另一方",
  same: (who) =>
    who === undefined
      ? "双方都是全体受访者：请先选择筛选条件，或选择其他对比对象。"
      : spaced(`双方是同一批受访者（${who}）：请选择其他对比对象。`),
  sameTwo: (own, other) => spaced(`${own}与${other}是同一批受访者：请选择其他对比对象。`),
  outside: {
    name: (branch) => `${branch}以外的全体`,
    note: (branch) =>
      `对${branch}以外的受访者，本站只公布这类平均值，不含逐行数据，也不含任何单个机构。筛选不会缩小其范围。`,
    none: "本期不公布其余受访者的平均值：样本足够的其他群体不足两个，或某一群体会因此被推算出来。",
  },
  nothing: "本页没有可以对比的得分。",
};
