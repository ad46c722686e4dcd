import type { bestEnglish } from "./best-en.ts";
import { spaced } from "./spacing.ts";

/** 全网排名页的用语。 */
export const bestChinese: typeof bestEnglish = {
  bestTitle: "综合来看，哪些机构最好？",
  byLevel: (level) => `按${level}`,
  byLevelWithin: (level, segment) => spaced(`按${level}（同一${segment}内）`),
  noneStandsOut: (by, all) => spaced(`${by}，${all} 个中没有明显领先或落后的`),
  someLead: (by, all, lead) => spaced(`${by}，${all} 个中有 ${lead} 个属第一组`),
  someTrail: (by, all, trail) => spaced(`${by}，${all} 个中有 ${trail} 个属末组`),
  someLeadAndTrail: (by, all, lead, trail) =>
    spaced(`${by}，${all} 个中有 ${lead} 个属第一组，${trail} 个属末组`),
  ranked: (count) => spaced(`参加排名的 ${count}`),
  answers: (joined) => joined,
  answerSeparator: "；",
  noRanking: "基数已知的得分太少，无法排名",
  bestLead:
    "各级机构一律公平排序：答卷越少、得分越不确定，就越向平均水平靠拢，谁也不会只因随机波动排在最前或最后。",
  standingOut:
    "每组首位都明显落后于上一组首位。标题所计，是属于第一组、该组不超过全表一半、且名次有 90% 的把握在前一半的，另一端同样如此；同在第一组的，与首位也可能相差较大，只是尚不足以确认。",
  threeCounts:
    "三个页面计的是三件事：“谁真的最好？”计第一组和末组；总览只计其中与所在表平均之差超过通常差异两倍、且与表中其他各家明显不同的；“得分是不是运气？”计所有在 99.8% 控制限之外的得分。",
  arrows: (changes, fewer) =>
    spaced(`▲ ▼ 与各机构自己页面上的一致；此处共 ${changes} 项变化，仅凭偶然而被标出的不到 ${fewer} 项。`),
  contents: "本页内容",
  withCount: (name, count) => spaced(`${name}（${count}）`),
  averageOf: (all, segment) => spaced(`${all}：${segment}`),
  averageLine: "贯穿全表的竖线为全体平均。",
  gap: (score, interval, fair) =>
    spaced(`最好与最差相差：按得分 ${score}（95% 置信区间 ${interval}），按公平得分 ${fair}。`),
  noEarlier: (waves) =>
    waves === 1 ? "这是首期，没有变化可列。" : spaced(`尚无变化可列：此前没有另外 ${waves} 期可比。`),
  tooFewToRank: "基数已知的得分不足三个，因此只按得分排列，不列名次。",
  fairTitle: "公平得分",
  apart: (caution) => `答卷少于 ${caution} 份，单独列出`,
  underHundred: (mark) => spaced(`${mark} 答卷少于 100 份`),
  allUnderHundred: "答卷均少于 100 份，排序请谨慎解读。",
  notWithin: (segment) => `此处未按${segment}分开排名，顾客构成不同也会造成差异。`,
  mixedTitle: (segment) => `跨多个${segment}`,
  mixed: (segment) => `没有任何一个${segment}占其受访者的九成，因此不参加任何一类的排名。`,
  withheldOnes: (names) => `不公布：${names}。`,
  andMore: (names, more) => spaced(`${names}等，另有 ${more} 个`),
  firstOf: (count) => spaced(`前 ${count} 名`),
  lastOf: (count) => spaced(`后 ${count} 名`),
  showAll: (count) => spaced(`查看全部 ${count} 个`),
  showMost: (count, all) => spaced(`查看 ${all} 个中的 ${count} 个`),
  between: (count) => spaced(`中间的 ${count} 个见其上级机构页面。`),
};
