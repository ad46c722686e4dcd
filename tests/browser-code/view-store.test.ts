import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { carryView } from "../../src/browser/view/carry.ts";
import { openViews } from "../../src/browser/view/view-store.ts";
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
  carryView(document, "/en/s/", "?region=east");
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
  carryView(document, "/en/s/", "");
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
  carryView(document, "/en/s/", "?region=east");
  carryView(document, "/en/s/", "?region=west");
  expect(hrefs()).toEqual(["?region=west&print=one", "/en/s/?region=west"]);
  carryView(document, "/en/s/", "");
  expect(hrefs()).toEqual(["?print=one", "/en/s/"]);
});
