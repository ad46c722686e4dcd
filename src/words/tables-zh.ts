import { spaced } from "./spacing.ts";
import type { tablesEnglish } from "./tables-en.ts";

/** 可排序、可查找、可复制的表格用语。 */
export const tablesChinese: typeof tablesEnglish = {
  search: "在表中查找",
  matches: (found, all) => `共 ${all} 行，符合 ${found} 行`,
  noMatch: (all) => `${all} 行中没有符合的，请减少关键字`,
  sortBy: "排序",
  given: "原有顺序",
  asGiven: "恢复原有顺序",
  sorted: {
    up: (column) => `${column}：由低到高`,
    down: (column) => `${column}：由高到低`,
    forth: (column) => `${column}：拼音升序`,
    back: (column) => `${column}：拼音降序`,
  },
  copy: "复制表格",
  copied: (rows) => `已复制 ${rows} 行，可直接粘贴到电子表格`,
  notCopied: "浏览器不允许复制，请下载 CSV 文件。",
  csv: "CSV",
  rows: { group: "分组", low: "下限", high: "上限", note: "说明" },
  some: (shown, all) => spaced(`查看其中 ${shown} 组（共 ${all} 组）`),
  onlyEnds: (shown, all) =>
    spaced(
      `共 ${all} 组，此处列出 ${shown} 组：得分最高、最低以及有明确变化的各组，不含未公布的分组。全部分组见公开结果 estimates.csv。`,
    ),
  onlyMoved: (shown, all) =>
    spaced(
      `共 ${all} 行，此处列出 ${shown} 行：影响最大以及明确超出随机波动的各行。未列出的已计入上表合计。`,
    ),
  onlyLargest: (shown, all) => spaced(`共 ${all} 组，此处列出样本量最大的 ${shown} 组。`),
  trend: "走势",
  trendAt: (wave, value) => spaced(`${wave} ${value}，与此前不可比`),
  trendOf: (first, from, last, to) => spaced(`${first} ${from}，${last} ${to}`),
};
