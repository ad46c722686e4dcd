import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { asNumber, tableRows, toCsv, toHtmlTable, toTabs } from "../../src/browser/table-rows.ts";
import { tablesEnglish } from "../../src/words/tables-en.ts";

const { document } = new JSDOM("").window;
const words = tablesEnglish.rows;

function tableOf(html: string): Element {
  const frame = document.createElement("div");
  frame.innerHTML = `<table>${html}</table>`;
  const table = frame.firstElementChild;
  if (!table) throw new Error("no table");
  return table;
}

const scores = tableOf(`
  <caption>Which questions?</caption>
  <thead><tr>
    <th>Question</th>
    <th class="strip-cell" data-range="95% interval"><span>1</span><span>axis cut</span></th>
    <th class="number"><button>Score</button></th>
    <th class="number">Change<small class="aside">95% interval</small></th>
    <th class="number">Base</th>
  </tr></thead>
  <tbody>
    <tr class="group"><th colspan="5">Delivery</th></tr>
    <tr>
      <th><a href="#">Punctuality, “on the day”</a><small class="aside">Owner: Fleet</small></th>
      <td class="strip-cell"><span class="strip" aria-hidden="true"><i></i></span><span class="sr-only">95% interval <span class="range">8.10–8.30</span></span></td>
      <td class="number">8.20</td>
      <td class="number"><span class="worse">▼ −0.30 <small>clear fall</small></span><small class="aside range">−0.50 to −0.10</small></td>
      <td class="number">1,234</td>
    </tr>
    <tr>
      <th>=SUM(A1)</th>
      <td class="strip-cell"></td>
      <td class="number"><button>withheld</button><span class="why-note">Fewer than 5</span></td>
      <td class="number"><span class="quiet">–</span></td>
      <td class="number"></td>
    </tr>
  </tbody>
  <tbody>
    <tr><th>Price</th><td class="strip-cell"></td><td class="number">37.0%</td><td class="number"><span class="quiet">+1.2 <small>no clear change</small></span></td><td class="number">12 <span class="flag">small base</span></td></tr>
  </tbody>`);

describe("a table of scores as rows", () => {
  const rows = tableRows(scores, { words });

  test("heads every kind of figure with a column of its own, and leaves drawings out", () => {
    expect(rows[0]).toEqual([
      "Group",
      "Question",
      "Question · note",
      "95% interval · low",
      "95% interval · high",
      "Score",
      "Change",
      "Change · 95% interval · low",
      "Change · 95% interval · high",
      "Change · note",
      "Base",
      "Base · note",
    ]);
  });

  test("gives numbers with a hyphen as minus, without arrows and thousands separators, verdicts apart", () => {
    expect(rows[1]).toEqual([
      "Delivery",
      "Punctuality, “on the day”",
      "Owner: Fleet",
      "8.10",
      "8.30",
      "8.20",
      "-0.30",
      "-0.50",
      "-0.10",
      "clear fall",
      "1234",
      "",
    ]);
  });

  test("says that a figure is withheld in its place and gives no base, nor the reason as a figure", () => {
    expect(rows[2]).toEqual(["Delivery", "=SUM(A1)", "", "", "", "withheld", "–", "", "", "", "", ""]);
  });

  test("ends a group with its body", () => {
    expect(rows[3]).toEqual([
      "",
      "Price",
      "",
      "",
      "",
      "37.0%",
      "1.2",
      "",
      "",
      "no clear change",
      "12",
      "small base",
    ]);
  });

  test("leaves out rows that a search hides, and cells that are not wanted", () => {
    const copy = scores.cloneNode(true) as Element;
    copy.querySelectorAll("tbody tr")[1]?.setAttribute("data-missed", "");
    expect(tableRows(copy, { words }).map((row) => row[1])).toEqual(["Question", "=SUM(A1)", "Price"]);
    const wanted = tableRows(scores, { words, wants: (cell) => cell.textContent === "8.20" });
    expect(wanted).toEqual([
      ["Group", "Score"],
      ["Delivery", "8.20"],
    ]);
  });
});

test("a column of intervals becomes two, a range of years in words does not", () => {
  const table = tableOf(
    `<thead><tr><th>Wave</th><th class="number">95% interval</th></tr></thead>
     <tbody><tr><th>2019–2024</th><td class="number">−5.0 至 20.0%</td></tr></tbody>`,
  );
  expect(tableRows(table, { words })).toEqual([
    ["Wave", "95% interval · low", "95% interval · high"],
    ["2019–2024", "-5.0%", "20.0%"],
  ]);
});

test.each([
  ["+1,234.5", "1234.5"],
  ["▲ +21", "21"],
  ["▼ −0.4", "-0.4"],
  ["−12.5%", "-12.5%"],
  ["2,3", "2,3"],
  ["+10 more", "+10 more"],
  ["first wave", "first wave"],
  ["3 of 4", "3 of 4"],
])("%s is written %s", (text, expected) => {
  expect(asNumber(text)).toBe(expected);
});

const plain = [
  ["name", "value"],
  ["=1+1", "-3"],
  ["+x", "@y"],
  ["-a", "-4.5%"],
  ['say "so", please', "two\nlines"],
];

test("CSV has a byte-order mark, quotes what needs it and disarms formulas but no numbers", () => {
  expect(toCsv(plain)).toBe(
    '\uFEFFname,value\r\n\'=1+1,-3\r\n\'+x,\'@y\r\n\'-a,-4.5%\r\n"say ""so"", please","two\nlines"\r\n',
  );
});

test("text with tabs has a line a row, whatever cells hold", () => {
  expect(toTabs(plain).split("\n")).toEqual([
    "name\tvalue",
    "'=1+1\t-3",
    "'+x\t'@y",
    "'-a\t-4.5%",
    'say "so", please\ttwo lines',
  ]);
});

test("HTML escapes what it holds", () => {
  expect(toHtmlTable([["a"], ["<b>&"]])).toBe(
    "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;b&gt;&amp;</td></tr></tbody></table>",
  );
});
