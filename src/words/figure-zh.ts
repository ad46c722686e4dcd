import type { figureEnglish } from "./figure-en.ts";
import { spaced } from "./spacing.ts";

/** What stands around every chart, in Chinese. */
export const figureChinese: typeof figureEnglish = {
  source: (survey) => `资料来源：${survey}。`,
  base: (answers, when) => spaced(`基数：${answers}（${when}）。`),
  answersEach: (range, each) => `${each} ${range} 份答卷`,
  answersOfWhole: (whole, range, each) => spaced(`${whole}，其中${each} ${range} 份`),
  eachWave: "每期",
  eachPool: (waves) => spaced(`每 ${waves} 期合并`),
  eachGroup: "每组",
  eachOf: (level) => spaced(`各${level}`),
  eachFactor: "每个因子",
  extremes: (least, leastWave, most, mostWave, byChance) =>
    spaced(
      `最低为${leastWave}的 ${least}，最高为${mostWave}的 ${most}${byChance ? "；两者的 95% 置信区间重叠，差异可能只是偶然" : ""}。`,
    ),
  sinceBreak: (wave, extremes) => spaced(`${wave}以来，${extremes}`),
  part: "组成部分",
  effect: "影响",
  verdict: "判断",
  table: "查看数字",
  link: "链接",
  linkTo: (title) => `链接：${title}`,
  downloadAs: (kind, title) => `${kind}：下载“${title}”`,
  failed: "下载失败，请刷新页面后重试。",
};
