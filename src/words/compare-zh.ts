import type { compareEnglish } from "./compare-en.ts";

/** Two groups beside each other, in Chinese. */
export const compareChinese: typeof compareEnglish = {
  title: (own, other) => `${own}与${other}相比如何？`,
  what: "得分",
  difference: "差异",
  asideHead: "明显差异",
  n: "样本量",
  verdicts: { rise: "明显较高", fall: "明显较低", unclear: "无明显差异" },
  rest: "其余受访者",
  without: (whole, part) => `${whole}（不含${part}）`,
  dot: (own) => `${own}，含 95% 置信区间`,
  respondents: (count) => `${count} 名受访者`,
  fewer: (minimum) => `不足 ${minimum} 名受访者`,
  bases: (own, ownBase, other, otherBase) =>
    `样本：${own} ${ownBase}；${other} ${otherBase}。各项得分以实际作答者为准，见表。`,
  clear: (names) => `差异明显：${names}。`,
  noneClear: "各项得分均无明显差异。",
  untested: "这些差异均无法检验。",
  tested: "所有差异作为一组统一检验（M20）。",
  crossing: "两个群体有部分受访者重合，因此不检验差异。",
  same: "两者是同一批受访者。",
  outside: {
    name: (branch) => `${branch}以外的全体`,
    note: (branch) =>
      `对${branch}以外的受访者，本站只公布这类平均值，不含逐行数据，也不含任何单个机构。筛选不会缩小其范围。`,
    none: "本期不公布其余受访者的平均值：样本足够的其他群体不足两个，或某一群体会因此被推算出来。",
  },
  nothing: "本页没有可以对比的得分。",
};
