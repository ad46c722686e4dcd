import type { branchesEnglish } from "./branches-en.ts";
import { spaced } from "./spacing.ts";

/** 机构的变动。 */
export const branchesChinese: typeof branchesEnglish = {
  historyTitle: "这个机构有哪些变动？",
  opened: "开业",
  closed: "停业（最后一天）",
  renamed: (name) => spaced(`更名，原名${name}`),
  moved: (from, to) => spaced(`由${from}划归${to}`),
  joined: (name) => spaced(`${name}并入，其答卷计入此处`),
  joinedBy: (name, into) => spaced(`${name}并入${into}，其答卷现计入此处`),
  recoded: (name, code) => spaced(`启用新代码；原代码 ${code}（${name}）下的答卷计入此处`),
  arrived: (name, from) => spaced(`${name}由${from}划入，其各期答案均计入此处`),
  left: (name, to) => spaced(`${name}划归${to}，其各期答案均计入该处`),
  today: (day) =>
    spaced(
      `各期均按${day === "" ? "现行" : `${day}的`}机构设置统计：即使机构划转或合并，答卷也计入其现在所属的机构。`,
    ),
  includes: (branches) => spaced(`各期均包括${branches}。`),
  included: (name, day) => spaced(`${name}（${day}起属于此机构）`),
  closedMark: (day) => spaced(`${day}停业`),
  closedTitle: (branch, day) => spaced(`${branch}已于${day}停业`),
  closedTitleLast: (branch, day, last) => spaced(`${branch}已于${day}停业；最后一次结果：${last}`),
  lastFigure: (subject, value, wave) => spaced(`${wave}，${subject} ${value}`),
  closedBefore: "已停业",
  closedNotShown: "已停业，不再列出",
  notOpenYet: "尚未开业",
  closedBanner: (day) => spaced(`该机构已停业，最后一天为 ${day}。`),
  mergedTitle: (name, into, day) => spaced(`${name}自${day}起属于${into}`),
  formerTitle: (name) => spaced(`${name}的页面已换地址`),
  wasMerged: (name, into, day) => spaced(`${day}，${name}并入${into}。`),
  hasNewCode: (name, now, day) =>
    spaced(name === now ? `${day}起，${name}启用新代码。` : `${day}起，${name}更名为${now}。`),
  hasMoved: (name, from, to, day) => spaced(`${day}，${name}由${from}划归${to}。`),
  standsUnder: (name, parent) => spaced(`${name}现属${parent}。`),
  listTitle: (count) => spaced(`${count} 家机构的得分`),
  listEnds: ({ by, best, worst }) =>
    spaced(
      [
        by,
        ...(best === undefined ? [] : [`${best}领先`]),
        ...(worst === undefined ? [] : [`${worst}落后`]),
      ].join("，"),
    ),
  listLead: (levels) => spaced(`共有 ${levels.join("、")}。`),
  levelCount: (level, _count, number) => spaced(`${number} 个${level}`),
  listFigures: (levels, measure) =>
    spaced(`${levels.join("、")}旁依次为${measure}、95% 置信区间和基数；变化显著时才标 ▲ ▼。`),
  find: "搜索机构（也可用浏览器的查找功能）",
  goOn: (name) => spaced(`前往${name}`),
};
