import { describe, expect, test } from "vitest";
import {
  type Box,
  type Candidate,
  covers,
  cross,
  crosses,
  type LabelledPoint,
  overlaps,
} from "../../src/charts/label-candidates.ts";
import { placeLabels } from "../../src/charts/place-labels.ts";
import { labelShapes, sizeOf } from "../../src/charts/text-lines.ts";
import { seededRandom } from "../../src/stats/random.ts";

const english =
  "Delivery on time|Condition of goods|Driver's manner|Ease of booking|Tracking|Handling of complaints|Price for the service|Invoices are correct|Hotline can be reached|Packaging|Coverage of the network, in town and country|Staff competence|Information on delays|Opening hours|NPS WWW".split(
    "|",
  );
const chinese =
  "准时送达|货物完好|司机服务态度|下单便捷|物流跟踪|投诉处理|价格合理性|账单准确|热线接通率|包装质量|网络覆盖范围（含城乡及偏远地区的服务可达程度评价）|人员专业程度|延误告知|营业时间|网站".split(
    "|",
  );

function pointsFrom(
  seed: number,
  {
    labels,
    width,
    height,
  }: { readonly labels: readonly string[]; readonly width: number; readonly height: number },
): readonly LabelledPoint[] {
  const random = seededRandom(seed);
  const count = 3 + Math.floor(random() * 13);
  const size = width < 500 ? 11 : 12;
  return labels.slice(0, count).map((label) => ({
    x: 15 + random() * (width - 30),
    y: 15 + random() * (height - 30),
    radius: 4.5,
    sizes: labelShapes(label, { size, width: Math.min(170, width * 0.55) }).map((lines) =>
      sizeOf(lines, { size }),
    ),
  }));
}

/** Asserts what holds for any placement, by plain arithmetic. */
function expectApart(
  points: readonly LabelledPoint[],
  places: readonly (Candidate | undefined)[],
  frame: Box,
) {
  const boxes = places.flatMap((place) => (place ? [place.box] : []));
  for (const [at, { left, top, right, bottom }] of boxes.entries()) {
    expect(left).toBeGreaterThanOrEqual(frame.left);
    expect(top).toBeGreaterThanOrEqual(frame.top);
    expect(right).toBeLessThanOrEqual(frame.right);
    expect(bottom).toBeLessThanOrEqual(frame.bottom);
    for (const other of boxes.slice(0, at)) {
      const across = Math.min(right, other.right) - Math.max(left, other.left);
      const down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      expect(across > 0 && down > 0).toBe(false);
    }
    for (const { x, y, radius } of points) {
      const nearest = [Math.min(right, Math.max(left, x)), Math.min(bottom, Math.max(top, y))];
      expect(Math.hypot(x - (nearest[0] ?? 0), y - (nearest[1] ?? 0))).toBeGreaterThanOrEqual(radius);
    }
  }
}

const sizes = [
  { width: 340, height: 380 },
  { width: 700, height: 420 },
];

describe.each([
  { language: "English", labels: english },
  { language: "Chinese", labels: chinese },
])("20 random sets of up to 15 $language labels", ({ labels }) => {
  test.each(sizes)("have places of their own, $width pixels wide", ({ width, height }) => {
    const frame = { left: 0, top: 0, right: width, bottom: height };
    for (let seed = 1; seed <= 20; seed++) {
      const points = pointsFrom(seed, { labels, width, height });
      const places = placeLabels(points, { frame });
      expect(places.filter((place) => place).length, `seed ${seed}`).toBe(points.length);
      expectApart(points, places, frame);
      for (const [at, place] of places.entries()) {
        const size = points[at]?.sizes[place?.size ?? -1];
        if (!place || !size) throw new Error(`no place for label ${at} of seed ${seed}`);
        expect(place.box.right - place.box.left).toBeCloseTo(size.width, 9);
        expect(place.box.bottom - place.box.top).toBeCloseTo(size.height, 9);
      }
    }
  });
});

describe("a place", () => {
  const frame = { left: 0, top: 0, right: 400, bottom: 300 };
  const sizes = [{ width: 60, height: 14 }];
  const one = { x: 200, y: 150, radius: 4, sizes };

  test("is to the right of a lone point, 4 pixels from its edge, and its middle at the point's height", () => {
    expect(placeLabels([one], { frame })).toEqual([
      { size: 0, anchor: "start", cost: 0, box: { left: 208, right: 268, top: 143, bottom: 157 } },
    ]);
  });

  test("is to the left where the frame ends on the right", () => {
    const [place] = placeLabels([{ ...one, x: 380 }], { frame });
    expect(place).toMatchObject({ anchor: "end", box: { left: 312, right: 372 } });
  });

  test("keeps off texts, and off lines where it can", () => {
    const text = { left: 210, top: 140, right: 300, bottom: 160 };
    const [beside] = placeLabels([one], { frame, texts: [text] });
    expect(beside && overlaps(beside.box, text)).toBe(false);
    const line = [215, 0, 215, 300] as const;
    const [off] = placeLabels([one], { frame, lines: [line] });
    expect(off?.anchor).toBe("end");
    expect(off && crosses(line, off.box)).toBe(false);
  });

  test("is rather where fewer of the quiet dots are", () => {
    const quiet = Array.from({ length: 9 }, (_, at) => ({ x: 210 + at * 6, y: 150, radius: 2 }));
    const [place] = placeLabels([one], { frame, quiet });
    expect(quiet.filter((dot) => place && covers(place.box, dot))).toEqual([]);
  });

  test("is found for every one of 15 points that lie on each other; the lines to them cross no label", () => {
    const points = Array.from({ length: 15 }, () => one);
    const places = placeLabels(points, { frame });
    expect(places.every((place) => place)).toBe(true);
    expectApart(points, places, frame);
    const leaders = places.flatMap((place) => (place?.leader ? [place.leader] : []));
    expect(leaders.length).toBeGreaterThanOrEqual(7);
    for (const leader of leaders)
      for (const place of places)
        expect(place?.leader !== leader && place && crosses(leader, place.box)).toBe(false);
  });

  test("is missing where there is no room, and then of the later point", () => {
    const narrow = { left: 0, top: 0, right: 100, bottom: 20 };
    const points = [30, 34].map((x) => ({ ...one, x, y: 10 }));
    const places = placeLabels(points, { frame: narrow });
    expect(places.map((place) => place !== undefined)).toEqual([true, false]);
  });

  test("is missing rather than on the point itself", () => {
    const tight = { left: 0, top: 0, right: 70, bottom: 20 };
    expect(placeLabels([{ ...one, x: 35, y: 10 }], { frame: tight })).toEqual([undefined]);
  });

  test("is given up where it costs too much, unless the label has to stay", () => {
    const quiet = Array.from({ length: 4000 }, (_, at) => ({
      x: (at % 80) * 5,
      y: Math.floor(at / 80) * 6,
      radius: 2,
    }));
    const points = [one, { ...one, x: 100 }];
    const kept = placeLabels(points, { frame, quiet, droppable: { dearest: 50, kept: 1 } });
    expect(kept.map((place) => place !== undefined)).toEqual([true, false]);
  });

  test("is the same for the same points", () => {
    const points = pointsFrom(4, { labels: english, width: 340, height: 380 });
    const wide = { left: 0, top: 0, right: 340, bottom: 380 };
    expect(placeLabels(points, { frame: wide })).toEqual(placeLabels(points, { frame: wide }));
  });

  test("of no points is none", () => {
    expect(placeLabels([], { frame })).toEqual([]);
  });
});

describe("geometry", () => {
  const box = { left: 10, top: 10, right: 20, bottom: 20 };

  test("touching is no overlap", () => {
    expect(overlaps(box, { left: 20, top: 10, right: 30, bottom: 20 })).toBe(false);
    expect(overlaps(box, { left: 19, top: 19, right: 30, bottom: 30 })).toBe(true);
  });

  test("a dot covers a box by its circle, not by the square around it", () => {
    // The corner (20, 20) is √18 ≈ 4.24 away from (23, 23).
    expect(covers(box, { x: 23, y: 23, radius: 4.2 })).toBe(false);
    expect(covers(box, { x: 23, y: 23, radius: 4.3 })).toBe(true);
  });

  test("a line crosses a box that it runs through, and not one that it passes", () => {
    expect(crosses([0, 15, 30, 15], box)).toBe(true);
    expect(crosses([0, 0, 30, 30], box)).toBe(true);
    expect(crosses([0, 25, 25, 0], box)).toBe(true);
    expect(crosses([0, 15, 9, 15], box)).toBe(false);
    expect(crosses([0, 18, 18, 0], box)).toBe(false);
  });

  test("lines cross where each has the other's ends on both sides", () => {
    expect(cross([0, 0, 10, 10], [0, 10, 10, 0])).toBe(true);
    expect(cross([0, 0, 4, 4], [0, 10, 10, 0])).toBe(false);
    expect(cross([0, 0, 10, 10], [1, 0, 11, 10])).toBe(false);
  });
});
