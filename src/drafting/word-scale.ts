import { isNoAnswer, plainWords } from "./answer-words.ts";

/** Where a word stands between the worst and the best, and what it is about: words of one scale share the subject. */
interface Rank {
  readonly subject: string;
  readonly at: number;
}

const degrees: Readonly<Record<string, number>> = {
  "not at all": -2.4,
  "not very": -1,
  "not so": -1,
  "not too": -1,
  not: -1.5,
  slightly: 0.8,
  "a little": 0.8,
  somewhat: 1,
  rather: 1.1,
  mostly: 1.2,
  moderately: 1.2,
  fairly: 1.3,
  quite: 1.4,
  mainly: 1.4,
  "": 1.5,
  very: 2,
  highly: 2.1,
  strongly: 2.2,
  extremely: 2.3,
  totally: 2.3,
  completely: 2.4,
  absolutely: 2.4,
  fully: 2.4,
};
const bipolar: Readonly<Record<string, readonly [subject: string, sign: 1 | -1]>> = Object.fromEntries(
  [
    ["satisfied", "dissatisfied unsatisfied"],
    ["agree", "disagree"],
    ["favorably", "unfavorably"],
    ["favourably", "unfavourably"],
    ["favorable", "unfavorable"],
    ["likely", "unlikely"],
    ["easy", "difficult hard"],
    ["important", "unimportant"],
    ["comfortable", "uncomfortable"],
    ["happy", "unhappy"],
    ["safe", "unsafe"],
    ["clean", "dirty"],
    ["helpful", "unhelpful"],
    ["friendly", "unfriendly"],
    ["interested", "uninterested"],
    ["positive", "negative"],
    ["useful", "useless"],
    ["better", "worse"],
  ].flatMap(([good = "", bad = ""]) => [
    [good, [good, 1]] as const,
    ...bad.split(" ").map((word) => [word, [good, -1]] as const),
  ]),
);

function englishDegree(value: string): Rank | undefined {
  const words = value.replace(/^(i am|i'm|i) /, "").split(" ");
  const last = words.at(-1) ?? "";
  const pole = bipolar[last];
  const degree = degrees[words.slice(0, -1).join(" ")];
  if (!pole || degree === undefined) return undefined;
  return { subject: pole[0], at: pole[1] * degree };
}

const chineseDegrees: Readonly<Record<string, number>> = {
  一点也不: -2.5,
  完全不: -2.4,
  非常不: -2.3,
  十分不: -2.2,
  极不: -2.3,
  很不: -2,
  不: -1.5,
  比较不: -1,
  较不: -1,
  不太: -1,
  不大: -1,
  有点不: -0.8,
  有点: 0.8,
  稍微: 0.8,
  基本: 1.1,
  比较: 1,
  较: 1,
  还算: 0.9,
  "": 1.5,
  很: 2,
  十分: 2.2,
  非常: 2.3,
  特别: 2.3,
  极其: 2.4,
  完全: 2.4,
};
const chinesePoles: Readonly<Record<string, readonly [subject: string, sign: 1 | -1]>> = {
  满意: ["满意", 1],
  同意: ["同意", 1],
  赞同: ["赞同", 1],
  认同: ["认同", 1],
  好: ["好", 1],
  差: ["好", -1],
  重要: ["重要", 1],
  愿意: ["愿意", 1],
  可能: ["可能", 1],
  符合: ["符合", 1],
  方便: ["方便", 1],
  舒适: ["舒适", 1],
  安全: ["安全", 1],
  干净: ["干净", 1],
  脏: ["干净", -1],
  容易: ["容易", 1],
  困难: ["容易", -1],
  难: ["容易", -1],
  喜欢: ["喜欢", 1],
  清晰: ["清晰", 1],
  及时: ["及时", 1],
  合理: ["合理", 1],
};

function chineseDegree(value: string): Rank | undefined {
  for (const [word, [subject, sign]] of Object.entries(chinesePoles)) {
    if (!value.endsWith(word)) continue;
    const degree = chineseDegrees[value.slice(0, -word.length)];
    if (degree !== undefined) return { subject, at: sign * degree };
  }
  return undefined;
}

/** Words that stand in a row of their own, worst first; those of one place mean the same. */
const rows: Readonly<Record<string, readonly string[]>> = {
  grade: [
    "unacceptable|terrible|awful",
    "very poor|very bad",
    "poor|bad",
    "below average",
    "fair|average|acceptable|ok|okay",
    "above average",
    "good",
    "very good",
    "excellent|outstanding|exceptional",
  ],
  frequency: [
    "never|从不|从来没有|从未",
    "almost never|hardly ever|very rarely|几乎不|几乎从不",
    "rarely|seldom|很少|极少",
    "occasionally|once in a while|偶尔",
    "sometimes|有时|有时候",
    "often|frequently|经常|常常",
    "usually|通常",
    "very often|almost always|几乎总是",
    "always|every time|总是|每次",
  ],
  intention: [
    "definitely not|definitely no|肯定不会|一定不会",
    "probably not|probably no|可能不会",
    "maybe|might or might not|不一定",
    "probably|probably yes|可能会",
    "definitely|definitely yes|肯定会|一定会",
  ],
  好: [
    "很差|非常差",
    "较差|比较差",
    "差|不好",
    "一般|中等|普通",
    "较好|比较好",
    "好|良好",
    "很好|非常好|优秀",
  ],
};
const inRows = new Map<string, Rank>(
  Object.entries(rows).flatMap(([subject, levels]) =>
    levels.flatMap((level, at) =>
      level.split("|").map((word) => [word, { subject, at: subject === "好" ? at - 3 : at }] as const),
    ),
  ),
);

const middles =
  /^(neutral|neither\b.*|no difference|about the same|mixed|undecided|一般|中立|普通|说不上|还行|尚可|无所谓|差不多|中等)$/;

/** Words of a scale in order, worst first, with what they are about. */
export interface WordScale {
  readonly subject: string;
  readonly words: readonly string[];
  /** Words that are no step of the scale but no answer either, such as "I don't know this tool". */
  readonly outside: readonly string[];
}

/** Reads answers as the words of a scale: three steps or more about one thing; undefined where they are none. */
export function wordScale(values: readonly string[]): WordScale | undefined {
  const outside = values.filter(isNoAnswer);
  const inside = values
    .filter((value) => !isNoAnswer(value))
    .map((value) => ({ value, text: plainWords(value) }));
  const subjects = new Set<string>();
  const steps: { readonly value: string; readonly at: number }[] = [];
  const middle: string[] = [];
  for (const { value, text } of inside) {
    const rank = englishDegree(text) ?? inRows.get(text) ?? chineseDegree(text);
    if (rank && !middles.test(text)) {
      subjects.add(rank.subject);
      steps.push({ value, at: rank.at });
    } else if (middles.test(text)) middle.push(value);
    else return undefined;
  }
  const [subject] = subjects;
  if (subject === undefined || subjects.size > 1) return undefined;
  const ranked = [...steps, ...middle.map((value) => ({ value, at: 0 }))].toSorted((a, b) => a.at - b.at);
  const distinct = new Set(ranked.map(({ at }) => at));
  if (distinct.size < 3 || distinct.size < ranked.length) return undefined;
  return { subject, words: ranked.map(({ value }) => value), outside };
}
