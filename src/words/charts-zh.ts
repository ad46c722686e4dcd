import type { chartsEnglish } from "./charts-en.ts";
import { spaced } from "./spacing.ts";

/** 图表中的文字。 */
export const chartsChinese: typeof chartsEnglish = {
  axisCutMark: "坐标轴已截断",
  steps: { clear: "变化显著", unclear: "无显著变化" },
  quadrants: {
    fix: "优先改进",
    keep: "继续保持",
    low: "低优先级",
    overkill: "可能投入过度",
  },
  grades: { worse: "← 较低等级", better: "较高等级 →", higher: "较高等级" },
  segments: {
    title: "各类人群如何打分？",
    spread: (grades, dimension, least, most) =>
      spaced(`按${dimension}看，${grades}占比相差最大：从${least}到${most}。`),
    ofGroup: (share, group) => spaced(`${group}的 ${share}`),
    untested: "此处只描述占比，未检验各组差异是否超出偶然。",
    base: (n) => `基数 ${n}`,
    spoken: (group, worse, better) => spaced(`${group}：较低 ${worse}，较高 ${better}`),
  },
  heat: {
    title: "哪个机构的哪个因子强，哪个弱？",
    ends: (least, most) => `低出最多：${least}。高出最多：${most}。`,
    cell: (factor, branch, gap) => spaced(`${branch}的${factor}（${gap}）`),
    untested: "颜色只作描述，未经检验。",
    ofWhole: "蓝色高于总体，橙色低于总体，颜色越深相差越大。答卷少的得分会随机波动。",
    ofMean: "蓝色高于所列机构的平均，橙色低于平均，颜色越深相差越大。答卷少的得分会随机波动。",
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
