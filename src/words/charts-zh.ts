import type { chartsEnglish } from "./charts-en.ts";
import { spaced } from "./spacing.ts";

/** 图表中的文字。 */
export const chartsChinese: typeof chartsEnglish = {
  axisCutMark: "坐标轴已截断",
  steps: { clear: "变化显著", unclear: "无显著变化" },
  quadrants: {
    fix: "权重较高，得分较低",
    keep: "权重较高，得分较高",
    low: "权重较低，得分较低",
    overkill: "权重较低，得分较高",
  },
  grades: {
    worse: (names) => `← ${names}`,
    better: (names) => `${names} →`,
    satisfied: (grades) => `满意（${grades} 分）`,
    top: (count, grades) => `${count === 1 ? "最高一项" : "最高两项"}（${grades} 分）`,
    bottom: (count, grades) => `${count === 1 ? "最低一项" : "最低两项"}（${grades} 分）`,
  },
  segments: {
    title: "各类人群如何打分？",
    spread: (grades, dimension, least, most) =>
      spaced(`按${dimension}看，“${grades}”占比相差最大：从${least}到${most}。`),
    ofGroup: (share, group) => spaced(`${group}的 ${share}`),
    untested: "此处只描述占比，未检验各组差异是否超出偶然。",
    base: (n) => `基数 ${n}`,
    ends: (worse, better) => `两端数字为合计：左为${worse}，右为${better}。`,
    between: "中间灰色的分数不计入任何一端。",
    spoken: (group, worse, better) => spaced(`${group}：${worse}，${better}`),
  },
  heat: {
    title: "各机构强在哪里，弱在哪里？",
    least: (cell) => `低出最多：${cell}。`,
    most: (cell) => `高出最多：${cell}。`,
    near: (points) => spaced(`没有哪家机构的哪个因子相差达到 ${points} 分。`),
    cell: (factor, branch, value, centre) => spaced(`${branch}的${factor}（${value}，对照 ${centre}）`),
    untested: "颜色只作描述，未经检验。",
    ofWhole: (steps) =>
      spaced(
        `蓝色高于总体，橙色低于总体；相差达到 ${steps} 分时颜色逐级加深，各页面、各筛选条件下一致。答卷少的得分会随机波动。`,
      ),
    ofMean: (steps) =>
      spaced(
        `蓝色高于所列机构的平均，橙色低于平均；相差达到 ${steps} 分时颜色逐级加深，各页面、各筛选条件下一致。答卷少的得分会随机波动。`,
      ),
  },
  spread: {
    title: (name, level) => spaced(`${name}处于什么位置？全部${level}的分布`),
    takeaway: ({ value, all, lower, higher, within, interval, base }) =>
      spaced(
        `得分 ${value}（95% 置信区间 ${interval}，基数 ${base}）：其余 ${all} 个中，${lower} 个更低，${higher} 个更高，${within} 个落在其置信区间之内。`,
      ),
    scores: "得分",
    count: (level) => `${level}数`,
    own: "本机构",
    withheld: (count) => spaced(`${count} 个不公布`),
    small: (count, caution) => spaced(`${count} 个答卷少于 ${caution} 份`),
    leftOut: (kinds) => `未计入柱形：${kinds}。`,
  },
  funnelLimit: (share) => spaced(`${share} 控制限`),
};
