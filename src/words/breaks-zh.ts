import type { breaksEnglish } from "./breaks-en.ts";
import { spaced } from "./spacing.ts";

/** 题目的改动。 */
export const breaksChinese: typeof breaksEnglish = {
  title: "这道题有过哪些改动？",
  declared: "题目有改动",
  wording: "题目文字有改动",
  scale: (before, after) => spaced(`量表由 ${before} 改为 ${after}`),
  scaleLabels: "量表各级的名称有改动",
  optionsAdded: (options) => `新增选项：${options}`,
  optionsRemoved: (options) => `取消选项：${options}`,
  noAnswerSince: (codes, until, wave) => spaced(`${until}及以前，${codes}计为有效回答；${wave}起不再计入`),
  answerSince: (codes, until, wave) => spaced(`${until}及以前，${codes}不计为有效回答；${wave}起计入`),
  oneAnswer: (until, wave) => spaced(`${until}及以前，每人可记录多个答案；${wave}起只记录一个`),
  severalAnswers: (until, wave) => spaced(`${until}及以前，每人只记录一个答案；${wave}起可记录多个`),
  askedOfFewer: (until, wave, after) =>
    spaced(`${until}及以前，所有人的回答均计入；${wave}起只计${after}的受访者`),
  askedOfMore: (until, wave, before) =>
    spaced(`${until}及以前只计${before}的受访者；${wave}起，所有人的回答均计入`),
  askedOfOthers: (until, wave, before, after) =>
    spaced(`${until}及以前只问${before}的受访者；${wave}起只问${after}的受访者`),
  newlyAsked: (wave) => spaced(`${wave}起才提问`),
  notAsked: (until) => spaced(`${until}以后不再提问`),
  leftOut: {
    unlike: "合并的各期问法不一致，此后暂不计入",
    withheld: "作答人数过少，或会推算出其他小组，此后不计入",
  },
  takenIn: {
    unlike: (again) => `合并的各期问法已一致，${again ? "此后重新计入" : "此后计入"}`,
    withheld: (again) => `其结果已可公布，${again ? "此后重新计入" : "此后计入"}`,
  },
  pointsWithout: (waves, names) => spaced(`○ ${waves}：不含${names}。`),
  ofParent: (parent, text) => `${parent}的线：${text}`,
  notCompared: "改动前后的数字不作比较。",
  compared: "改动前后的数字仍可比较。",
};
