import type { scoresEnglish } from "./scores-en.ts";
import { spaced } from "./spacing.ts";

/** 得分图的用语。 */
export const scoresChinese: typeof scoresEnglish = {
  factorsTitle: "各因子得分如何？",
  headline: "数值及其对照",
  changeFrom: (wave, value) => spaced(`较${wave}（${value}）的变化`),
  toTarget: (value) => `与目标（${value}）之差`,
  of: (label, value) => spaced(`${label} ${value}`),
  target: (value) => `目标 ${value}`,
  base: (answers, wave) => spaced(`基数：${answers}，${wave}。`),
  bases: (wave) => spaced(`基数见表格，${wave}。`),
  basesBeside: (wave) => spaced(`“基数”为各自的样本量，${wave}。`),
  clearHead: (wave) => spaced(`与${wave}相比变化显著`),
  clear: (names, wave) => spaced(`与${wave}相比变化显著的有：${names}。`),
  noneClear: (wave) => spaced(`与${wave}相比，各项均无显著变化。`),
  scale: (low, high) => spaced(`量表为 ${low} 至 ${high}；锯齿表示坐标轴在此截断。`),
  key: {
    dot: (wave) => spaced(`${wave}，横线为 95% 置信区间`),
    previous: (wave) => spaced(`${wave}（可比时）`),
    target: "目标",
    fair: "公平得分",
    small: "样本偏少",
    lost: "失分，横线为 95% 置信区间",
  },
  lostMore: (points) => `▲ 较此前多失 ${points} 分`,
  lostLess: (points) => `▼ 较此前少失 ${points} 分`,
  lostNote: "只有因子得分变化显著、且权重不变时，才标出失分的变化。",
  rankHead: "名次（90% 区间）",
  rankUp: (from) => `▲ 较此前 ${from} 名明显上升`,
  rankDown: (from) => `▼ 较此前 ${from} 名明显下降`,
  rankChanged: (names, wave) => spaced(`与${wave}相比，名次变化显著的有：${names}。`),
  rankUnchanged: (wave) => spaced(`与${wave}相比，名次均无显著变化。`),
};
