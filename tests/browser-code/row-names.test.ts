import { JSDOM } from "jsdom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { matches } from "../../src/browser/table-order.ts";
import type { SearchIndex } from "../../src/survey/search-index.ts";

const index: SearchIndex = {
  survey: "Service",
  root: "/zh/service/",
  levels: ["大区", "城市"],
  pages: [["总览", ["Overview", "zong lan"], ""]],
  factors: [["接待", ["Reception", "jie dai"], "f/reception/"]],
  questions: [["准时交车", ["Ready on time", "zhun shi jiao che", "Was it ready?"], "q/pu1/"]],
  branches: [
    ["华东", ["East", "hua dong"], "east", -1],
    ["苏州", ["Suzhou", "su zhou"], "suzhou", 0, 0, ["吴县"]],
    ["西安", ["Xi’an", "xi an"], "xian", -1],
  ],
};
const pageOf = (language: string) =>
  new JSDOM(
    `<html lang="${language}"><dialog data-search-dialog data-indexes="/zh/service/search.json"></dialog><table>
      <tr><th><a href="/zh/service/b/east/suzhou/">苏州</a> <small>华东</small></th></tr>
      <tr><th><a href="/zh/service/b/xian/">西安</a></th></tr>
      <tr><th><a href="/zh/service/q/pu1/">准时交车</a></th></tr>
      <tr><th><a href="#part">总览</a></th></tr>
      <tr><th>总览</th></tr>
    </table></html>`,
    { url: "https://example.org/zh/service/" },
  ).window.document;

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(index)));
});
afterEach(() => vi.unstubAllGlobals());

/** Which rows a table finds, by the texts that they begin with. */
async function foundIn(language: string, wanted: string): Promise<readonly string[]> {
  const document = pageOf(language);
  const { rowNames } = await import("../../src/browser/search/rows.ts");
  const isCalled = await rowNames(document);
  return [...document.querySelectorAll("tr")]
    .filter((row) => matches(row.textContent ?? "", wanted, (word) => isCalled(row, word)))
    .map((row) => row.textContent.trim().split(" ")[0] ?? "");
}

test.each([
  ["suzhou", ["苏州"]],
  ["sz", ["苏州"]],
  ["szhou", ["苏州"]],
  ["SuZ", ["苏州"]],
  ["xi'an", ["西安"]],
  ["huadong", ["苏州"]],
  ["sz huadong", ["苏州"]],
  ["苏州 east", ["苏州"]],
  ["吴县", ["苏州"]],
  ["zsjc", ["准时交车"]],
  ["总览", ["总览", "总览"]],
  ["zonglan", []],
  ["nanjing", []],
])("%s finds %j in a Chinese table", async (wanted, names) => {
  expect(await foundIn("zh-Hans", wanted)).toEqual(names);
});

test.each([
  // A question's wording does not stand in the table.
  ["zh-Hans", "ready", []],
  ["en", "ready", []],
  // Pinyin would be found in English words by accident.
  ["en", "zsjc", []],
  ["en", "sz", ["苏州"]],
])("on a page in %s, %s finds %j", async (language, wanted, names) => {
  expect(await foundIn(language, wanted)).toEqual(names);
});

test("the list is fetched once; where it can't be had that is said, and the next call tries again", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    asked.push(address);
    return asked.length === 1 ? new Response("", { status: 503 }) : new Response(JSON.stringify(index));
  });
  const { rowNames } = await import("../../src/browser/search/rows.ts");
  const document = pageOf("zh");
  await expect(rowNames(document)).rejects.toThrow(/search\.json: 503/);
  await rowNames(document);
  await rowNames(document);
  expect(asked).toEqual(Array(2).fill("/zh/service/search.json"));
});
