/**
 * A survey whose branches change in every way there is. What each wave gives under each code is written here row by
 * row, so that every figure can be worked out by hand.
 */
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";

const origin = "https://reports.example";
const codebook = `id: shops
title: { en: Shop survey, zh: 门店调查 }
base: { minimum: 1, caution: 1 }
strata: strata.csv
branches: branches.csv
waves:
  - { id: "2022", start: 2022-01-01, end: 2022-12-31, file: 2022.csv }
  - { id: "2023", start: 2023-01-01, end: 2023-12-31, file: 2023.csv }
  - { id: "2024", start: 2024-01-01, end: 2024-12-31, file: 2024.csv }
dimensions:
  - { id: area, title: { en: Area, zh: 片区 }, column: AREA }
  - { id: shop, title: { en: Shop, zh: 门店 }, column: SHOP }
hierarchy: [area, shop]
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 10 }, column: SCORE, short: { en: Overall, zh: 总体 } }
`;
const branches = `branch,level,parent,name_en,name_zh,from,until,into
north,area,,North,北区,,,
south,area,,South,南区,,,
mill,shop,north,Mill,磨坊店,,,
ferry,shop,south,Ferry,渡口店,,2023-06-30,pier
pier,shop,south,Pier,栈桥店,2023-07-01,2023-12-31,mill
bridge,shop,north,Bridge,大桥店,,2023-12-31,
bridge,shop,south,Bridge,大桥店,2024-01-01,,
tower,shop,north,Tower,塔楼店,2023-03-01,,
quay,shop,south,Quay,码头店,,2023-09-30,
harbour,shop,south,Old Harbour,老港店,,2022-12-31,
harbour,shop,south,Harbour,海港店,2023-01-01,,
kiosk 1,shop,south,Kiosk,报亭店,,2022-12-31,K-1
K-1,shop,south,Kiosk,报亭店,2023-01-01,,
later,shop,north,Later,后来店,,2025-03-31,mill
`;
const exports = {
  // Shops and areas of the time; the last wave holds the shop's code only.
  "2022.csv":
    "AREA,SHOP,SCORE\nnorth,mill,8\nnorth,mill,6\nsouth,ferry,3\nnorth,bridge,5\nsouth,quay,9\nsouth,harbour,7\nsouth,kiosk 1,4\nnorth,later,2\n",
  "2023.csv":
    "AREA,SHOP,SCORE\nnorth,mill,10\nsouth,ferry,4\nsouth,pier,4\nnorth,bridge,6\nnorth,tower,8\nsouth,quay,7\nsouth,harbour,7\nsouth,K-1,5\nnorth,later,2\n",
  "2024.csv": "SHOP,SCORE\nmill,9\nmill,7\nbridge,10\ntower,6\nharbour,8\nK-1,6\nlater,2\n",
};
const strata =
  "wave,shop,handed_out,returned\n2022,mill,10,2\n2022,ferry,10,1\n2023,mill,5,1\n2023,ferry,5,1\n2023,pier,2,1\n2024,mill,4,2\n";

let workshop: Workshop;
let files: ReadonlyMap<string, Buffer>;
let log: string;
beforeAll(async () => {
  workshop = await openWorkshop();
  const sources = { "survey.yaml": codebook, "branches.csv": branches, "strata.csv": strata, ...exports };
  await workshop.write("shops", sources);
  const { stdout, stderr } = await buildOrThrow(workshop, { SITE_URL: origin });
  log = stdout + stderr;
  files = await filesUnder(workshop.out);
});
afterAll(() => workshop?.remove());

const pageOf = (path: string, language = "en") => {
  const file = files.get(`${language}/shops/b/${path}index.html`);
  if (!file) throw new Error(`there is no page ${path}`);
  return new JSDOM(file.toString("utf-8")).window.document;
};
const textOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent?.trim());

test("nothing is noted: the exports say what the file of branches says", () => {
  expect(log).not.toMatch(/^(note|STOP)/m);
});

test("every branch of today has a page, what went into another has none of its own", () => {
  const pages = [...files.keys()].filter((name) => name.startsWith("en/shops/b/") && name.endsWith(".html"));
  const live = pages.filter((name) => !files.get(name)?.includes('http-equiv="refresh"'));
  const paths = [
    "north",
    "north/mill",
    "north/later",
    "north/tower",
    "south",
    "south/bridge",
    "south/quay",
    "south/harbour",
    "south/K-1",
  ];
  expect(live.sort()).toEqual(
    ["", ...paths.map((path) => `${path}/`)].map((path) => `en/shops/b/${path}index.html`).sort(),
  );
});

describe("the trend", () => {
  const rows = () =>
    Papa.parse<Record<string, string>>(
      files
        .get("shops/estimates.csv")
        ?.toString("utf-8")
        .replace(/^\uFEFF/, "") ?? "",
      {
        header: true,
        skipEmptyLines: true,
      },
    ).data.filter(({ measure }) => measure === "mean");
  const trendOf = (slice: string) =>
    ["2022", "2023", "2024"].map((wave) => {
      const found = rows().find((row) => row["wave"] === wave && row["slice"] === slice);
      return found?.["value"] === "" || !found ? undefined : [Number(found["value"]), Number(found["n"])];
    });

  test.each([
    // 2022: 8, 6 of its own and 3 of the ferry; 2023: 10, and 4 and 4 of ferry and pier; 2024: 9 and 7.
    [
      "area=north&shop=mill",
      [
        [17 / 3, 3],
        [6, 3],
        [8, 2],
      ],
    ],
    [
      "area=south&shop=bridge",
      [
        [5, 1],
        [6, 1],
        [10, 1],
      ],
    ],
    ["area=north&shop=tower", [undefined, [8, 1], [6, 1]]],
    ["area=south&shop=quay", [[9, 1], [7, 1], undefined]],
    [
      "area=south&shop=harbour",
      [
        [7, 1],
        [7, 1],
        [8, 1],
      ],
    ],
    [
      "area=south&shop=K-1",
      [
        [4, 1],
        [5, 1],
        [6, 1],
      ],
    ],
    // Without the bridge, with ferry and pier: 8+6+3+2, 10+4+4+8+2, 9+7+6+2.
    [
      "area=north",
      [
        [19 / 4, 4],
        [28 / 5, 5],
        [24 / 4, 4],
      ],
    ],
    [
      "area=south",
      [
        [25 / 4, 4],
        [25 / 4, 4],
        [24 / 3, 3],
      ],
    ],
    [
      "",
      [
        [44 / 8, 8],
        [53 / 9, 9],
        [48 / 7, 7],
      ],
    ],
  ] as const)("of %s follows the branch on today's network", (slice, expected) => {
    trendOf(slice).forEach((found, wave) => {
      const [value, n] = expected[wave] ?? [];
      expect(found?.[0]).toEqual(value === undefined ? undefined : expect.closeTo(value, 9));
      expect(found?.[1]).toBe(n);
    });
  });

  test("says which branch is part of it, and since when", () => {
    const note = textOf(pageOf("north/mill/"), "#trend .note").join(" ");
    expect(note).toContain("Ferry (part of it since 1 January 2024), Pier (part of it since 1 January 2024)");
    expect(textOf(pageOf("south/", "zh"), "#trend .note").join(" ")).toContain(
      "大桥店（2024 年 1 月 1 日起属于此机构）",
    );
  });
});

describe("a branch's page", () => {
  const history = (path: string, language = "en") => {
    const document = pageOf(path, language);
    const sentences = textOf(document, "#history dd");
    return textOf(document, "#history dt").map((day, at) => `${day}: ${sentences[at]}`);
  };

  test("tells what happened to it, in both languages", () => {
    expect(history("north/tower/")).toEqual(["1 March 2023: Opened"]);
    expect(history("south/quay/")).toEqual(["30 September 2023: Closed; this was its last day"]);
    expect(history("south/harbour/")).toEqual(["1 January 2023: Renamed; it was called Old Harbour before"]);
    expect(history("south/bridge/", "zh")).toEqual(["2024 年 1 月 1 日: 由北区划归南区"]);
    expect(history("south/K-1/", "zh")).toEqual([
      "2023 年 1 月 1 日: 启用新代码；原代码 kiosk 1（报亭店）下的答卷计入此处",
    ]);
    expect(history("north/mill/")).toEqual([
      "1 July 2023: Ferry was merged into Pier; its answers count here today",
      "1 January 2024: Pier was merged into it; its answers count here",
    ]);
    expect(history("north/")).toEqual([
      "1 January 2024: Bridge moved to South; its answers count there in all waves",
    ]);
  });

  test("says nothing of what comes after the last wave", () => {
    expect(history("north/later/")).toEqual([]);
  });

  test("of a closed one says so, and has no scores of a wave that it has no answers in", () => {
    const document = pageOf("south/quay/");
    expect(textOf(document, "main .banner")).toEqual([
      "This branch closed; its last day was 30 September 2023.",
    ]);
    expect(textOf(document, "h1.title")).toEqual([
      expect.stringMatching(/^Quay closed on 30 September 2023; last figure: .+ in /),
    ]);
    expect(textOf(document, "#trend td")).toContain("closed");
    expect(textOf(document, "#trend td")).not.toContain("no answers");
    expect(document.querySelector("#questions")).toBeNull();
    expect(document.querySelector("#trend svg")).not.toBeNull();
  });

  test("ranks no closed branch, and the list of all marks it", () => {
    expect(textOf(pageOf("south/"), "#branches tbody th").sort()).toEqual(["Bridge", "Harbour", "Kiosk"]);
    expect(textOf(pageOf(""), "li:has(> .flag)")).toEqual([
      expect.stringMatching(/^Quay\s*closed 30 September 2023$/),
    ]);
    expect(textOf(pageOf("", "zh"), "li > .flag")).toEqual(["2023 年 9 月 30 日停业"]);
  });
});

describe("an old address", () => {
  test.each([
    ["south/ferry/", "north/mill/", "Ferry was merged into Mill on 1 January 2024."],
    ["south/pier/", "north/mill/", "Pier was merged into Mill on 1 January 2024."],
    ["south/kiosk-1/", "south/K-1/", "Kiosk has a new code since 1 January 2023."],
    ["north/bridge/", "south/bridge/", "Bridge moved from North to South on 1 January 2024."],
  ])("%s leads on without a script", (old, now, sentence) => {
    const document = pageOf(old);
    const target = `/en/shops/b/${now}`;
    expect(document.querySelector("meta[http-equiv=refresh]")?.getAttribute("content")).toBe(
      `0; url=${target}`,
    );
    expect(document.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(`${origin}${target}`);
    expect(document.querySelector("meta[name=robots]")?.getAttribute("content")).toBe("noindex");
    expect(document.querySelectorAll("link[rel=canonical], link[rel=alternate][hreflang]")).toHaveLength(1);
    expect(textOf(document, "#reason")).toEqual([sentence]);
    expect([...document.querySelectorAll("main a")].map((link) => link.getAttribute("href"))).toEqual([
      target,
    ]);
    expect(textOf(pageOf(old, "zh"), "#reason")[0]).toMatch(/\p{Script=Han}/u);
  });

  test("there are no others but that of the old code", () => {
    const leading = [...files]
      .filter(([, content]) => content.includes('http-equiv="refresh"'))
      .map(([name]) => name);
    expect(leading.filter((name) => name.startsWith("en/")).sort()).toEqual(
      ["north/bridge", "south/ferry", "south/kiosk-1", "south/pier"].map(
        (path) => `en/shops/b/${path}/index.html`,
      ),
    );
    expect(leading).toHaveLength(8);
  });

  test("stands in the manifest with the place of today, for links with a slice", () => {
    const { network } = JSON.parse(files.get("shops/manifest.json")?.toString("utf-8") ?? "{}");
    expect(network.on).toBe("2024-12-31");
    expect(network.former).toContainEqual({
      path: ["south", "ferry"],
      slugs: ["south", "ferry"],
      now: ["north", "mill"],
    });
    expect(network.former).toHaveLength(4);
  });
});
