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
  funnelLimit: (share) => spaced(`${share} 控制限`),
};
