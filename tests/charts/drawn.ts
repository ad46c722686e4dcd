/** Reads drawn charts: the texts with the boxes that they take up, and the colours. */
import { JSDOM } from "jsdom";
import type { Box } from "../../src/charts/label-candidates.ts";
import { lineWidth } from "../../src/charts/text-lines.ts";

export const { document } = new JSDOM("").window;

export interface DrawnText {
  /** Its lines, joined by line feeds. */
  readonly text: string;
  readonly box: Box;
}

/** Every text of a chart, with the box that its letters take up by the widths of `text-lines.ts`. */
export function textsOf(chart: Element): readonly DrawnText[] {
  return [...chart.querySelectorAll("text")].map((element) => {
    const spans = [...element.querySelectorAll("tspan")];
    const lines = (spans.length > 0 ? spans : [element]).map((line) => ownText(line));
    const size = Number.parseFloat(inherited(element, "font-size", chart) ?? styledSize(chart));
    const bold = Number(inherited(element, "font-weight", chart) ?? 400) >= 600;
    const width = Math.max(...lines.map((line) => lineWidth(line, { size, bold })));
    const [x, y] = placeOf(element);
    const anchor = inherited(element, "text-anchor", chart) ?? chart.getAttribute("text-anchor");
    const left = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
    const baselines = baselinesOf(element, spans).map((em) => y + em * size);
    const [top, bottom] = [Math.min(...baselines) - 0.85 * size, Math.max(...baselines) + 0.2 * size];
    return { text: lines.join("\n"), box: { left, right: left + width, top, bottom } };
  });
}

function ownText(element: Element): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType === 3)
    .map((node) => node.textContent)
    .join("");
}

function baselinesOf(element: Element, spans: readonly Element[]): readonly number[] {
  const em = (one: Element, name: string) => Number.parseFloat(one.getAttribute(name) ?? "0");
  if (spans.length === 0) return [em(element, "y")];
  let baseline = 0;
  return spans.map((span) => {
    baseline = span.hasAttribute("y") ? em(span, "y") : baseline + em(span, "dy");
    return baseline;
  });
}

function placeOf(element: Element): readonly [number, number] {
  let [x, y] = [0, 0];
  for (let one: Element | null = element; one; one = one.parentElement) {
    const moved = /translate\(([-\d.e]+),\s*([-\d.e]+)\)/.exec(one.getAttribute("transform") ?? "");
    if (moved) [x, y] = [x + Number(moved[1]), y + Number(moved[2])];
  }
  return [x, y];
}

/** An attribute of an element or of a group around it; that of the chart itself is left to its style. */
function inherited(element: Element, name: string, chart: Element): string | undefined {
  for (let one: Element | null = element; one && one !== chart; one = one.parentElement) {
    const value = one.getAttribute(name);
    if (value !== null) return value;
  }
  return undefined;
}

function styledSize(chart: Element): string {
  return /font-size: ([\d.]+)px/.exec(chart.getAttribute("style") ?? "")?.[1] ?? "";
}

/** Pairs of texts that cover each other, and texts that leave the chart. */
export function misplaced(chart: Element): readonly string[] {
  const texts = textsOf(chart);
  const [width, height] = [Number(chart.getAttribute("width")), Number(chart.getAttribute("height"))];
  const pairs = texts.flatMap((one, at) =>
    texts
      .slice(0, at)
      .filter((other) => share(one.box, other.box))
      .map((other) => `${one.text} on ${other.text}`),
  );
  const outside = texts
    .filter(({ box }) => box.left < -1 || box.top < -1 || box.right > width + 1 || box.bottom > height + 1)
    .map(({ text }) => `${text} is cut`);
  return [...pairs, ...outside];
}

function share(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0.01 && down > 0.01;
}

/** What texts say, without the breaks of lines and the spaces at which lines were broken. */
export function wordsIn(chart: Element): readonly string[] {
  return textsOf(chart).map(({ text }) => bare(text));
}

export function bare(text: string): string {
  return text.replaceAll(/\s/g, "");
}

/** Every colour that a chart names. */
export function coloursOf(chart: Element): ReadonlySet<string> {
  const named = [...chart.querySelectorAll("*"), chart].flatMap((element) =>
    ["fill", "stroke", "color"].map((name) => element.getAttribute(name)),
  );
  return new Set(named.filter((colour) => colour !== null));
}

/** Colours that are no token; `currentColor` is the chart's own ink. */
export function strayColours(chart: Element): readonly string[] {
  return [...coloursOf(chart)].filter(
    (colour) =>
      !/^var\(--[a-z]+(-[a-z0-9]+)?\)$/.test(colour) && !["none", "currentColor", "inherit"].includes(colour),
  );
}

/** Numeric attributes of an element. */
export function numbersOf<Name extends string>(
  element: Element | undefined,
  ...names: readonly Name[]
): Readonly<Record<Name, number>> {
  const entries = names.map((name) => [name, Number(element?.getAttribute(name) ?? Number.NaN)]);
  return Object.fromEntries(entries) as Record<Name, number>;
}
