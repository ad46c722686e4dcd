import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { carryView } from "../../src/browser/view/carry.ts";

const root = "/en/survey/";
const pageOf = (body: string) =>
  new JSDOM(`<!doctype html><body>${body}</body>`, { url: "https://example.org/en/survey/" }).window.document;
const hrefs = (document: Document) =>
  [...document.querySelectorAll("a")].map((link) => {
    const href =
      link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href") ?? "";
    return href.replace("https://example.org", "");
  });

test("links of drawings carry the view as those of text do, and lose it again", () => {
  const document = pageOf(`
    <a href="/en/survey/b/east/">East</a>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
      <a href="/en/survey/b/south/#trend"><text>South</text></a>
      <a xlink:href="/en/survey/q/sq1/"><text>Question</text></a>
      <a href="?region=east"><text>filters by itself</text></a>
      <a href="/en/other/"><text>another survey</text></a>
      <a href="#branches"><text>here</text></a>
    </svg>`);
  const came = hrefs(document);
  carryView(document, root, { query: "?channel=app", ofWave: "" });
  expect(hrefs(document)).toEqual([
    "/en/survey/b/east/?channel=app",
    "/en/survey/b/south/?channel=app#trend",
    "/en/survey/q/sq1/?channel=app",
    "?region=east",
    "/en/other/",
    "#branches",
  ]);
  carryView(document, root, { query: "?channel=phone", ofWave: "" });
  expect(hrefs(document)[1]).toBe("/en/survey/b/south/?channel=phone#trend");
  carryView(document, root, { query: "", ofWave: "" });
  expect(hrefs(document)).toEqual(came);
});

test("links to another wave go without the waves of the view", () => {
  const document = pageOf(`<p data-to-wave><a href="/en/survey/w/2024/">2024</a></p>`);
  carryView(document, root, { query: "?channel=app&wave=2023", ofWave: "?channel=app" });
  expect(hrefs(document)).toEqual(["/en/survey/w/2024/?channel=app"]);
});
