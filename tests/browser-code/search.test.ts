import { performance } from "node:perf_hooks";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { entriesOf, normalised } from "../../src/browser/search/entries.ts";
import { isSpelt, search } from "../../src/browser/search/match.ts";
import type { SearchIndex } from "../../src/survey/search-index.ts";
import { inventedIndex } from "./invented-branches.ts";

const index: SearchIndex = {
  survey: "Service",
  root: "/zh/service/",
  levels: ["大区", "城市", "经销商"],
  pages: [["总览", ["Overview", "zong lan"], ""]],
  factors: [["接待", ["Reception", "jie dai"], "f/reception/"]],
  questions: [
    ["准时交车", ["Ready on time", "zhun shi jiao che", "Was the car ready at the promised time?"], "q/pu1/"],
  ],
  branches: [
    ["华东", ["East", "hua dong"], "east", -1],
    ["华南", ["South", "hua nan"], "south", -1],
    ["苏州", ["Suzhou", "su zhou"], "suzhou", 0],
    ["广州", ["Guangzhou", "guang zhou"], "guangzhou", 1],
    ["宿州", ["Suzhou (Anhui)", "su zhou"], "suzhou-2", 0],
    ["苏州鼎鑫店", ["Suzhou Dingxin", "su zhou ding xin dian"], "suzhou-01", 2],
    ["广州05店", ["Guangzhou 05", "guang zhou 05 dian"], "guangzhou 05", 3, 0, ["广州旧店", "Guangzhou Old"]],
    ["新苏店", ["New Su", "xin su dian"], "x", 3, 1],
    ["Café Lüneburg", ["", ""], "cafe", 3],
  ],
};
const entries = entriesOf(index);
const found = (query: string) => search(entries, query).entries.map(({ name }) => name);

describe("entries", () => {
  test("know their address and what stands above them", () => {
    const [dealer] = search(entries, "广州05店").entries;
    expect(dealer).toMatchObject({
      href: "/zh/service/b/south/guangzhou/guangzhou%2005/",
      path: ["华南", "广州"],
      level: "经销商",
      closed: false,
    });
    expect(search(entries, "新苏店").entries[0]?.closed).toBe(true);
  });

  test("of several surveys say which", () => {
    const [first] = search(entriesOf(index, { named: true }), "苏州").entries;
    expect(first?.path).toEqual(["Service", "华东"]);
  });

  test("are compared without accents, width, case and punctuation", () => {
    expect(normalised(" Café—ＡＢＣ  (x) ")).toBe("cafe abc x");
    expect(found("cafe luneburg")).toEqual(["Café Lüneburg"]);
    expect(found("ｓｕｚｈｏｕ")[0]).toBe("苏州");
  });
});

describe("a search", () => {
  test("of nothing finds nothing", () => {
    expect(search(entries, "  ")).toEqual({ entries: [], count: 0 });
    expect(search(entries, "!?")).toEqual({ entries: [], count: 0 });
    expect(found("qqq")).toEqual([]);
  });

  test("finds by either language, the whole name before its beginning before a word's beginning before the middle", () => {
    expect(found("苏")).toEqual(["苏州", "苏州鼎鑫店", "新苏店"]);
    expect(found("suzhou")).toEqual(["苏州", "宿州", "苏州鼎鑫店"]);
    expect(found("su")).toEqual(["宿州", "苏州", "苏州鼎鑫店", "新苏店"]);
    expect(found("outh")).toEqual(["华南"]);
  });

  test("finds by pinyin, in full, by initials and in between", () => {
    for (const query of ["sz", "szh", "suz", "szhou"]) expect(found(query)).toContain("苏州");
    expect(found("gz05")).toEqual(["广州05店"]);
    expect(found("dingxin")).toEqual(["苏州鼎鑫店"]);
    expect(found("zsjc")).toEqual(["准时交车"]);
    expect(found("jd")).toEqual(["接待"]);
  });

  test("puts the name itself first, however its words are parted", () => {
    const cities: SearchIndex = {
      ...index,
      branches: [
        ["Xianning", ["咸宁", "xian ning"], "xianning", -1],
        ["Xianyang", ["咸阳", "xian yang"], "xianyang", -1],
        ["Xi’an", ["西安", "xi an"], "xian", -1],
        ["New Xian", ["", ""], "new", -1],
      ],
    };
    const names = (query: string) => search(entriesOf(cities), query).entries.map(({ name }) => name);
    for (const query of ["xian", "xi'an", "Xi’an", "XI AN", "xi an"]) expect(names(query)[0]).toBe("Xi’an");
    expect(names("xian")).toEqual(["Xi’an", "Xianning", "Xianyang", "New Xian"]);
    expect(names("xiany")).toEqual(["Xianyang"]);
  });

  test("finds by what stands above only where a name fits, too", () => {
    expect(found("guangzhou 05")).toEqual(["广州05店"]);
    expect(found("华东 鼎鑫")).toEqual(["苏州鼎鑫店"]);
    expect(found("east south")).toEqual([]);
  });

  test("finds by former names and by a question's whole wording", () => {
    expect(found("旧店")).toEqual(["广州05店"]);
    expect(found("guangzhou old")).toEqual(["广州05店"]);
    expect(found("promised")).toEqual(["准时交车"]);
  });

  test("shows wider levels first and counts what it doesn't show", () => {
    const few = search(entries, "s", { limit: 2 });
    expect(few.entries).toHaveLength(2);
    expect(few.count).toBeGreaterThan(2);
    const depths = search(entries, "suzhou").entries.map(({ depth }) => depth);
    expect(depths).toEqual(depths.toSorted((a, b) => a - b));
  });
});

test.each([
  ["sz", true],
  ["suzhou", true],
  ["szhou", true],
  ["suzh", true],
  ["zhou", true],
  ["xianggang", false],
  ["sh", false],
  ["suzhoux", false],
  ["uzhou", false],
])("su zhou is spelt by %s: %s", (letters, is) => {
  expect(isSpelt(["su", "zhou"], letters)).toBe(is);
});

describe("five thousand branches", () => {
  const large = inventedIndex(5000);

  test("are some ninety kilobytes at most, compressed", () => {
    const bytes = gzipSync(JSON.stringify(large), { level: 9 }).byteLength;
    console.log(`search index of 5,000 branches: ${bytes} bytes, compressed`);
    expect(large.branches).toHaveLength(5000);
    expect(bytes).toBeLessThan(90_000);
  });

  test("are searched at every keystroke, and the right one is found", () => {
    const all = entriesOf(large);
    const queries = [
      "s",
      "su",
      "suz",
      "suzh",
      "suzho",
      "suzhou",
      "sz",
      "苏",
      "苏州",
      "d",
      "de",
      "dealer 12",
      "nj 7",
      "qqqq",
    ];
    const times = queries.map((query) => {
      const start = performance.now();
      search(all, query);
      return performance.now() - start;
    });
    console.log(`a keystroke over 5,000 branches: ${Math.max(...times).toFixed(1)} ms at most`);
    expect(search(all, "suzhou").entries[0]?.name).toBe("苏州");
    expect(search(all, "苏州").entries[0]?.name).toBe("苏州");
    const [dealer] = large.branches.slice(-1);
    expect(search(all, dealer?.[0] ?? "").entries.map(({ name }) => name)).toEqual([dealer?.[0]]);
  });
});
