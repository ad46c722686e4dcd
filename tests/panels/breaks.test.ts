import { describe, expect, test } from "vitest";
import { overviewPanels, questionPanels } from "../../src/panels/pages.ts";
import type { Break } from "../../src/survey/breaks.ts";
import type { MultiQuestion, RatingQuestion } from "../../src/survey/question.ts";
import { factor, item, settings } from "../measures/index/index-survey.ts";
import { rating } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";
import { answering, type PageOptions, renderPage } from "./report.ts";

const waves = ["2011", "2012", "2013", "2014"].map((id) => ({ id, title: { en: id, zh: `${id} 年` } }));
const problem: RatingQuestion = {
  ...rating(1, 2),
  id: "problem",
  short: { en: "Problem", zh: "问题" },
  scale: { codes: [1, 2], labels: { 1: { en: "Yes", zh: "有" } }, satisfied: [] },
};
const askedOf: Break = {
  wave: "2014",
  until: "2013",
  allowed: false,
  cause: { kind: "askedOf", before: [], after: [{ id: "problem", values: ["1"] }] },
};
const counted: Break = {
  wave: "2013",
  until: "2012",
  allowed: false,
  cause: { kind: "missing", added: ["3"], removed: [] },
  reason: { en: "Nobody knew what 3 stood for.", zh: "没有人知道 3 代表什么。" },
};
const allowed: Break = {
  wave: "2012",
  until: "2011",
  allowed: true,
  cause: { kind: "wording", before: { en: "a", zh: "a" }, after: { en: "b", zh: "b" } },
};
const service: RatingQuestion = {
  ...rating(1, 5),
  short: { en: "Service", zh: "服务" },
  breaks: [allowed, askedOf],
};
/** Means of 5, 4, 3 and 5: each wave differs from the one before by far more than chance. */
const rows = [
  ...answering("2011", "item", { 5: 39, 4: 1 }),
  ...answering("2012", "item", { 4: 39, 5: 1 }),
  ...answering("2013", "item", { 3: 39, 4: 1 }),
  ...answering("2014", "item", { 5: 39, 4: 1 }),
];
const pageOf = (breaks: readonly Break[], options: PageOptions = {}) => {
  const asked = { ...service, breaks };
  const survey = surveyOf([asked, problem], { waves });
  return renderPage(questionPanels(survey, asked), survey, rows, { wave: "2014", ...options });
};
const said = {
  en: "Until 2013 everybody’s answers counted, from 2014 on only those of people whose answer to “Problem” was “1 Yes”",
  zh: "2013 年及以前，所有人的回答均计入；2014 年起只计在“问题”中选择“1 有”的受访者",
};
/** The text of a chart's label, put together from its lines; what is told on hovering is no part of it. */
function joined(label: Element, gap: string): string {
  const lines = [...label.querySelectorAll("tspan")].map(({ textContent }) => textContent);
  return lines.length > 0 ? lines.join(gap) : (label.firstChild?.textContent ?? "");
}

describe("a question that breaks", () => {
  test.each(["en", "zh"] as const)(
    "says beside the break, under the chart and in its table what changed: %s",
    async (language) => {
      const page = await pageOf([allowed, askedOf], { language });
      for (const form of ["narrow", "wide"]) {
        const texts = page
          .all(`#trend .${form} svg text`)
          .map((label) => joined(label, "").replaceAll(/\s/g, ""));
        // Lines end where there was a space.
        expect(texts, form).toContain(said[language].replaceAll(/\s/g, ""));
      }
      const at = language === "en" ? "2014: " : "2014 年：";
      expect(page.texts("#trend .note")).toContain(`${at}${said[language]}`);
      expect(page.texts("#trend th .flag")).toEqual([said[language]]);
    },
  );

  test("has lines that stop before it and start anew behind it", async () => {
    const page = await pageOf([allowed, askedOf]);
    const runs = page.all("#trend .wide svg g[stroke-width='2.5'] path");
    expect(runs).toHaveLength(2);
    const unbroken = await pageOf([allowed]);
    expect(unbroken.all("#trend .wide svg g[stroke-width='2.5'] path")).toHaveLength(1);
  });

  test("has the interval of a wave that breaks leave alone", async () => {
    const lone = async (breaks: readonly Break[]) =>
      (await pageOf(breaks)).all("#trend .wide svg g[stroke='var(--accent-band)'] line").length;
    expect(await lone([allowed])).toBe(0);
    // 2014 stands alone behind its break; with another before 2013 that wave does, too.
    expect(await lone([askedOf])).toBe(1);
    expect(await lone([counted, askedOf])).toBe(2);
  });

  test("states no change over it, but over changes that are waved through", async () => {
    const broken = await pageOf([allowed, askedOf]);
    expect(broken.title).toBe("The score for “Service” stands at 4.98 in 2014");
    expect(broken.texts(".glance dd")).toContain("question changed");
    expect(broken.html).not.toMatch(/[▲▼] [+−\d]/);
    const before = await pageOf([allowed, askedOf], { wave: "2012" });
    expect(before.title).toBe("The score for “Service” fell 0.95 to 4.03 in 2012");
  });

  test("lists on its page what changed and whether figures are compared", async () => {
    const page = await pageOf([allowed, counted, askedOf]);
    expect(page.texts("#wording h3")).toEqual(["What changed in this question?"]);
    expect(page.texts("#wording .note").slice(-3)).toEqual([
      "2012: Wording changed. Figures before and after are compared all the same.",
      "2013: Counted as an answer until 2012 and as none from 2013 on: “3”. Nobody knew what 3 stood for. Figures before and after are not compared.",
      `2014: ${said.en}. Figures before and after are not compared.`,
    ]);
    const chinese = await pageOf([counted], { language: "zh" });
    expect(chinese.texts("#wording .note").at(-1)).toBe(
      "2013 年：2012 年及以前，“3”计为有效回答；2013 年起不再计入。没有人知道 3 代表什么。改动前后的数字不作比较。",
    );
  });

  test("has no such list where nothing changed", async () => {
    const page = await pageOf([]);
    expect(page.texts("#wording h3")).toEqual([]);
    expect(page.texts("#trend th .flag")).toEqual([]);
  });

  test("numbers several breaks; where a phone has no room for their texts, the numbers stand there alone", async () => {
    const many = ["2012", "2013", "2014"].map(
      (wave): Break => ({ ...counted, wave, reason: { en: "For reasons without end. ".repeat(9), zh: "" } }),
    );
    const page = await pageOf(many);
    const labels = page.all("#trend .narrow svg text").map((label) => joined(label, " "));
    expect(labels).toEqual(expect.arrayContaining(["1", "2", "3"]));
    expect(labels.join()).not.toMatch(/Counted as/);
    const notes = page.texts("#trend .note").filter((note) => /Counted as/.test(note));
    expect(notes.map((note) => note.slice(0, 8).replace("\u00a0", " "))).toEqual([
      "1 2012: ",
      "2 2013: ",
      "3 2014: ",
    ]);
  });
});

describe("a choice whose options changed", () => {
  const option = (id: string) => ({ id, label: { en: id, zh: id } });
  const media: MultiQuestion = {
    ...rating(1, 5),
    id: "media",
    short: { en: "Media", zh: "媒体" },
    type: "multi",
    base: "answered",
    options: [option("tv"), option("web"), option("app")],
    breaks: [
      {
        wave: "2014",
        until: "2013",
        allowed: false,
        cause: { kind: "options", added: ["app"], removed: [] },
      },
    ],
  };
  const ticks = (wave: string, place: number, n: number) =>
    Array.from({ length: n }, () => ({ wave, places: {}, answers: { media: [place] } }));
  const answers = [
    ...ticks("2013", 0, 80),
    ...ticks("2013", 1, 20),
    ...ticks("2014", 0, 30),
    ...ticks("2014", 1, 30),
    ...ticks("2014", 2, 40),
  ];
  const survey = (question: MultiQuestion) => surveyOf([question], { waves });
  const offered = (wave: string) => (wave === "2013" ? [0, 1] : undefined);
  const page = (question: MultiQuestion, language: "en" | "zh" = "en") =>
    renderPage(questionPanels(survey(question), question), survey(question), answers, {
      wave: "2014",
      language,
      offered,
    });

  test("has no change of any share, not even of the option that came in", async () => {
    const shown = await page(media);
    const changes = shown.all("#distribution .shares tbody tr").map((row) => row.children[4]?.textContent);
    expect(changes).toEqual(["question changed", "question changed", "question changed"]);
    expect(shown.html).not.toMatch(/[▲▼] [+−\d]/);
  });

  test("has no share of an option that the wave's codes can't stand for", async () => {
    const recoded = { ...media, notOffered: { "2013": ["app"] } };
    const of = async (question: MultiQuestion) => {
      const shown = await renderPage(questionPanels(survey(question), question), survey(question), answers, {
        wave: "2014",
      });
      return shown
        .all("#distribution table:not(.shares) tbody tr")
        .map((row) => row.children[1]?.textContent);
    };
    expect(await of(media)).toEqual(["80.0%", "20.0%", "0.0%", "100"]);
    expect(await of(recoded)).toEqual(["80.0%", "20.0%", "not asked", "100"]);
    // Somebody gave it all the same: then it was offered, whatever the codebook says.
    expect(await of({ ...media, notOffered: { "2013": ["web"] } })).toEqual([
      "80.0%",
      "20.0%",
      "0.0%",
      "100",
    ]);
  });

  test("has changes where the codebook waves the new option through, but for the option itself", async () => {
    const breaks = (media.breaks ?? []).map((one) => ({ ...one, allowed: true }));
    const shown = await page({ ...media, breaks });
    const changes = shown
      .all("#distribution .shares tbody tr")
      .map((row) => [row.children[0]?.textContent, row.children[4]?.textContent?.slice(0, 1)]);
    expect(Object.fromEntries(changes)).toEqual({ tv: "▼", web: "+", app: "–" });
  });

  test.each([
    ["en", "Options added: “app”"],
    ["zh", "新增选项：“app”"],
  ] as const)(
    "says so above the wave in its table, under it, and on its page: %s",
    async (language, text) => {
      const shown = await page(media, language);
      const mark = language === "en" ? "question changed" : "题目有改动";
      expect(shown.texts("#distribution th .flag")).toEqual([mark]);
      expect(shown.texts("#distribution .note").at(-1)).toContain(text);
      expect(shown.texts("#wording .note").at(-1)).toContain(text);
    },
  );
});

describe("an index", () => {
  const [first, second] = [item("a", 1, 5), item("b", 1, 5)];
  const rowsOf = (wave: string, answers: Readonly<Record<string, readonly number[]>>) =>
    Array.from({ length: 60 }, (_, at) => ({
      wave,
      places: {},
      answers: Object.fromEntries(Object.entries(answers).map(([id, codes]) => [id, codes[at % 2] ?? 3])),
    }));
  /** The first item stays at 3 throughout; the second is at 5, first asked in 2013. */
  const indexRows = [
    ...rowsOf("2011", { a: [2, 4] }),
    ...rowsOf("2012", { a: [2, 4] }),
    ...rowsOf("2013", { a: [2, 4], b: [5, 5] }),
    ...rowsOf("2014", { a: [2, 4], b: [5, 4] }),
  ];
  const renderIndex = (b: RatingQuestion, wave: string, language: "en" | "zh" = "en") => {
    const survey = surveyOf([first, b], {
      waves,
      factors: [factor("f", ["a", "b"], 1)],
      index: settings(["f"]),
    });
    return renderPage(overviewPanels(survey), survey, indexRows, { wave, language });
  };
  const asked = { ...second, notAskedIn: ["2011", "2012"], breaks: [] };

  test("breaks where one of its questions came in, and says which", async () => {
    const page = await renderIndex(asked, "2014");
    expect(page.texts("#trend th .flag")).toEqual(["“b”: Asked only from 2013 on"]);
    expect(page.texts("#trend .note")).toContain("2013: “b”: Asked only from 2013 on");
    const chinese = await renderIndex(asked, "2014", "zh");
    expect(chinese.texts("#trend .note")).toContain("2013 年：“b”：2013 年起才提问");
  });

  test("is compared on the questions that both waves asked", async () => {
    // (3 + 5) / 2 of 5 is 800 points, 600 on the first question alone in both waves.
    const page = await renderIndex(asked, "2013");
    expect(page.title).toBe("csi stands at 800 in 2013, no clear change on 2012 (without b)");
    // So it is where the codebook does not know that nobody was asked.
    const unknown = await renderIndex({ ...second, breaks: [] }, "2013");
    expect(unknown.title).toBe("csi stands at 800 in 2013, no clear change on 2012 (without b)");
    expect(unknown.texts(".glance dd").join(" ")).toContain("without b");
  });

  test("is compared whole where the codebook waves the new question through", async () => {
    const versions = [{ from: "2013", comparable: true }];
    expect((await renderIndex({ ...asked, versions }, "2013")).title).toMatch(/rose/);
  });

  test("names questions that changed alike together", async () => {
    const cause = { kind: "declared" } as const;
    const broken = (wave: string): Break => ({ wave, until: "2013", cause, allowed: false });
    const [a, b] = [first, second].map((one) => ({ ...one, breaks: [broken("2014")] }));
    if (!a || !b) throw new Error("no items");
    const survey = surveyOf([a, b], { waves, factors: [factor("f", ["a", "b"], 1)], index: settings(["f"]) });
    // b is in the figure of every wave, so that nothing else breaks.
    const asked = indexRows.filter(({ wave }) => wave >= "2013");
    const page = await renderPage(overviewPanels(survey), survey, asked, { wave: "2014" });
    expect(page.texts("#trend th .flag")).toEqual(["“a”, “b”: Question changed"]);
    expect(page.texts(".glance dd")).toContain("question changed");
  });
});
