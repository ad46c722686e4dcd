import { lineHeight, lineWidth, wrapText } from "./text-lines.ts";

/** What a colour or line in a chart means. */
export interface KeyEntry {
  readonly label: string;
  readonly mark: "box" | "line" | "dashed" | "dot" | "ring" | "diamond" | "upright";
  /** A colour, or the name of a colour token as `var(--name)`. */
  readonly colour: string;
}

/** What is said around a chart. */
export interface PictureTexts {
  readonly title: string;
  readonly takeaway: string;
  readonly key: readonly KeyEntry[];
  /** What a reader must know besides, a line or more each. */
  readonly notes: readonly string[];
  /** Base and source. */
  readonly caption: string;
}

/** Values of colour tokens by their names, such as `--ink`. */
export type Palette = ReadonlyMap<string, string>;

interface PictureOptions {
  readonly document: Document;
  readonly palette: Palette;
  readonly language: string;
}

const svgNamespace = "http://www.w3.org/2000/svg";
const margin = 20;
const fonts =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/**
 * A copy of a drawn chart that stands alone on white: its question small above what it
 * shows, the first sentence of which is the headline, key, base and source under it, every
 * colour literal, nothing that it would have to fetch.
 */
export function standalonePicture(
  chart: SVGSVGElement,
  texts: PictureTexts,
  options: PictureOptions,
): SVGSVGElement {
  const { document, palette, language } = options;
  const size = { width: sizeOf(chart, "width"), height: sizeOf(chart, "height") };
  const [headline, rest] =
    texts.takeaway === "" ? [texts.title, ""] : firstSentence(texts.takeaway, language);
  const picture = document.createElementNS(svgNamespace, "svg");
  const paper = document.createElementNS(svgNamespace, "rect");
  picture.append(styleOf(document), paper);
  const column = { document, picture, width: size.width };
  let y = margin;
  if (texts.takeaway !== "")
    y = writeLines(column, y, { text: texts.title, size: 12, colour: "--muted" }) + 3;
  y = writeLines(column, y, { text: headline, size: 17, bold: true, colour: "--ink" });
  y = writeLines(column, y + 2, { text: rest, size: 13, colour: "--muted" }) + 10;
  picture.append(placed(chart, { x: margin, y, ...size }));
  y = writeKey(column, y + size.height + 6, texts.key);
  for (const text of texts.notes) y = writeLines(column, y + 2, { text, size: 11, colour: "--muted" });
  y = writeLines(column, y + 2, { text: texts.caption, size: 11, colour: "--muted" }) + margin - 6;
  const [width, height] = [size.width + 2 * margin, Math.ceil(y)].map(String) as [string, string];
  attributes(paper, { width, height, fill: "#ffffff" });
  attributes(picture, {
    ...{ xmlns: svgNamespace, width, height, viewBox: `0 0 ${width} ${height}` },
    ...{ role: "img", "aria-label": `${texts.title} ${chart.getAttribute("aria-label") ?? ""}`.trim() },
    ...{ "xml:lang": language, "font-family": fonts },
  });
  for (const element of [picture, ...picture.querySelectorAll("*")]) makeLiteral(element, palette);
  return picture;
}

/** The first sentence of a text, and what follows. */
function firstSentence(text: string, language: string): readonly [string, string] {
  const [first] = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  const headline = (first?.segment ?? text).trim();
  return [headline, text.slice(first?.segment.length ?? text.length).trim()];
}

interface Column {
  readonly document: Document;
  readonly picture: Element;
  readonly width: number;
}

interface Writing {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  /** Name of a token. */
  readonly colour: string;
}

/** Writes a text under a height, on as many lines as it takes. @returns where it ends */
function writeLines({ document, picture, width }: Column, top: number, writing: Writing): number {
  const { text, size, bold = false, colour } = writing;
  if (text === "") return top;
  const lines = wrapText(text, { size, bold, width });
  lines.forEach((line, at) => {
    const element = document.createElementNS(svgNamespace, "text");
    const y = top + size * (0.85 + at * lineHeight);
    attributes(element, {
      transform: `translate(${margin},${y.toFixed(1)})`,
      "font-size": `${size}`,
      fill: `var(${colour})`,
    });
    if (bold) element.setAttribute("font-weight", "600");
    element.textContent = line;
    picture.append(element);
  });
  return top + lines.length * size * lineHeight;
}

const swatch = { width: 22, height: 11, gap: 6, apart: 18, row: 18 };

/** Marks with their meanings side by side, on as many rows as it takes. @returns where they end */
function writeKey({ document, picture, width }: Column, top: number, key: readonly KeyEntry[]): number {
  if (key.length === 0) return top;
  let [x, y] = [0, top];
  for (const entry of key) {
    const wide = swatch.width + swatch.gap + lineWidth(entry.label, { size: 12 });
    if (x > 0 && x + wide > width) [x, y] = [0, y + swatch.row];
    const [left, middle] = [margin + x, y + swatch.row / 2];
    const mark = keyMark(document, entry, { left, middle });
    const label = document.createElementNS(svgNamespace, "text");
    const start = left + swatch.width + swatch.gap;
    attributes(label, {
      transform: `translate(${start.toFixed(1)},${middle + 4})`,
      "font-size": "12",
      fill: "var(--muted)",
    });
    label.textContent = entry.label;
    picture.append(mark, label);
    x += wide + swatch.apart;
  }
  return y + swatch.row;
}

/** The mark of an entry, in the place of its swatch. */
function keyMark(
  document: Document,
  { mark, colour }: KeyEntry,
  { left, middle }: { readonly left: number; readonly middle: number },
): Element {
  const centre = left + swatch.width / 2;
  const made = (name: string, values: Readonly<Record<string, string>>) => {
    const element = document.createElementNS(svgNamespace, name);
    attributes(element, values);
    return element;
  };
  const hollow = { fill: "var(--paper)", stroke: colour, "stroke-width": "1.75" };
  switch (mark) {
    case "box":
      return made("rect", {
        ...{ x: `${left + 11}`, y: `${middle - 5.5}`, fill: colour },
        ...{ width: `${swatch.height}`, height: `${swatch.height}` },
      });
    case "dot":
      return made("circle", { cx: `${centre}`, cy: `${middle}`, r: "4.5", fill: colour });
    case "ring":
      return made("circle", { cx: `${centre}`, cy: `${middle}`, r: "4.5", ...hollow });
    case "diamond":
      return made("path", { d: `M${centre} ${middle - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5z`, ...hollow });
    case "upright":
      return made("line", {
        ...{ x1: `${centre}`, x2: `${centre}`, y1: `${middle - 6}`, y2: `${middle + 6}` },
        ...{ stroke: colour, "stroke-width": "2.5" },
      });
    default:
      return made("line", {
        ...{ x1: `${left}`, x2: `${left + swatch.width}`, y1: `${middle}`, y2: `${middle}` },
        ...{ stroke: colour, "stroke-width": "2" },
        ...(mark === "dashed" ? { "stroke-dasharray": "4 3" } : {}),
      });
  }
}

/** The chart at its place, without what only serves a page: its style sheet and its links. */
function placed(
  chart: SVGSVGElement,
  place: Readonly<Record<"x" | "y" | "width" | "height", number>>,
): Element {
  const copy = chart.cloneNode(true) as Element;
  for (const style of copy.querySelectorAll("style")) style.remove();
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const name of ["role", "aria-label", "class", "font-family", "xmlns"]) copy.removeAttribute(name);
  attributes(copy, Object.fromEntries(Object.entries(place).map(([name, value]) => [name, `${value}`])));
  return copy;
}

/** Drawings keep the spaces of their texts. */
function styleOf(document: Document): Element {
  const style = document.createElementNS(svgNamespace, "style");
  style.textContent = "text, tspan { white-space: pre; }";
  return style;
}

/** Writes what tokens stand for: six digits, and a transparency of its own, as programs that draw want it. */
function makeLiteral(element: Element, palette: Palette): void {
  for (const { name, value } of [...element.attributes]) {
    if (!value.includes("var(")) continue;
    const literal = resolved(value, palette);
    const opaque = /^(#[0-9a-f]{6})([0-9a-f]{2})$/i.exec(literal);
    element.setAttribute(name, opaque?.[1] ?? literal);
    if (opaque?.[2] !== undefined)
      element.setAttribute(`${name}-opacity`, (Number.parseInt(opaque[2], 16) / 255).toFixed(3));
  }
}

/** A value without variables. @throws RangeError where a variable has no value */
function resolved(value: string, palette: Palette): string {
  return value.replaceAll(/var\((--[\w-]+)(?:,\s*([^()]*))?\)/g, (_, name: string, otherwise?: string) => {
    const found = palette.get(name) ?? otherwise;
    if (found === undefined) throw new RangeError(`no colour is named ${name}`);
    return found;
  });
}

function sizeOf(chart: SVGSVGElement, name: "width" | "height"): number {
  return Number(chart.getAttribute(name));
}

function attributes(element: Element, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
}
