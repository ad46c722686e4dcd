import type { missingEnglish } from "./missing-en.ts";

/** Who is missing from what is published of a wave's rows (M34), in Chinese. */
export const missingChinese: typeof missingEnglish = {
  of: ({ held, all, who, wave, missing, title }) =>
    `${wave}，${who} ${all} 名受访者中的 ${held} 名；另有 ${missing} 名的${title}未公布（M34）`,
  atMost: (count, titles) => `另有至多 ${count} 名属于此范围，但其${titles.join("或")}未公布（M34）`,
  groups: (counts) =>
    `各分组的数据不含归属未公布的受访者（M34）：${counts.map(({ title, count }) => `${title} ${count} 名`).join("、")}`,
  joined: (line, more) => `${line}；${more}`,
  ownPage: (all) => `查看全部 ${all} 名：该机构专页`,
  ownPageOf: (who) => `${who}的专页含全部受访者`,
  short: ({ held, all, who, wave }) =>
    `${who}：${wave}的 ${all} 名受访者中只公布了 ${held} 名（M34），不足以代表全体，因此不能据此筛选。`,
  shortHere: (held, all) => `${all} 名中只公布 ${held} 名（M34）`,
  setShort: (reason) => `公布的数据过少（M34）：${reason}`,
  unfiltered: (dimensions) => `${dimensions}：代码本未列为筛选维度；全体数据的页面上可以看到。`,
  comparedWith: (what) => `对比：${what}`,
};
