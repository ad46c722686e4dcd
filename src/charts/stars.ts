import { colours } from "../theme/tokens.ts";
import { labelled } from "./svg-text.ts";

export interface StarsOptions {
  readonly document: Document;
  /** How many stars there are, three to five. */
  readonly of: number;
  /** Height and width of a star in pixels. */
  readonly size?: number;
  /** What the stars say, in words, such as “4 of 5 stars”. */
  readonly alternative: string;
}

type Point = readonly [x: number, y: number];

const apart = 0.15;
/** Distance of the inner corners from the middle, as a share of that of the points: of the star with straight sides. */
const inner = 0.381966;

/**
 * A row of stars of which the first are filled, the last of them as far as the number's part behind the point.
 * @param filled how many, from 0 to all
 * @throws RangeError for fewer than none or more than all
 */
export function starsPicture(
  filled: number,
  { document, of, size = 18, alternative }: StarsOptions,
): SVGSVGElement {
  if (!(filled >= 0 && filled <= of)) throw new RangeError(`${filled} of ${of} stars can't be filled`);
  const step = size * (1 + apart);
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("width", (step * of - size * apart).toFixed(1));
  picture.setAttribute("height", String(size));
  picture.setAttribute("class", "stars");
  for (let at = 0; at < of; at++) {
    const star = starAt(at * step, size);
    picture.append(shape(document, star, { fill: "none", stroke: colours.accent }));
    const part = Math.min(1, Math.max(0, filled - at));
    const full = part === 1 ? star : leftOf(star, edgeOf(star, part));
    if (part > 0) picture.append(shape(document, full, { fill: colours.accent }));
  }
  return labelled(picture, alternative);
}

/** The corners of a star whose box begins at a place across. */
function starAt(left: number, size: number): readonly Point[] {
  const radius = size * 0.52;
  return Array.from({ length: 10 }, (_, at): Point => {
    const angle = (at * Math.PI) / 5;
    const reach = at % 2 === 0 ? radius : radius * inner;
    return [left + size / 2 + reach * Math.sin(angle), size * 0.54 - reach * Math.cos(angle)];
  });
}

/** How far across a share of a star's width reaches. */
function edgeOf(star: readonly Point[], share: number): number {
  const across = star.map(([x]) => x);
  const [left, right] = [Math.min(...across), Math.max(...across)];
  return left + share * (right - left);
}

/** What of a shape lies left of an upright line (Sutherland and Hodgman 1974). */
function leftOf(star: readonly Point[], edge: number): readonly Point[] {
  return star.flatMap((point, at): readonly Point[] => {
    const before = star.at(at - 1) ?? point;
    const crossing: Point = [
      edge,
      before[1] + ((point[1] - before[1]) * (edge - before[0])) / (point[0] - before[0] || 1),
    ];
    const [wasIn, isIn] = [before[0] <= edge, point[0] <= edge];
    if (isIn) return wasIn ? [point] : [crossing, point];
    return wasIn ? [crossing] : [];
  });
}

function shape(
  document: Document,
  points: readonly Point[],
  look: Readonly<Record<string, string>>,
): SVGElement {
  const polygon = document.createElementNS("http://www.w3.org/2000/svg", "polygon");
  polygon.setAttribute("points", points.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" "));
  for (const [name, value] of Object.entries(look)) polygon.setAttribute(name, value);
  return polygon;
}
