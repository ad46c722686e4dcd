import type { questionsEnglish } from "./questions-en.ts";
import { spaced } from "./spacing.ts";

/** 题目及其答案。 */
export const questionsChinese: typeof questionsEnglish = {
  distributionTitle: "答案如何分布？",
  distributionLead: "占作答者的比例，本期。",
  distributionMulti: (base) => spaced(`占${base}的比例；可多选，因此合计可以超过 100%。`),
  multiBases: {
    answered: "至少选择一项的受访者",
    asked: "全部被问到的受访者",
    printed: "汇总表所计受访者",
  },
  multiBaseWithNone: (none) => `作答者（含选择“${none}”的人）`,
  mentions: "占提及总数的比例",
  mentionsMeaning: (narrowed) =>
    `占提及总数的比例：${narrowed ? "筛选范围内" : ""}全部受访者所选各项合在一起，其中该项所占的比例；各项合计为 100%。`,
  namedNone: (count) => `被问到的人中，${count} 人一项也没有选。`,
  leadingAnswer: "最多人选的答案",
  leadingSentence: ({ subject, option, value, wave }) =>
    spaced(`${wave}，${subject}：选择“${option}”的最多，占${value}`),
  tiedSentence: ({ subject, option, value, wave }) =>
    spaced(`${wave}，${subject}：${option}并列第一，各占${value}`),
  tied: (first, second, count) =>
    spaced(count === 2 ? `${first}和${second}` : `${first}、${second}等 ${count} 项`),
  kanoPairs: "以下功能按卡诺模型正反各问一次：",
  kanoWithout: "不具备时",
  yesSentence: ({ subject, option, value, wave }) =>
    spaced(`${wave}，${subject}：${value} 的受访者选择“${option}”`),
  wording: "题目原文",
  earlierWording: (waves, wording) => spaced(`${waves}的题目原文：“${wording}”`),
  scaleEnds: (low, high) => `量表：${low} 至 ${high}`,
  better: { higher: "数值越高越好。", lower: "数值越低越好。" },
  askedOnly: "只问",
  askedAnswer: (question, answers) => spaced(`在“${question}”中选择${answers}`),
  askedGroup: (dimension, groups) => spaced(`${dimension}为${groups}`),
  askedOr: "或",
  askedAnd: "，且",
  askedEnd: "的受访者。",
  textQuestion: "开放题。只公布评论数量，不公布原文。",
  askedIn: "提问期次",
  answeredOf: ({ answered, wave, respondents }) =>
    spaced(`${wave}共 ${answered}${respondents === undefined ? "" : `，受访者 ${respondents} 位`}。`),
  askedAnswered: ({ answered, wave, asked }) => spaced(`${wave}：问到 ${asked} 位，${answered} 位作答。`),
};
