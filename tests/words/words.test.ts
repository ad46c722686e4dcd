import { describe, expect, test } from "vitest";
import { english, type TitleParts } from "../../src/words/en.ts";
import { wordsIn } from "../../src/words/words.ts";
import { chinese } from "../../src/words/zh.ts";

/** Texts that are made from named parts; all others take their parts in order. */
const made = ["titleSentence", "leadingSentence", "tiedSentence", "answeredOf", "askedAnswered"];
const verdicts: readonly TitleParts["verdict"][] = ["rise", "fall", "unclear", "none"];

/** Stands for whatever a text takes: a word, a number, or named words. */
const anything: unknown = new Proxy(Object("甲"), {
  get: (word: object, name) => {
    if (name === Symbol.toPrimitive) return (hint: string) => (hint === "number" ? 7 : "甲");
    if (name === "join") return () => "甲";
    if (name === Symbol.iterator) return () => ["甲"].values();
    if (name === "map") return (of: (word: unknown) => unknown) => [of(anything)];
    const own: unknown = Reflect.get(word, name);
    return typeof own === "function" ? own.bind(word) : (own ?? "甲");
  },
});

type Saying = (...parts: readonly unknown[]) => unknown;

/** A text of whatever it takes; where one part chooses between texts, of the first choice that it knows. */
function saidWith(say: Saying): string {
  const parts = Array.from({ length: say.length }, () => anything);
  const chosen = parts.flatMap((_, place) =>
    ["rise", "fall", "flat", "mean"].map((way) => parts.with(place, way)),
  );
  const first = String(say(...parts));
  const isWhole = (text: string) => !text.includes("undefined");
  return isWhole(first) ? first : (chosen.map((all) => String(say(...all))).find(isWhole) ?? first);
}

/** Every text of a dictionary with its place; what it speaks of is filled in with a Chinese character. */
function textsOf(value: unknown, at: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[at, value]];
  if (typeof value !== "function")
    return Object.entries(value as object).flatMap(([key, part]) =>
      textsOf(part, at === "" ? key : `${at}.${key}`),
    );
  if (!made.includes(at)) return [[at, saidWith(value as Saying)]];
  const names = [
    "subject",
    "value",
    "wave",
    "change",
    "previous",
    "option",
    "answered",
    "respondents",
    "asked",
  ];
  const parts = Object.fromEntries(names.map((name) => [name, "甲"]));
  return verdicts.map((verdict) => [`${at} ${verdict}`, value({ ...parts, verdict, quantity: false })]);
}

const [englishTexts, chineseTexts] = [textsOf(english, ""), textsOf(chinese, "")];

describe("the two dictionaries", () => {
  test("hold the same texts", () => {
    const places = (texts: typeof englishTexts) => texts.map(([at]) => at).toSorted();
    expect(places(chineseTexts)).toEqual(places(englishTexts));
    expect(places(englishTexts).length).toBeGreaterThan(150);
    expect([wordsIn("en"), wordsIn("zh")]).toEqual([english, chinese]);
  });

  test("leave no text empty, but for the gap between Chinese sentences", () => {
    const empty = (texts: typeof englishTexts) => texts.filter(([, text]) => text === "").map(([at]) => at);
    expect(empty(englishTexts)).toEqual([]);
    expect(empty(chineseTexts)).toEqual(["sentenceGap"]);
  });

  test("explain the same methods", () => {
    const ids = (words: typeof english) => words.methodWords.map(({ id }) => id);
    expect(ids(chinese)).toEqual(ids(english));
  });
});

describe("Chinese texts", () => {
  /** Names, formats and identifiers that stand in Latin letters in any language. */
  const names =
    /\b(?:Esc|NPS|CSAT|CES|RIM|CSV|SPSS|Qualtrics|LimeSurvey|SurveyMonkey|Google|JSON|JavaScript|estimates\.csv|SHA|Manyi|English|Holm|Wald|Welch|Kish|Wilson|Clopper|Pearson|Student|Rocks|Reichheld|Bonferroni|Benjamini|Hochberg|M\d\d)\b/g;

  test("hold no English words", () => {
    // Sources are cited as they were printed.
    const english = chineseTexts
      .filter(([at]) => !at.endsWith(".source"))
      .map(([at, text]) => [at, text.replace(names, "")] as const)
      .filter(([, text]) => /[A-Za-z]{3,}/.test(text));
    expect(english).toEqual([]);
  });

  test("use one term for a thing: 单位, 顾客, 误差范围, 感知 and 处罚", () => {
    const others = chineseTexts.filter(([, text]) => /企业|客户|抽样误差|实际感受|惩罚/.test(text));
    expect(others).toEqual([]);
  });

  test("use Chinese punctuation after Chinese characters, but in formulas", () => {
    const western = /\p{Script=Han}[,.:;?!()]/u;
    expect(chineseTexts.filter(([at, text]) => !at.endsWith(".formula") && western.test(text))).toEqual([]);
  });

  test("put a space between Chinese characters and figures, as figures that are filled in have", () => {
    const tight = /\p{Script=Han}\d|\d\p{Script=Han}/u;
    expect(chineseTexts.filter(([at, text]) => !at.startsWith("methodWords") && tight.test(text))).toEqual(
      [],
    );
  });
});

test("English texts hold Chinese characters only in the name of the language", () => {
  const texts = englishTexts.filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll("甲", "")));
  expect(texts.map(([at]) => at)).toEqual(["otherLanguageName"]);
});
