import { colours } from "../theme/tokens.ts";
import { lineHeight } from "./text-lines.ts";

/** A text whose place is known in pixels; y is the middle of its lines. */
export interface PixelText {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  readonly anchor: "start" | "middle" | "end";
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  /** Width of the paper around the letters; wider where a line is to be broken by the text. */
  readonly halo?: number;
  /** Told on hovering. */
  readonly title?: string;
  readonly href?: string;
  /** The group that it names, as a slice in permalink form: scripts let readers narrow the page to it. */
  readonly slice?: string;
}

/** Texts at their places in pixels, with a halo of paper where they stand on lines; made without Plot. */
export function textGroup(document: Document, texts: readonly PixelText[]): SVGElement {
  const group = element(document, "g", {
    "text-anchor": "start",
    stroke: colours.paper,
    "stroke-width": usualHalo,
    "stroke-linejoin": "round",
    "paint-order": "stroke",
  });
  group.append(...texts.map((text) => textElement(document, text)));
  return group;
}

const usualHalo = 3;

function textElement(document: Document, text: PixelText): Element {
  const { x, y, lines, anchor, size, bold = false, colour = colours.ink, halo = usualHalo } = text;
  const drawn = element(document, "text", {
    transform: `translate(${x},${y})`,
    fill: colour,
    "font-size": size,
    ...(anchor === "start" ? {} : { "text-anchor": anchor }),
    ...(bold ? { "font-weight": 600 } : {}),
    ...(halo === usualHalo ? {} : { "stroke-width": halo }),
    ...(text.slice === undefined ? {} : { "data-slice": text.slice }),
  });
  const [only = ""] = lines;
  if (lines.length > 1)
    drawn.append(...lines.map((line, at) => lineElement(document, line, middle(lines, at))));
  else {
    drawn.setAttribute("y", `${middle(lines, 0)}em`);
    drawn.append(only);
  }
  if (text.title !== undefined) {
    const title = element(document, "title", {});
    title.append(text.title);
    drawn.append(title);
  }
  if (text.href === undefined) return drawn;
  const link = element(document, "a", { href: text.href });
  link.append(drawn);
  return link;
}

/** How far below the middle of all lines the baseline of one is, in heights of a letter. */
function middle(lines: readonly string[], at: number): number {
  return Math.round((0.32 + (at - (lines.length - 1) / 2) * lineHeight) * 100) / 100;
}

function lineElement(document: Document, line: string, baseline: number): Element {
  const drawn = element(document, "tspan", { x: 0, y: `${baseline}em` });
  drawn.append(line);
  return drawn;
}

/** An element of a drawing with its attributes. */
export function element(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}
