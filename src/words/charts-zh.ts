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
    spread: (grades, dimension, [least, leastGroup], [most, mostGroup]) =>
      spaced(
        `按${dimension}看，${grades}占比相差最大：从${leastGroup}的 ${least} 到${mostGroup}的 ${most}。`,
      ),
    untested: "此处只描述占比，未检验各组差异是否超出偶然。",
    base: (n) => `基数 ${n}`,
    spoken: (group, worse, better) => spaced(`${group}：较低 ${worse}，较高 ${better}`),
  },
  funnelLimit: (share) => spaced(`${share} 控制限`),
};
