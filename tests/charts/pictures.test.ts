import { describe, expect, test } from "vitest";
import { facesPicture } from "../../src/charts/faces.ts";
import { starsPicture } from "../../src/charts/stars.ts";
import { document, strayColours } from "./drawn.ts";

/** Corners of a polygon. */
function pointsOf(polygon: Element): readonly (readonly [number, number])[] {
  return (polygon.getAttribute("points") ?? "").split(" ").map((pair) => {
    const [x = Number.NaN, y = Number.NaN] = pair.split(",").map(Number);
    return [x, y] as const;
  });
}

/** Area of a polygon, by the shoelace formula. */
function areaOf(points: readonly (readonly [number, number])[]): number {
  const sum = points.reduce((total, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [0, 0];
    return total + x * nextY - nextX * y;
  }, 0);
  return Math.abs(sum) / 2;
}

describe("stars", () => {
  const stars = (filled: number, of = 5) => {
    const picture = starsPicture(filled, { document, of, alternative: `${filled} of ${of} stars` });
    const polygons = [...picture.querySelectorAll("polygon")];
    const full = polygons.filter((one) => one.getAttribute("fill") !== "none");
    return { picture, outlines: polygons.length - full.length, full };
  };

  test("are as many as the scale has, and so many are filled", () => {
    expect(stars(0)).toMatchObject({ outlines: 5, full: [] });
    expect(stars(3).full).toHaveLength(3);
    expect(stars(3, 3)).toMatchObject({ outlines: 3 });
    expect(stars(5).full).toHaveLength(5);
  });

  test("half a star is half as large as a whole one, as it is the same on both sides", () => {
    const [whole, , , half] = stars(3.5).full.map((one) => areaOf(pointsOf(one)));
    expect((half ?? 0) / (whole ?? 1)).toBeCloseTo(0.5, 2);
  });

  test("the more is filled, the larger its part", () => {
    const parts = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) => areaOf(pointsOf(stars(part).full[0] as Element)));
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  });

  test("lie within the picture, in the page's colours, with words for those who can't see them", () => {
    const { picture } = stars(4.2);
    const [width, height] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
    for (const [x, y] of [...picture.querySelectorAll("polygon")].flatMap(pointsOf)) {
      expect(x >= -1 && x <= (width ?? 0) + 1).toBe(true);
      expect(y >= -1 && y <= (height ?? 0) + 1).toBe(true);
    }
    expect(strayColours(picture)).toEqual([]);
    expect(picture.getAttribute("role")).toBe("img");
    expect(picture.getAttribute("aria-label")).toBe("4.2 of 5 stars");
  });

  test("can't be more than all or fewer than none", () => {
    expect(() => stars(5.1)).toThrow(RangeError);
    expect(() => stars(-1)).toThrow(RangeError);
  });
});

describe("faces", () => {
  /** How far the middle of the mouth is under its corners: negative for a sad one. */
  const moods = (picture: Element) =>
    [...picture.querySelectorAll("path")].map((mouth) => {
      const [, corner, , middle] = (mouth.getAttribute("d") ?? "").split(/[MQ,]/).filter(Boolean).map(Number);
      return Math.sign(Number(((middle ?? 0) - (corner ?? 0)).toFixed(3)));
    });

  test.each([
    [3, [-1, 0, 1]],
    [4, [-1, -1, 1, 1]],
    [5, [-1, -1, 0, 1, 1]],
  ])("of %i grades turn from sad to glad", (of, expected) => {
    const picture = facesPicture({ document, of, alternative: "Faces" });
    expect(moods(picture)).toEqual(expected);
    expect(picture.getAttribute("aria-label")).toBe("Faces");
    expect(strayColours(picture)).toEqual([]);
  });

  test("the marked grade alone is coloured", () => {
    const picture = facesPicture({ document, of: 5, marked: 3, alternative: "Satisfied" });
    const fills = [...picture.querySelectorAll("g > circle:first-child")].map((one) =>
      one.getAttribute("fill"),
    );
    expect(fills.map((fill) => fill !== "none")).toEqual([false, false, false, true, false]);
    expect(() => facesPicture({ document, of: 5, marked: 5, alternative: "" })).toThrow(RangeError);
  });
});
