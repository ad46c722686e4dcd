import { expect, test } from "vitest";
import { pageDrawing } from "../../src/charts/page-drawing.ts";
import { document } from "./drawn.ts";

function drawing(inner: string): Element {
  const frame = document.createElement("div");
  frame.innerHTML = `<svg viewBox="0 0 720 100">${inner}</svg>`;
  const [svg] = frame.children;
  if (!svg) throw new Error("no drawing");
  return svg;
}

test("a drawing for a page has no style sheet, tenths of pixels and no empty closing tags", () => {
  const svg = drawing(
    '<style>:where(.a) {}</style><g transform="translate(0.55,-12.345)"><path d="M116.125,19.2L-0.04,1e2Z"></path><circle cx="115.19999999999999" cy="3.4e-7" r="4.25"></circle></g>',
  );
  expect(pageDrawing(svg)).toBe(
    '<svg viewBox="0 0 720 100"><g transform="translate(0.6,-12.3)"><path d="M116.1,19.2L0,100Z"/><circle cx="115.2" cy="0" r="4.25"/></g></svg>',
  );
});

test("leaves what is scaled as it is", () => {
  const svg = drawing('<g transform="translate(1.26,2) scale(0.042)"></g>');
  expect(pageDrawing(svg)).toContain('"translate(1.26,2) scale(0.042)"');
});

test("leaves lengths in em, words and the drawing itself alone", () => {
  const svg = drawing(
    '<style>a</style><text x="1.26" y="0.32em"><tspan dy="1.125em">70.125 of 99</tspan></text><g></g>',
  );
  expect(pageDrawing(svg)).toBe(
    '<svg viewBox="0 0 720 100"><text x="1.3" y="0.32em"><tspan dy="1.125em">70.125 of 99</tspan></text><g></g></svg>',
  );
  expect(svg.querySelectorAll("style")).toHaveLength(1);
  expect(svg.querySelector("text")?.getAttribute("x")).toBe("1.26");
});

test("shapes that hold a title keep their closing tags: what follows them is not theirs", () => {
  const inner = '<circle r="1"><title>a &lt; b</title></circle><rect x="1"></rect>';
  expect(pageDrawing(drawing(inner))).toBe(
    '<svg viewBox="0 0 720 100"><circle r="1"><title>a &lt; b</title></circle><rect x="1"/></svg>',
  );
});

test("what is drawn afresh from the text is what was drawn", () => {
  const svg = drawing(
    '<path d="M0,0L1,1"></path><rect x="1" y="2" width="3" height="4"></rect><text>a &lt; b</text>',
  );
  const frame = document.createElement("div");
  frame.innerHTML = pageDrawing(svg);
  expect(frame.innerHTML).toBe(svg.outerHTML);
});
