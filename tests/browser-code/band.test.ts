import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { bandOf } from "../../src/browser/view/band.tsx";
import type { ReportView } from "../../src/browser/view/report-view.ts";
import type { PageAddress } from "../../src/panels/page-address.ts";
import { readView } from "../../src/views/permalink.ts";
import { english } from "../../src/words/en.ts";
import { surveyOf } from "../measures/surveys.ts";

const survey = surveyOf([]);
const report = { survey, waves: [], branches: [], dataVersion: "new", weightedWaves: [] };

/** The band over a page that a link leads to. */
function bandAt(query: string, address?: PageAddress): HTMLElement | null {
  const { window } = new JSDOM("<main><div id=report></div></main>", { url: `https://site.test/${query}` });
  Object.assign(globalThis, { document: window.document, location: window.location });
  const read = readView(survey, query);
  const views = { get: () => read.view, read: () => read };
  const element = window.document.getElementById("report");
  if (!element) throw new Error("there is no page");
  const view = { report, views, address, language: "en", shown: () => ({ kind: "everybody" }) };
  bandOf(element, english).open(view as unknown as ReportView);
  return window.document.querySelector<HTMLElement>(".view-band:not([hidden])");
}

test.each([
  ["a page that follows views", { kind: "overview", wave: "w2" }],
  ["a page that always shows everybody", undefined],
] as const)("a link with older data alone is told so on %s", (_, address) => {
  const notes = bandAt("?v=old", address)?.querySelectorAll(".view-note:not(.embed-only)") ?? [];
  expect([...notes].map(({ textContent }) => textContent)).toEqual([english.view.updated]);
  expect(bandAt("?v=new", address)).toBeNull();
  expect(bandAt("", address)).toBeNull();
});
