import { describe, expect, test } from "vitest";
import { choicesOverview } from "../../src/panels/choices-overview.tsx";
import { distribution } from "../../src/panels/distribution.tsx";
import { questionFacts } from "../../src/panels/question-facts.tsx";
import type { MultiQuestion, Question, RatingQuestion } from "../../src/survey/question.ts";
import { sameText } from "../../src/survey/text.ts";
import { rating, reason } from "../measures/questions.ts";
import { surveyOf } from "../measures/surveys.ts";
import { answering, renderPage } from "./report.ts";

const places = ["price", "place", "staff"];
const options = places.map((id) => ({ id, label: sameText(id) }));
const media: MultiQuestion = { ...reason, id: "media", type: "multi", base: "answered", options };
const ticks = (n: number, chosen: readonly number[]) =>
  Array.from({ length: n }, () => ({ wave: "w2", places: {}, answers: { media: chosen } }));
const asked = (id: string, answered: number, missing: number, notAsked: number) => ({
  w2: { [`q_${id}`]: { answered, missing, bad: 0, notAsked } },
});

describe("the answer most often given", () => {
  const single: Question = { ...reason, options };
  const title = async (counts: Readonly<Record<string, number>>, language: "en" | "zh") =>
    (
      await renderPage(
        [distribution(single, { titled: true })],
        surveyOf([single]),
        answering("w2", "reason", counts),
        { language },
      )
    ).title;

  test.each([
    [{ 0: 20, 1: 10 }, "reason: “price” leads with 66.7% in w2", "w2，reason：选择“price”的最多，占 66.7%"],
    [
      { 0: 10, 1: 10, 2: 5 },
      "reason: “price” and “place” share first place with 40.0% each in w2",
      "w2，reason：“price”和“place”并列第一，各占 40.0%",
    ],
    [
      { 0: 10, 1: 10, 2: 10 },
      "reason: “price”, “place” and 1 more share first place with 33.3% each in w2",
      "w2，reason：“price”、“place”等 3 项并列第一，各占 33.3%",
    ],
  ])("of %o", async (counts, english, chinese) => {
    expect([await title(counts, "en"), await title(counts, "zh")]).toEqual([english, chinese]);
  });

  test("is named with its equals on the overview", async () => {
    const rows = answering("w2", "reason", { 0: 10, 1: 10, 2: 5 });
    const page = await renderPage([choicesOverview], surveyOf([single]), rows);
    expect(page.texts("#choices tbody tr > *")).toEqual([
      "reason",
      "price and place",
      "40.0%",
      expect.any(String),
      expect.any(String),
    ]);
  });
});

describe("a multiple choice says what its shares are of", () => {
  const lead = async (question: MultiQuestion) =>
    (await renderPage([distribution(question)], surveyOf([question]), ticks(10, [0, 1]))).texts(
      "#distribution .lead",
    )[0];

  test("of those who named at least one, of all who were asked, or of those who chose none as well", async () => {
    expect(await lead(media)).toMatch(/^Share of those who named at least one;/);
    expect(await lead({ ...media, base: "asked" })).toMatch(/^Share of all who were asked;/);
    expect(await lead({ ...media, none: "staff" })).toMatch(
      /^Share of those who answered, “staff” included;/,
    );
  });

  test("and how many named none, where it is known who was asked", async () => {
    const note = async (question: MultiQuestion, items?: ReturnType<typeof asked>) => {
      const facts = questionFacts(question, { titled: false });
      const page = await renderPage([facts], surveyOf([question]), ticks(10, [0]), items ? { items } : {});
      return page.texts("#wording .note").at(-1);
    };
    const items = asked("media", 10, 7, 0);
    expect(await note(media, items)).toMatch(/Of those asked, 7 named none\.$/);
    expect(await note({ ...media, none: "staff" }, items)).not.toMatch(/named none/);
    expect(await note(media)).toBe("10 answers in w2, of 10 respondents.");
  });
});

describe("a question that was not put to everybody", () => {
  const routed: RatingQuestion = { ...rating(1, 5), asked: [{ id: "claim", values: ["1"] }] };
  const rows = [...answering("w2", "item", { 4: 12 }), ...answering("w2", "reason", { 0: 30 })];
  const note = async (
    language: "en" | "zh",
    items: ReturnType<typeof asked> | undefined,
    question = routed,
  ) => {
    const page = await renderPage([questionFacts(question, { titled: false })], surveyOf([question]), rows, {
      language,
      ...(items ? { items } : {}),
    });
    return page.texts("#wording .note").at(-1);
  };

  test("counts those to whom it was", async () => {
    const items = asked("item", 12, 3, 27);
    expect(await note("en", items)).toBe("w2: 15 asked, 12 answered.");
    expect(await note("zh", items)).toBe("w2：问到 15 位，12 位作答。");
    // The file says that not everybody was asked, though the codebook does not.
    expect(await note("en", items, rating(1, 5))).toBe("w2: 15 asked, 12 answered.");
  });

  test("is not set against all respondents where it is not known who was asked", async () => {
    expect(await note("en", undefined)).toBe("12 answers in w2.");
  });

  test("keeps few answers to itself", async () => {
    const few = answering("w2", "item", { 4: 3 });
    const page = await renderPage([questionFacts(routed, { titled: false })], surveyOf([routed]), few, {
      items: asked("item", 3, 3, 27),
    });
    expect(page.texts("#wording .note").at(-1)).toBe("withheld in w2.");
  });
});

test("a changed question lists its earlier wordings with their waves", async () => {
  const changed: RatingQuestion = {
    ...rating(1, 5),
    text: sameText("Was it easy?"),
    versions: [{ from: "w2", comparable: true, text: sameText("Was it very easy?") }],
  };
  const rows = [...answering("w1", "item", { 4: 9 }), ...answering("w2", "item", { 4: 9 })];
  const page = await renderPage([questionFacts(changed, { titled: false })], surveyOf([changed]), rows);
  expect(page.texts("#wording .lead")).toEqual(["Was it very easy?"]);
  expect(page.texts("#wording .note")).toContain("Wording in w1: “Was it easy?”");
});
