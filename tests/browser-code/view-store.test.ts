import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { carryView } from "../../src/browser/view/carry.ts";
import { openViews } from "../../src/browser/view/view-store.ts";
import { withView } from "../../src/browser/view-query.ts";
import { defaultView, type View } from "../../src/views/view.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const survey = surveyOf([], { dimensions: [dimension("region", ["east", "west"])] });
const east: View = { ...defaultView, slice: { region: ["east"] } };

function open(query: string) {
  const { window } = new JSDOM("", { url: `https://reports.example/en/s/${query}` });
  const views = openViews(survey, window as unknown as Window);
  const told: View[] = [];
  const end = views.subscribe((view) => told.push(view));
  return { window, views, told, end };
}

describe("the view of a page", () => {
  test("is what its address says, with what the survey does not have", () => {
    const { views } = open("?region=east,north&v=1");
    expect(views.get()).toEqual(east);
    expect(views.read()).toMatchObject({
      dataVersion: "1",
      ignored: [{ kind: "value", name: "region", values: ["north"] }],
    });
  });

  test("becomes the address when it is set, as a step of its own, and keeps what is no view", () => {
    const { window, views, told } = open("?print=one#trend");
    const before = window.history.length;
    views.set(east);
    expect(window.location.href).toBe("https://reports.example/en/s/?region=east&print=one#trend");
    expect(window.history.length).toBe(before + 1);
    expect(told).toEqual([east]);
    views.set(defaultView, { replace: true });
    expect(window.location.search).toBe("?print=one");
    expect(window.history.length).toBe(before + 1);
    expect(told).toEqual([east, defaultView]);
  });

  test("follows Back, and is told of only when it is another", async () => {
    const { window, views, told, end } = open("");
    views.set(east);
    views.set(east);
    expect(told).toEqual([east]);
    const back = () =>
      new Promise((resolve) => {
        window.addEventListener("popstate", resolve, { once: true });
        window.history.back();
      });
    await back();
    expect(told).toEqual([east]);
    await back();
    expect(told).toEqual([east, defaultView]);
    end();
    views.set(east);
    expect(told).toHaveLength(2);
  });

  test("has a query for other pages, none for the default", () => {
    const { views } = open("?print=one");
    expect([views.queryOf(east), views.queryOf(defaultView)]).toEqual(["?region=east", ""]);
  });
});

test("links to other pages of the survey carry the view, all others stay as they are", () => {
  const { window } = new JSDOM(
    `<a href="/en/s/q/a/">a</a><a href="/en/s/w/w1/#trend">b</a><a href="#trend">c</a><a href="/en/other/">d</a>
     <a href="/s/estimates.csv">e</a><a href="/en/s/?region=west">f</a><a href="https://elsewhere.example/en/s/">g</a>`,
    { url: "https://reports.example/en/s/?region=east" },
  );
  const { document } = window;
  const hrefs = () => [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  const came = hrefs();
  carryView(document, "/en/s/", { query: "?region=east", ofWave: "?region=east" });
  expect(hrefs().map((href) => new URL(href ?? "", window.location.href).search)).toEqual([
    "?region=east",
    "?region=east",
    "?region=east",
    "",
    "",
    "?region=west",
    "",
  ]);
  expect(hrefs()[2]).toBe("#trend");
  carryView(document, "/en/s/", { query: "", ofWave: "" });
  expect(hrefs().map((href) => new URL(href ?? "", "https://reports.example/").pathname)).toEqual(
    came.map((href) => new URL(href ?? "", "https://reports.example/").pathname),
  );
  expect(document.querySelector("a")?.search).toBe("");
});

test("links that print the page print the view, and the way back leads to it", () => {
  const { window } = new JSDOM(`<a href="?print=one">a</a><a href="?" data-print-back>b</a>`, {
    url: "https://reports.example/en/s/?region=east",
  });
  const { document } = window;
  const hrefs = () => [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
  carryView(document, "/en/s/", { query: "?region=east", ofWave: "?region=east" });
  carryView(document, "/en/s/", { query: "?region=west", ofWave: "?region=west" });
  expect(hrefs()).toEqual(["?region=west&print=one", "/en/s/?region=west"]);
  carryView(document, "/en/s/", { query: "", ofWave: "" });
  expect(hrefs()).toEqual(["?print=one", "/en/s/"]);
});

test("links that lead to a wave take the view there without the waves that it names", () => {
  const { window } = new JSDOM(
    `<ul data-to-wave><li><a href="/en/s/w/a/">a</a></li></ul><a href="/en/s/q/one/">one</a>`,
    { url: "https://reports.example/en/s/q/two/?region=east&wave=b" },
  );
  const { document } = window;
  carryView(document, "/en/s/", { query: "?region=east&wave=b", ofWave: "?region=east" });
  const searches = () => [...document.querySelectorAll("a")].map(({ search }) => search);
  expect(searches()).toEqual(["?region=east", "?region=east&wave=b"]);
  carryView(document, "/en/s/", { query: "?wave=b", ofWave: "" });
  expect(searches()).toEqual(["", "?wave=b"]);
  carryView(document, "/en/s/", { query: "?wave=b&vs=rest", ofWave: "?vs=rest" });
  expect(searches()).toEqual(["?vs=rest", "?wave=b&vs=rest"]);
});

test("results of the search lead to the same view of other pages of the survey", () => {
  const open = (query: string) =>
    new JSDOM(`<html lang="en"><div data-report="/base/s/report.json"></div></html>`, {
      url: `https://reports.example/base/en/s/${query}`,
    }).window.document;
  const page = open("?region=east&print=one&utm_source=mail");
  expect(withView("/base/en/s/q/one/#trend", page)).toBe("/base/en/s/q/one/?region=east#trend");
  expect(withView("/base/en/other/", page)).toBe("/base/en/other/");
  expect(withView("/base/en/s/q/one/", open("?v=1&embed=trend"))).toBe("/base/en/s/q/one/");
  expect(withView("/base/en/s/q/one/", open("?as=1&region=%E5%8D%8E%E4%B8%9C"))).toBe(
    "/base/en/s/q/one/?as=1&region=%E5%8D%8E%E4%B8%9C",
  );
});
