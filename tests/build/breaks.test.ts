import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../../src/build/prepare.ts";
import type { PreparedSurvey } from "../../src/build/prepared.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { breakText } from "../../src/panels/break-text.ts";
import type { BreakCause } from "../../src/survey/breaks.ts";
import type { Problem } from "../../src/survey/problem.ts";
import { questionOf } from "../../src/survey/survey.ts";
import type { Language } from "../../src/survey/text.ts";
import { wordsIn } from "../../src/words/words.ts";
import { lineOf } from "../codebook/codebook-text.ts";
import { onlySurvey, type PreparedFiles, prepareFiles } from "./prepare-files.ts";

const codebook = `id: shop
title: Shop
base: { minimum: 1, caution: 1 }
waves:
  - { id: "2022", file: 2022.csv }
  - { id: "2023", file: 2023.csv }
  - { id: "2024", file: 2024.csv }
changes: changes.csv
dimensions:
  - { id: region, title: { en: Region, zh: 地区 }, column: { "2023": R, "2024": R }, labels: { e: { en: East, zh: 东 }, w: { en: West, zh: 西 } } }
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 5 }, column: Q }
  - id: media
    type: multi
    columns: { tv: TV, web: WEB, app: APP }
    labels: { tv: TV, web: Web, app: { en: The app, zh: 手机应用 } }
    short: Media
  - id: waved
    type: multi
    columns: { tv: TV, web: WEB, app: APP }
    versions: [{ from: "2024", comparable: yes, reason: Few use it }]
  - { id: ways, type: multi, columns: { "2022": [W1, W2], default: [W1] }, labels: { "1": Car, "2": Bus } }
  - { id: unsure, type: single, column: U, labels: { "1": "Yes", "2": "No", "3": { en: "Don't know", zh: 说不清 } }, missing: { "2022": [], default: ["3"] } }
  - { id: sure, type: single, column: U, labels: { "1": "Yes", "2": "No", "3": "Don't know" }, recode: { "2022": { "3.0": "" } } }
  - { id: joined, type: single, column: U, labels: { "1": A, "2": B, "3": C }, recode: { "2024": { "3": "2" } } }
  - { id: renumbered, type: single, column: U, labels: { a: A, b: B, c: C }, recode: { "2022": { "1": a, "2": b, "3": c }, default: { "3": a, "2": b, "1": c } } }
  - { id: seldom, type: single, column: U, labels: { "1": A, "2": B, "3": C, "4": Nobody } }
  - { id: open, type: single, column: O }
  - { id: problem, type: single, column: { "2023": P, "2024": P }, labels: { "1": { en: "Yes", zh: 有 }, "2": { en: "No", zh: 没有 } }, short: { en: Problem, zh: 问题 } }
  - { id: kind, type: single, column: U, labels: { "1": A, "2": B, "3": C }, asked: { problem: ["1"] } }
  - { id: eastern, type: single, column: U, labels: { "1": A, "2": B, "3": C }, asked: { region: [e], media: [app] } }
  - { id: wait, type: number, column: N, min: 0, max: 90, missing: { "2022": ["90", "99"], default: ["99"] } }
  - { id: scaled, type: rating, scale: { min: 1, max: 5 }, column: Q, versions: [{ from: "2023", scale: { min: 1, max: 10 } }] }
  - { id: worded, type: rating, scale: { min: 1, max: 5 }, column: Q }
  - { id: fewer, type: rating, scale: { min: 1, max: 5 }, column: Q, recode: { "2024": { "5": "" } } }
  - { id: feature, type: kano, functional: F, dysfunctional: G, codes: [1, 2, 3, 4, 5], recode: { "2023": { "5": "" } } }
`;
const changes = `question,from,comparable,reason,reason_zh,text
worded,2024,no,A clearer question,问得更清楚,How was it in all?
fewer,2024,yes,,,
`;
const files = {
  "survey.yaml": codebook,
  "changes.csv": changes,
  "2022.csv": "Q,TV,WEB,W1,W2,U,O,N,F,G\n5,1,0,1,2,1,x,10,1,5\n4,0,1,2,,2,y,90,1,4\n3,1,0,1,,3,y,20,2,5\n",
  "2023.csv":
    "Q,TV,WEB,W1,U,O,P,R,N,F,G\n5,1,0,1,1,x,1,e,10,1,4\n4,0,1,2,2,z,1,w,90,2,4\n3,1,1,2,3,z,2,e,5,1,4\n",
  "2024.csv":
    "Q,TV,WEB,APP,W1,U,O,P,R,N,F,G\n4,1,0,1,1,1,x,1,e,10,1,4\n4,0,1,0,2,2,x,1,w,90,2,4\n3,1,1,1,2,1,w,2,e,5,1,4\n",
};

let prepared: PreparedFiles;
let survey: PreparedSurvey["survey"];
beforeAll(async () => {
  prepared = await prepareFiles(files);
  ({ survey } = onlySurvey(prepared));
});
afterAll(() => prepared.remove());

const breaksOf = (id: string) => questionOf(survey, id).breaks ?? [];
const said = (id: string, language: Language = "en") =>
  breakText(
    { survey, language, words: wordsIn(language) },
    breaksOf(id).map((one) => ({ question: id, break: one })),
  );

describe("breaks of a question, from the codebook and the files (M33)", () => {
  test.each<[string, string, BreakCause]>([
    ["media", "2024", { kind: "options", added: ["app"], removed: [] }],
    ["ways", "2023", { kind: "mentions", after: "one" }],
    ["unsure", "2023", { kind: "missing", added: ["3"], removed: [] }],
    ["sure", "2023", { kind: "missing", added: [], removed: ["3"] }],
    ["joined", "2024", { kind: "options", added: [], removed: ["3"] }],
    ["kind", "2023", { kind: "askedOf", before: [], after: [{ id: "problem", values: ["1"] }] }],
    ["wait", "2023", { kind: "missing", added: [], removed: ["90"] }],
  ])("%s breaks in %s", (id, wave, cause) => {
    const until = String(Number(wave) - 1);
    expect(breaksOf(id)).toEqual([{ wave, until, cause, allowed: false }]);
  });

  test("by scale and wording, as declared, with the reason in both languages", () => {
    expect(breaksOf("scaled")).toMatchObject([{ wave: "2023", allowed: false, cause: { kind: "scale" } }]);
    expect(breaksOf("worded")).toMatchObject([
      {
        wave: "2024",
        allowed: false,
        reason: { en: "A clearer question", zh: "问得更清楚" },
        cause: { kind: "wording", after: { en: "How was it in all?" } },
      },
    ]);
  });

  test("by each condition that a wave can tell and the one before can't", () => {
    const region = { id: "region", values: ["e"] };
    const media = { id: "media", values: ["app"] };
    expect(breaksOf("eastern").map(({ wave, cause }) => [wave, cause])).toEqual([
      ["2023", { kind: "askedOf", before: [], after: [region] }],
      ["2024", { kind: "askedOf", before: [region], after: [region, media] }],
    ]);
  });

  test("are waved through by name, in the codebook or in the file of changes", () => {
    expect(breaksOf("waved")).toMatchObject([
      { wave: "2024", allowed: true, reason: { en: "Few use it" }, cause: { kind: "options" } },
    ]);
    expect(breaksOf("fewer")).toMatchObject([{ wave: "2024", allowed: true, cause: { kind: "missing" } }]);
  });

  test("of both legs of a Kano question", () => {
    for (const leg of ["feature_functional", "feature_dysfunctional"])
      expect(breaksOf(leg).map(({ wave, cause }) => [wave, cause])).toEqual([
        ["2023", { kind: "missing", added: ["5"], removed: [] }],
        ["2024", { kind: "missing", added: [], removed: ["5"] }],
      ]);
  });

  test.each(["overall", "renumbered", "seldom", "open", "problem"])(
    "are none where the question stayed as it was: %s",
    (id) => {
      expect(breaksOf(id)).toEqual([]);
    },
  );

  test("a question knows which waves did not ask it", () => {
    expect(questionOf(survey, "problem").notAskedIn).toEqual(["2022"]);
    expect(questionOf(survey, "overall").notAskedIn).toEqual([]);
  });

  test("and which of its options a wave did not have", () => {
    expect(questionOf(survey, "media").notOffered).toEqual({ "2022": ["app"], "2023": ["app"] });
    expect(questionOf(survey, "joined").notOffered).toEqual({ "2024": ["3"] });
    expect(questionOf(survey, "seldom").notOffered).toBeUndefined();
    expect(questionOf(survey, "open").notOffered).toBeUndefined();
  });
});

test.each([
  ["media", "Options added: “The app”", "新增选项：“手机应用”"],
  ["joined", "Options dropped: “C”", "取消选项：“C”"],
  [
    "unsure",
    "Counted as an answer until 2022 and as none from 2023 on: “Don't know”",
    "2022 及以前，“说不清”计为有效回答；2023 起不再计入",
  ],
  [
    "wait",
    "Counted as no answer until 2022 and as one from 2023 on: “90”",
    "2022 及以前，“90”不计为有效回答；2023 起计入",
  ],
  [
    "ways",
    "Several answers of a respondent were recorded until 2022, only one from 2023 on",
    "2022 及以前，每人可记录多个答案；2023 起只记录一个",
  ],
  [
    "kind",
    "Until 2022 everybody’s answers counted, from 2023 on only those of people whose answer to “Problem” was “Yes”",
    "2022 及以前，所有人的回答均计入；2023 起只计在“问题”中选择“有”的受访者",
  ],
  ["scaled", "Scale changed from 1–5 to 1–10", "量表由 1–5 改为 1–10"],
  ["worded", "Wording changed. A clearer question", "题目文字有改动。问得更清楚"],
])("%s: what changed is said in both languages", (id, english, chinese) => {
  expect([said(id), said(id, "zh")]).toEqual([english, chinese]);
});

describe("the check", () => {
  const notes = () => prepared.problems.filter(({ message }) => message.startsWith("No change is computed"));
  const noteOf = (id: string): Problem | undefined => notes().find(({ value }) => value === id);

  test("names every break that was found and of which no version speaks, and no other", () => {
    expect(notes().map(({ value }) => value)).toEqual([
      "media",
      "ways",
      "unsure",
      "sure",
      "joined",
      "kind",
      "eastern",
      "eastern",
      "wait",
      "feature_functional",
      "feature_functional",
      "feature_dysfunctional",
      "feature_dysfunctional",
    ]);
  });

  test("says where the question stands, what differs, and how to wave it through", () => {
    const note = noteOf("media");
    expect(note).toMatchObject({
      severity: "note",
      file: "survey.yaml",
      line: lineOf(codebook, "- id: media"),
      column: "questions[1]",
    });
    expect(note?.message).toMatch(/from 2023 to 2024.*Options added: “The app”$/);
    expect(note?.mend).toContain('versions: [{ from: "2024", comparable: yes }]');
    expect(note?.mend).toContain("media,2024,yes");
  });

  test("of a leg of a Kano question by the id as written", () => {
    const note = noteOf("feature_functional");
    expect(note).toMatchObject({ line: lineOf(codebook, "id: feature"), column: "questions[17]" });
    expect(note?.mend).toContain("feature,2023,yes");
  });
});

test.each([
  ["dealer-service", [["fa2", "2024-Q1", "wording"]]],
  ["logistics", [["tr3", "2024-H1", "wording"]]],
  ["new-car", []],
  ["service-hall", []],
])("the demo %s has no break but that of its story, and no note on one", async (name, breaks) => {
  const cache = await mkdtemp(join(tmpdir(), "manyi-breaks-"));
  const demo = await prepare({ data: join(projectRoot, "data", name), root: projectRoot, cache });
  await rm(cache, { recursive: true });
  const found = onlySurvey(demo).survey.questions.flatMap((question) =>
    (question.breaks ?? []).map(({ wave, cause }) => [question.id, wave, cause.kind]),
  );
  expect(found).toEqual(breaks);
  expect(demo.problems.filter(({ message }) => message.startsWith("No change is computed"))).toEqual([]);
});
