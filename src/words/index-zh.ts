import type { indexEnglish } from "./index-en.ts";
import { spaced } from "./spacing.ts";

/** 指数与因子的用语。 */
export const indexChinese: typeof indexEnglish = {
  names: { index: "指数", factor: "因子得分" },
  factor: "因子",
  scale: (max) => `满分 ${max}`,
  factorsTitle: "分丢在哪里？",
  factorsLead: "由高到低排列，横线为 95% 置信区间。",
  lostOf: (points) => `离满分还差 ${points} 分。`,
  mostLost: (factor, points) => `失分最多的是${factor}：${points} 分。`,
  mostLostUnclear: (factor, points, next, nextPoints, more) =>
    spaced(
      `失分最大的一项是${factor}：${points} 分，但${next}（${nextPoints} 分）${more > 0 ? `等 ${more + 1} 项` : ""}并不明显更少。`,
    ),
  lost: "失分",
  weight: "权重",
  owner: (owner) => `负责部门：${owner}`,
  leftOut: (names, minimum) =>
    `此处未计入（作答不足 ${minimum} 人，或会推算出其他小组）：${names}。其权重由其余各项分担。`,
  without: (names) => `不含${names}`,
  withoutWhy: (names) => `${names}在两期的问法不同，或只计入了其中一期，因此变化只比较其余题目。`,
  target: "目标",
  targetVerdict: { rise: "明确达标", fall: "明确未达标", unclear: "是否达标尚不明确" },
  rest: (parent) => {
    if (parent === "全部受访者") return "与其余全部受访者相比";
    return parent === "筛选范围内全体" ? "与筛选范围内其余受访者相比" : `与${parent}其余部分相比`;
  },
  restVerdict: { rise: "明显更高", fall: "明显更低", unclear: "无显著差异" },
  byItself: "单看不含 0，但在众多比较中尚不足以确认",
  pooled: (waves) => `每期样本较少，此处为多期合并结果：${waves}。`,
  span: (first, last) => spaced(`${first}至${last}`),
  year: (year) => `${year} 年`,
  pooledChange: "变化是与此前同样期数的合并结果相比。",
  pooledTrend: (waves) => `每个点合并了截至该期的 ${waves} 期，相邻各点共用部分答卷。`,
  factorPage: (factor, index) => `${index}的因子：${factor}`,
};
