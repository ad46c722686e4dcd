import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { prepare } from "../../src/build/prepare.ts";
import type { PreparedSurvey } from "../../src/build/prepared.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { newSurvey } from "../../src/cli/new/new-survey.ts";
import { onlySurvey } from "../build/prepare-files.ts";

/** Real exports that are no part of the project. */
const shared = resolve(projectRoot, "../shared/data");

interface Question {
  readonly id: string;
  readonly type: string;
  readonly column?: unknown;
  readonly columns?: Readonly<Record<string, unknown>>;
  readonly scale?: unknown;
  readonly labels?: Readonly<Record<string, string>>;
  readonly missing?: readonly string[];
  readonly separator?: string;
  readonly other?: string;
}
interface Draft {
  readonly respondent?: string;
  readonly weight?: string;
  readonly missing?: readonly string[];
  readonly waves: readonly { readonly id: string; readonly format?: string; readonly encoding?: string }[];
  readonly hierarchy?: readonly string[];
  readonly dimensions?: readonly {
    readonly id: string;
    readonly column: unknown;
    readonly labels?: object;
  }[];
  readonly questions: readonly Question[];
  readonly factors?: readonly { readonly title: string; readonly of: readonly string[] }[];
  readonly scales?: Readonly<
    Record<string, { readonly labels?: readonly string[]; readonly min?: number; readonly max?: number }>
  >;
  readonly outcome?: string;
}

/** What is right in the draft of each data set; what is wrong in them is told in the README. */
interface Case {
  readonly files: readonly string[];
  readonly rows: readonly number[];
  readonly guesses: (draft: Draft, text: string) => void;
}

const types = (draft: Draft, type: string) => draft.questions.filter((question) => question.type === type);
const ofColumn = (draft: Draft, column: string) =>
  draft.questions.find((question) => question.column === column);

const wjxText: Case["guesses"] = (draft) => {
  expect(draft.waves[0]?.format).toBe("wjx");
  expect(draft.respondent).toBe("序号");
  expect(draft.dimensions?.map(({ id }) => id)).toEqual(["性别", "年龄", "月收入"]);
  expect(types(draft, "multi").map(({ id, separator }) => [id, separator])).toEqual([
    ["兴趣爱好", "┋"],
    ["关注资讯", "┋"],
  ]);
  const price = ofColumn(draft, "2、手机价格");
  expect(Object.keys(price?.labels ?? {}).slice(0, 3)).toEqual(["0-799元", "800-999元", "1000-1499元"]);
};
const wjxCodes: Case["guesses"] = (draft) => {
  expect(types(draft, "multi").map(({ columns }) => Object.keys(columns ?? {}).length)).toEqual([14, 10]);
  expect(draft.dimensions?.map(({ id }) => id)).toEqual(["性别", "年龄", "月收入"]);
};

const cases: Readonly<Record<string, Case>> = {
  "six waves of the airport": {
    files: ["2010", "2011", "2012", "2013", "2014", "2015"].map((year) => `sfo-airport/${year}.csv`),
    rows: [3234, 3872, 3521, 3535, 2818, 2958],
    guesses: (draft, text) => {
      expect(draft.waves.map(({ id }) => id)).toEqual(["2010", "2011", "2012", "2013", "2014", "2015"]);
      expect([draft.respondent, draft.weight, draft.missing]).toEqual(["RESPNUM", "WEIGHT", ["0", "6"]]);
      const art = draft.questions.find(({ id }) => id === "q7art");
      expect(art?.column).toEqual({ "2012": "Q8A_ART", "2013": "Q7A_ART", "2014": "Q7ART", "2015": "Q7ART" });
      expect(draft.outcome).toBe("q7all");
      expect(text).not.toMatch(/column: .*ZIP/);
    },
  },
  "one wave of the airport": {
    files: ["sfo-airport/2015.csv"],
    rows: [2958],
    guesses: (draft, text) => {
      const rated = types(draft, "rating").map(({ column }) => String(column));
      expect(rated.filter((column) => column.startsWith("Q7"))).toHaveLength(15);
      expect(rated.filter((column) => column.startsWith("Q9"))).toHaveLength(6);
      expect(rated).toEqual(
        expect.arrayContaining(["Q10SAFE", "Q13GETRATE", "Q14FIND", "Q14PASSTHRU", "Q12PRECHEKCRATE"]),
      );
      expect(draft.scales).toEqual({ scale5: { min: 1, max: 5 } });
      expect(draft.hierarchy).toEqual(["barea", "gate"]);
      expect(draft.factors?.map(({ title }) => title)).toEqual(["Q7", "Q9", "Q14"]);
      expect(ofColumn(draft, "Q4BAGS")?.type).toBe("single");
      expect(text).toMatch(/Q17ZIP: personal/);
    },
  },
  "the mobile operator": {
    files: ["telecom-voice/voice_gb18030.csv"],
    rows: [5433],
    guesses: (draft) => {
      expect(draft.respondent).toBe("用户id");
      expect(types(draft, "rating").map(({ column }) => column)).toEqual([
        "语音通话整体满意度",
        "网络覆盖与信号强度",
        "语音通话清晰度",
        "语音通话稳定性",
      ]);
      expect(types(draft, "multi").map(({ columns }) => Object.keys(columns ?? {}).length)).toEqual([
        8, 7, 2,
      ]);
      expect(types(draft, "text").map(({ column }) => column)).toEqual([
        "用户描述",
        "用户描述#2",
        "终端品牌类型",
      ]);
      expect(draft.outcome).toBe("语音通话整体满意度");
    },
  },
  "wjx as text": { files: ["wjx/wjx_reportgen__800_0.csv"], rows: [800], guesses: wjxText },
  "wjx as codes": { files: ["wjx/wjx_reportgen__800_2.csv"], rows: [800], guesses: wjxCodes },
  "wjx as text, a workbook": { files: ["wjx/[问卷星数据]800_800_0.xls"], rows: [800], guesses: wjxText },
  "wjx as codes, a workbook": { files: ["wjx/[问卷星数据]800_800_2.xls"], rows: [800], guesses: wjxCodes },
  qualtrics: {
    files: ["qualtrics/sample.csv"],
    rows: [1],
    guesses: (draft) =>
      expect(draft.questions.map(({ type, column }) => [type, column])).toEqual([
        ["single", "QID1"],
        ["text", "QID2_TEXT"],
      ]),
  },
  "qualtrics, old": {
    files: ["qualtrics/sample_legacy.csv"],
    rows: [1],
    guesses: (draft) =>
      expect(draft.questions.map(({ type, column }) => [type, column])).toEqual([
        ["single", "Q1"],
        ["text", "Q2"],
      ]),
  },
  surveymonkey: {
    files: ["surveymonkey/star-wars.csv"],
    rows: [1186],
    guesses: (draft) => {
      expect(draft.waves[0]).toMatchObject({ format: "surveymonkey", encoding: "windows-1252" });
      expect(types(draft, "rating")).toHaveLength(14);
      expect(types(draft, "number")).toHaveLength(6);
      expect(Object.values(draft.scales ?? {})[0]?.labels?.at(0)).toBe("Very unfavorably");
      expect(draft.dimensions?.map(({ id }) => id)).toEqual([
        "gender",
        "age",
        "household-income",
        "education",
        "location-census-region",
      ]);
    },
  },
  limesurvey: {
    files: ["limesurvey/results-survey.csv"],
    rows: [647],
    guesses: (draft, text) => {
      expect(types(draft, "multi").map(({ columns }) => Object.keys(columns ?? {}).length)).toEqual([
        10, 5, 21, 22, 17, 16, 15,
      ]);
      expect(types(draft, "rating").length).toBeGreaterThan(25);
      expect(draft.factors?.length).toBe(4);
      expect(text).not.toMatch(/EMAIL REMOVED/);
    },
  },
  "google forms": {
    files: ["google-forms/r-community-2018-en.tsv"],
    rows: [3062],
    guesses: (draft) => {
      const recommend = types(draft, "nps")[0];
      expect(recommend?.scale).toEqual({ min: 1, max: 10 });
      const tools = draft.questions.find(({ column }) =>
        String(column).startsWith("Which tools do you use with your R"),
      );
      expect(Object.values(tools?.labels ?? {})).toContain(
        "R Command Line (i.e., the native R terminal interface)",
      );
      expect(tools).toMatchObject({ type: "multi", separator: ", ", other: "other" });
      const degree = draft.questions.find(({ column }) =>
        String(column).startsWith("What is the highest degree"),
      );
      expect(degree?.type).toBe("single");
    },
  },
  "the bank": {
    files: ["ecsi-bank/satisfaction.csv"],
    rows: [250],
    guesses: (draft) => {
      expect(types(draft, "rating")).toHaveLength(27);
      expect(draft.factors?.map(({ title, of }) => `${title} ${of.length}`)).toEqual([
        "imag 5",
        "expe 5",
        "qual 5",
        "val 4",
        "sat 4",
        "loy 4",
      ]);
      expect(draft.dimensions?.map(({ id }) => id)).toEqual(["gender"]);
    },
  },
};

const isThere = existsSync(shared);
if (!isThere) console.log("skipped: drafts of real exports, which are not at ../shared/data");

describe.skipIf(!isThere)("drafts of real exports", () => {
  const made = mkdtempSync(join(tmpdir(), "manyi-real-drafts-"));
  const before = process.env["MANYI_CACHE"];
  process.env["MANYI_CACHE"] = join(made, "cache");
  afterAll(() => {
    if (before === undefined) delete process.env["MANYI_CACHE"];
    else process.env["MANYI_CACHE"] = before;
    rmSync(made, { recursive: true });
  });

  describe.each(Object.entries(cases))("%s", (name, { files, rows, guesses }) => {
    const out = join(made, name);
    let lines: readonly string[] = [];
    let builds = false;
    beforeAll(async () => {
      ({ builds, lines } = await newSurvey({ files: files.map((file) => join(shared, file)), out }));
    });

    test("the site builds from it, and every row is kept", async () => {
      expect(builds, lines.join("\n")).toBe(true);
      const survey: PreparedSurvey = onlySurvey(
        await prepare({ data: out, root: projectRoot, cache: join(made, "cache") }),
      );
      expect(survey.waves.map(({ quality }) => [quality.rowsRead, quality.kept])).toEqual(
        rows.map((count) => [count, count]),
      );
    });

    test("what can be told from the export is guessed right", () => {
      const text = readFileSync(join(out, "survey.yaml"), "utf-8");
      guesses(parse(text) as Draft, text);
    });
  });

  test("a table of percentages is no export of answers: the message shows how to name it, and nothing is written", async () => {
    const out = join(made, "hospitals");
    const { builds, lines } = await newSurvey({ files: [join(shared, "hcahps/state_results.csv")], out });
    expect(builds).toBe(false);
    expect(lines.join("\n")).toMatch(/tabulated:[\s\S]*question: Measure ID[\s\S]*percent: true/);
    expect(readdirSync(made)).not.toContain("hospitals");
  });
});
