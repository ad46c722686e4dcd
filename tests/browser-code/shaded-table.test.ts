import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { drawShadedTable } from "../../src/browser/shaded-table.ts";
import { wordsIn } from "../charts/drawn.ts";

const { document } = new JSDOM(`<table class="heat">
  <thead><tr><th>Region</th><th>Index</th><th>
    Vehicle pick-up</th></tr></thead>
  <tbody>
    <tr class="whole"><th>All respondents</th><td>817</td><td>810</td></tr>
    <tr hidden><th><a href="/south/">South</a> <small>n 29 <span class="flag">small base</span></small></th>
      <td data-shade="4" title="95% interval 801–840, n 29">824</td><td data-shade="-1">808</td></tr>
    <tr><th><a href="/west/">West</a> <small></small></th>
      <td><span class="quiet why" title="Fewer than 5">withheld</span></td>
      <td><span class="quiet why" title="Fewer than 5">withheld</span></td></tr>
  </tbody>
</table>`).window;
const [table] = document.querySelectorAll("table");
if (!table) throw new Error("there is no table");
const chart = drawShadedTable(table, "South is best.");

test("every row of a shaded table is drawn, whatever the screen hides", () => {
  expect(wordsIn(chart)).toEqual([
    ...["Region", "Index", "Vehiclepick-up"],
    ...["Allrespondents", "817", "810"],
    ...["South", "n29smallbase", "824", "808"],
    ...["West", "withheld", "withheld"],
  ]);
});

test("its shades are the table's, and words in place of figures have none", () => {
  const grounds = [...chart.querySelectorAll("rect")].map((rect) => [
    rect.getAttribute("fill"),
    rect.getAttribute("fill-opacity"),
  ]);
  expect(grounds).toEqual([
    ["var(--grade-8)", "var(--heat-4)"],
    ["var(--grade-0)", "var(--heat-1)"],
    ["var(--soft)", null],
    ["var(--soft)", null],
  ]);
  const quiet = [...chart.querySelectorAll("text")].filter(({ textContent }) => textContent === "withheld");
  expect(quiet.map((one) => one.getAttribute("fill"))).toEqual(["var(--muted)", "var(--muted)"]);
});

test("the page's table is left as it was, and the drawing has no links", () => {
  expect(table.querySelectorAll("a")).toHaveLength(2);
  expect(chart.querySelectorAll("a")).toHaveLength(0);
  expect(chart.getAttribute("aria-label")).toBe("South is best.");
});
