import type { importanceEnglish } from "./importance-en.ts";

/** 重要性—表现图的用语（M15）。 */
export const importanceChinese: typeof importanceEnglish = {
  title: "应该先改进什么？",
  fix: (names) => `${names.join("、")}的重要性高于平均，得分却明显低于平均。`,
  nothing: "重要性高于平均的因子中，没有得分明显低于平均的。",
  importance: "重要性（设定权重）",
  performance: "得分",
  quadrant: "判断",
  mean: (value) => `均值 ${value}`,
  axes: (importance, score) => `坐标轴截取 ${importance} 与 ${score}。`,
  spoken: (factor, weight, score, quadrant) => `${factor}：权重 ${weight}，得分 ${score}，${quadrant}。`,
  note: "细线为 95% 置信区间。重要性取自指数设定的权重，并非由答案推算；十字线位于两者的均值。",
};
