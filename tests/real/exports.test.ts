/**
 * Exports of real survey tools, whole. Where no `answers.json` stands beside a file, the counts here were made with
 * Python from the raw file: its csv module, or, of the tab-separated one, lines split at tabs; choices of one cell by
 * taking known options out of it, longest first.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mean, momentsOf } from "../../src/measures/mean.ts";
import { top2 } from "../../src/measures/share.ts";
import { answersOf, expectPublished, isAbsent, RealSurvey } from "./real-survey.ts";

/** Opens a survey before the tests of a block and closes it behind them. */
function real(name: string): () => RealSurvey {
  let survey: RealSurvey | undefined;
  beforeAll(async () => {
    survey = await RealSurvey.open(name);
  });
  afterAll(() => survey?.close());
  return () => {
    if (!survey) throw new Error(`${name} is not open`);
    return survey;
  };
}

const tools = ["wjx", "limesurvey", "surveymonkey", "google-forms", "qualtrics"];
for (const tool of tools)
  if (isAbsent(tool)) console.warn(`skipped: the real files of ${tool} are not at ../shared/data`);

interface Single {
  readonly by_text: Readonly<Record<string, number>>;
}
interface Wjx {
  readonly n_rows: number;
  readonly single: Readonly<Record<string, Single>>;
  readonly multi: Readonly<Record<string, { readonly from_code: Readonly<Record<string, number>> }>>;
}

describe.skipIf(isAbsent("wjx"))("问卷星, words and codes (skipped where ../shared/data is absent)", () => {
  const survey = real("wjx");
  const answers = isAbsent("wjx") ? undefined : answersOf<Wjx>("wjx");
  const singles: Readonly<Record<string, string>> = {
    "1、手机部数": "phones",
    "2、手机价格": "price",
    "3、性别": "gender",
    "4、年龄": "age",
    "5、月收入": "income",
    "7、爱好投入占收入比重": "spend",
  };
  const multis: Readonly<Record<string, string>> = { "6、兴趣爱好": "hobbies", "8、关注资讯": "news" };

  test("six single and two multiple choices are published", () => {
    expect(Object.keys(answers?.single ?? {}).toSorted()).toEqual(Object.keys(singles).toSorted());
    expect(Object.keys(answers?.multi ?? {}).toSorted()).toEqual(Object.keys(multis).toSorted());
  });

  describe.each(["words", "codes", "words-xls", "codes-xls"])("%s", (wave) => {
    test("every row is read; format and kind of file are found out", () => {
      const { rowsRead, kept, format, encoding, sheet } = survey().quality(wave);
      const file = wave.endsWith("xls") ? ["xls", "Sheet1"] : ["utf-8", undefined];
      expect([rowsRead, kept, format, encoding, sheet]).toEqual([
        answers?.n_rows,
        answers?.n_rows,
        "wjx",
        ...file,
      ]);
    });

    test.each(Object.entries(singles))("%s", async (header, id) => {
      // People's own words stand behind the choice that they typed them beside.
      const published = new Map<string, number>();
      for (const [text, n] of Object.entries(answers?.single[header]?.by_text ?? {})) {
        const [choice = ""] = text.split("〖");
        published.set(choice, (published.get(choice) ?? 0) + n);
      }
      expect(await survey().counts(id, wave)).toEqual(Object.fromEntries(published));
      expect(survey().quality(wave).items[`q_${id}`]).toMatchObject({ answered: 800, bad: 0 });
    });

    test.each(Object.entries(multis))("%s", async (header, id) => {
      expect(await survey().counts(id, wave)).toEqual(answers?.multi[header]?.from_code);
      expect(await survey().base(id, wave)).toBe(800);
    });
  });
});

interface LimeSurvey {
  readonly n_rows: number;
  readonly submitted: number;
  readonly Q12_satisfied_with_dependencies: {
    readonly n_valid: number;
    readonly mean: number;
    readonly sd: number;
    readonly top2box_pct: number;
    readonly dist: Readonly<Record<string, number>>;
  };
  readonly Q12_by_Q2_job_needs_coding: Readonly<
    Record<string, { readonly n: number; readonly mean: number }>
  >;
  readonly Q26_tools: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly Q10_OS_yes_pct_of_answered: Readonly<
    Record<string, { readonly yes: number; readonly base_yes_or_no: number }>
  >;
  readonly Q20_choose_five_count: { readonly n: number };
  readonly open_text_Q19_nonblank: number;
}

describe.skipIf(isAbsent("limesurvey"))("LimeSurvey (skipped where ../shared/data is absent)", () => {
  const survey = real("limesurvey");
  const answers = isAbsent("limesurvey") ? undefined : answersOf<LimeSurvey>("limesurvey");
  const wave = "2016";

  test("every row is read; those not handed in are counted and kept", () => {
    const { rowsRead, kept, incomplete, format, fieldwork } = survey().quality(wave);
    const unfinished = (answers?.n_rows ?? 0) - (answers?.submitted ?? 0);
    expect([rowsRead, kept, incomplete, format]).toEqual([
      answers?.n_rows,
      answers?.n_rows,
      unfinished,
      "limesurvey",
    ]);
    expect(fieldwork).toEqual({ from: "2016-08", to: "2016-09" });
  });

  test("satisfaction with dependencies: base, mean, sd, top-2, distribution", async () => {
    const published = answers?.Q12_satisfied_with_dependencies;
    const tally = await survey().tally("dependencies", wave);
    if (tally.kind !== "codes") throw new Error("a rating is counted by code");
    expect(tally.base.n).toBe(published?.n_valid);
    expectPublished(survey().figure(mean, tally, "dependencies").value, published?.mean, "mean");
    expectPublished(momentsOf(tally, "unweighted").sd, published?.sd, "sd");
    expectPublished(
      100 * survey().figure(top2, tally, "dependencies").value,
      published?.top2box_pct,
      "top-2",
    );
    expect(await survey().counts("dependencies", wave)).toEqual(published?.dist);
  });

  test.each([
    ["never", "No and I never had to code in work"],
    ["used", "No, but I used to code in a previous work"],
    ["yes", "Yes"],
  ])("its mean by job: %s", async (job, label) => {
    const published = answers?.Q12_by_Q2_job_needs_coding[label];
    const tally = await survey().tally("dependencies", wave, { job });
    expect(tally.base.n).toBe(published?.n);
    expectPublished(survey().figure(mean, tally, "dependencies").value, published?.mean, "mean");
  });

  test("a choice that was not ticked differs from one that was not shown", async () => {
    const published = Object.entries(answers?.Q10_OS_yes_pct_of_answered ?? {});
    expect(published).toHaveLength(4);
    expect(await survey().counts("systems", wave)).toEqual(
      Object.fromEntries(published.map(([label, { yes }]) => [label, yes])),
    );
    expect(await survey().base("systems", wave)).toBe(published[0]?.[1].base_yes_or_no);
    expect(survey().quality(wave).items["q_systems"]).toMatchObject({ answered: 452, notAsked: 195 });
    expect(await survey().base("wanted", wave)).toBe(answers?.Q20_choose_five_count.n);
  });

  test("five-point words beside two that are no rating", async () => {
    const scale = [
      "Completely Dissatisfied",
      "Somewhat Dissatisfied",
      "Neutral",
      "Somewhat Satisfied",
      "Completely Satisfied",
    ];
    const published = Object.entries(answers?.Q26_tools ?? {});
    expect(published).toHaveLength(9);
    for (const [tool, words] of published) {
      const rated = scale.flatMap((word, at) => (words[word] ? [[String(at + 1), words[word]]] : []));
      expect(await survey().counts(`tool-${tool.toLowerCase()}`, wave), tool).toEqual(
        Object.fromEntries(rated),
      );
    }
  });

  test("an open question: who wrote something", () => {
    expect(survey().quality(wave).items["q_stance"]?.answered).toBe(answers?.open_text_Q19_nonblank);
  });
});

describe.skipIf(isAbsent("surveymonkey"))("SurveyMonkey (skipped where ../shared/data is absent)", () => {
  const survey = real("surveymonkey");
  const wave = "2014";

  test("every row behind the two headers is read, in the encoding that is named", () => {
    const { rowsRead, kept, format, encoding } = survey().quality(wave);
    expect([rowsRead, kept, format, encoding]).toEqual([1186, 1186, "surveymonkey", "windows-1252"]);
  });

  test("single choices, one of them under a header with bytes that are not UTF-8", async () => {
    expect(await survey().counts("seen-any", wave)).toEqual({ Yes: 936, No: 250 });
    expect(await survey().counts("expanded", wave)).toEqual({ Yes: 99, No: 114 });
    expect(await survey().rows(wave, { gender: "f" })).toBe(549);
    expect(await survey().rows(wave, { region: "New England" })).toBe(75);
  });

  test("a choice a column, under a question that goes on", async () => {
    expect(await survey().counts("seen", wave)).toEqual({
      e1: 673,
      e2: 571,
      e3: 550,
      e4: 607,
      e5: 758,
      e6: 738,
    });
  });

  test("rows of a grid", async () => {
    expect(await survey().counts("rank-5", wave)).toEqual({ 1: 289, 2: 235, 3: 106, 4: 47, 5: 118, 6: 41 });
    expect(await survey().counts("han", wave)).toEqual({ 1: 1, 2: 8, 3: 44, 4: 151, 5: 610 });
    expect(await survey().counts("jar-jar", wave)).toEqual({ 1: 204, 2: 102, 3: 164, 4: 130, 5: 112 });
  });
});

describe.skipIf(isAbsent("google-forms"))("Google Forms (skipped where ../shared/data is absent)", () => {
  const survey = real("google-forms");
  const wave = "2018";

  test("every row is read; quotes that people typed are letters", () => {
    const { rowsRead, kept, format, delimiter, fieldwork } = survey().quality(wave);
    expect([rowsRead, kept, format, delimiter]).toEqual([3062, 3062, "google-forms", "\t"]);
    expect(fieldwork).toEqual({ from: "2018-12", to: "2019-01" });
  });

  test("single choices and ratings", async () => {
    expect(await survey().counts("experience", wave)).toEqual({
      None: 53,
      Beginner: 569,
      Intermediate: 1745,
      Expert: 693,
    });
    expect(await survey().counts("enjoyment", wave)).toEqual({ 1: 16, 2: 49, 3: 189, 4: 781, 5: 1966 });
    expect(await survey().counts("recommend", wave)).toEqual({
      1: 6,
      2: 5,
      3: 12,
      4: 12,
      5: 44,
      6: 51,
      7: 160,
      8: 417,
      9: 467,
      10: 1827,
    });
  });

  test("joined choices, one of which holds the separator", async () => {
    expect(await survey().counts("tools", wave)).toEqual({
      "RStudio Desktop (IDE)": 2550,
      "RStudio Desktop Pro (IDE)": 31,
      "RStudio Server": 503,
      "RStudio Server Pro": 90,
      "RStudio Connect": 124,
      "RStudio.cloud": 145,
      "Shiny Server": 487,
      "Shiny Server Pro": 76,
      "Shinyapps.io": 626,
      "R Command Line (i.e., the native R terminal interface)": 887,
      "EMACS ESS mode": 79,
      "Jupyter Notebooks": 391,
      Databricks: 41,
      Python: 679,
      Matlab: 83,
      "Microsoft Excel": 1433,
      SAS: 133,
      SPSS: 193,
      Stata: 27,
      Other: 225,
    });
    expect(await survey().counts("uses", wave)).toMatchObject({
      Visualization: 2600,
      "Clinical trials": 126,
      Other: 246,
    });
    expect([await survey().base("tools", wave), await survey().base("uses", wave)]).toEqual([3001, 3001]);
  });

  test("a single choice whose options hold commas, and words that people typed", async () => {
    expect(await survey().counts("degree", wave)).toMatchObject({
      "Doctorate (e.g. PhD, EdD)": 956,
      "Some college or university, no college degree": 71,
      Other: 12,
    });
    expect(await survey().base("degree", wave)).toBe(3010);
  });
});

describe.skipIf(isAbsent("qualtrics"))("Qualtrics (skipped where ../shared/data is absent)", () => {
  const survey = real("qualtrics");

  test.each(["three-rows", "two-rows"])(
    "%s: the interview is read, by key, by name and by alias",
    async (wave) => {
      const { rowsRead, kept, incomplete, format, items, fieldwork } = survey().quality(wave);
      expect([rowsRead, kept, incomplete, format]).toEqual([1, 1, 0, "qualtrics"]);
      expect(fieldwork).toEqual({ from: "2017-07", to: "2017-07" });
      expect(await survey().counts("choice", wave)).toEqual({ Two: 1 });
      expect(items["q_words"]?.answered).toBe(1);
    },
  );
});
