import { colours, gradeColour } from "../theme/tokens.ts";
import { labelled } from "./svg-text.ts";

export interface FacesOptions {
  readonly document: Document;
  /** How many grades there are, three to five. */
  readonly of: number;
  /** Place of the grade whose face is coloured, worst first; all faces are where none is named. */
  readonly marked?: number;
  /** Height and width of a face in pixels. */
  readonly size?: number;
  /** What the faces say, in words, such as “satisfied, 4 of 5”. */
  readonly alternative: string;
}

const apart = 0.25;

/**
 * A row of faces from the worst grade to the best: the mouth turns from down to up, so that no colour is needed to tell
 * them apart.
 * @throws RangeError where the marked grade is not on the scale
 */
export function facesPicture({ document, of, marked, size = 22, alternative }: FacesOptions): SVGSVGElement {
  if (marked !== undefined && !(Number.isInteger(marked) && marked >= 0 && marked < of))
    throw new RangeError(`there is no grade ${marked} among ${of}`);
  const step = size * (1 + apart);
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("width", (step * of - size * apart).toFixed(1));
  picture.setAttribute("height", String(size));
  picture.setAttribute("class", "faces");
  for (let place = 0; place < of; place++) {
    const loud = marked === undefined || marked === place;
    picture.append(
      face(document, {
        left: place * step,
        size,
        mood: moodOf(place, of),
        fill: loud ? gradeColour(place, of) : "none",
      }),
    );
  }
  return labelled(picture, alternative);
}

/** From −1 for the worst grade to 1 for the best. */
function moodOf(place: number, of: number): number {
  return of <= 1 ? 0 : (2 * place) / (of - 1) - 1;
}

interface Face {
  readonly left: number;
  readonly size: number;
  readonly mood: number;
  readonly fill: string;
}

function face(document: Document, { left, size, mood, fill }: Face): SVGElement {
  const make = (name: string, values: Readonly<Record<string, string | number>>) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(values))
      element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
    return element;
  };
  const [x, y, radius] = [left + size / 2, size / 2, size / 2 - 1];
  const line = { stroke: colours.ink, "stroke-width": size / 16 };
  const [half, lift] = [radius * 0.5, radius * 0.45 * mood];
  const mouth = y + radius * 0.4;
  const group = make("g", {});
  group.append(
    make("circle", { cx: x, cy: y, r: radius, fill, ...line }),
    make("circle", { cx: x - radius * 0.38, cy: y - radius * 0.2, r: size / 14, fill: colours.ink }),
    make("circle", { cx: x + radius * 0.38, cy: y - radius * 0.2, r: size / 14, fill: colours.ink }),
    make("path", {
      d: `M${pixels(x - half)},${pixels(mouth - lift / 2)}Q${pixels(x)},${pixels(mouth + lift)},${pixels(x + half)},${pixels(mouth - lift / 2)}`,
      fill: "none",
      "stroke-linecap": "round",
      ...line,
    }),
  );
  return group as SVGElement;
}

function pixels(value: number): string {
  return value.toFixed(2);
}
