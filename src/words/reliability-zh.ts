import type { reliabilityEnglish } from "./reliability-en.ts";

/** 因子信度的用语（M21）。 */
export const reliabilityChinese: typeof reliabilityEnglish = {
  title: "这些题目测的是同一件事吗？",
  lead: (alpha, range, n) =>
    `克隆巴赫 α 为 ${alpha}（95% 置信区间 ${range}；作答人数最少的一对题目有 ${n} 人同时作答）。`,
  grade: (alpha) =>
    alpha >= 0.9
      ? "各题高度一致，其中一两题可以省去。"
      : alpha >= 0.7
        ? "各题足够一致，可以合成一个得分。"
        : "各题一致性较低，宜逐题来看，不宜只看合成得分。",
  odd: (names) => `去掉${names}后会更一致。`,
  none: {
    base: "同时回答这些题目的人太少，无法判断。",
    items: "只有一道题，谈不上一致性。",
    spread: "有的题目所有人答案相同，无法判断一致性。",
  },
  rest: "与其余各题的相关",
  dropped: "去掉后的 α",
  note: (narrowed) => `按${narrowed ? "筛选范围内" : "本期"}全部受访者计算，每对题目取同时作答的人。`,
};
