import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Upgrade } from "../../src/views/parameters.ts";
import { readView, viewText } from "../../src/views/permalink.ts";
import { allBut, type Slice } from "../../src/views/slice.ts";
import { defaultView, type Versus, type View } from "../../src/views/view.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const awkward = ["Côte d'Ivoire", "a,b", "a", "b", "100%", "1+1", "~x", "a.b", "C&A = 1", "𠮷野家", "%2C"];
const dealers = Array.from({ length: 1200 }, (_, at) => `dealer-${String(at).padStart(4, "0")}`);
const survey = {
  ...surveyOf([], {
    dimensions: [
      dimension("region", ["East", "South", "华东", "华南"]),
      dimension("channel", ["web", "app"]),
      dimension("wave", ["long", "short"]),
      dimension("brand", awkward),
      dimension("dealer", dealers),
    ],
  }),
  waves: ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "rest"].map((id) => ({
    id,
    title: { en: id, zh: id },
  })),
  sets: [{ id: "twelve", title: { en: "Twelve", zh: "十二" }, slice: { region: ["East"] } }],
};
const view = (part: Partial<View>): View => ({ ...defaultView, ...part });

describe("a view as its link", () => {
  test.each<[View, string]>([
    [defaultView, ""],
    [view({ slice: { region: ["South", "East"], channel: ["web"] } }), "region=East,South&channel=web"],
    [
      view({
        slice: { region: ["East", "South"], channel: ["web"] },
        waves: ["2024-Q4", "2024-Q4"],
        versus: { kind: "wave", wave: "2024-Q3" },
      }),
      "region=East,South&channel=web&wave=2024-Q4&vs=2024-Q3",
    ],
    [view({ slice: { [allBut("region")]: ["East"] } }), "region!=East"],
    [
      view({ slice: { region: ["华东"] }, waves: ["2024-Q1", "2024-Q4"] }),
      "region=华东&wave=2024-Q1..2024-Q4",
    ],
    [view({ slice: { wave: ["long"] }, waves: ["2024-Q1", "2024-Q1"] }), "slice.wave=long&wave=2024-Q1"],
    [view({ slice: { brand: ["Côte d'Ivoire", "a,b"] } }), "brand=Côte%20d'Ivoire,a%2Cb"],
    [view({ slice: { brand: ["~x"] } }), "brand=%7Ex"],
    [view({ versus: { kind: "slice", slice: { region: ["South"] } } }), "vs.region=South"],
    [view({ versus: { kind: "slice", slice: {} } }), "vs=all"],
    [view({ versus: { kind: "rest" } }), "vs=rest"],
    [view({ versus: { kind: "wave", wave: "rest" } }), "vs=wave:rest"],
    [
      view({
        waves: ["2024-Q3", "2024-Q4"],
        versus: { kind: "wave", wave: "2024-Q1", until: "2024-Q2" },
      }),
      "wave=2024-Q3..2024-Q4&vs=2024-Q1..2024-Q2",
    ],
    [view({ set: "twelve", minimum: 50 }), "set=twelve&min=50"],
  ])("%j is %s, and back", (one, text) => {
    expect(viewText(survey, one)).toBe(text);
    expect(viewText(survey, readView(survey, `?${text}`).view)).toBe(text);
    expect(readView(survey, text).ignored).toEqual([]);
  });

  test("does not depend on the order in which it was chosen", () => {
    const one = view({ slice: { channel: ["app", "web"], region: ["华东", "East"] } });
    const other = view({ slice: { region: ["East", "华东"], channel: ["web", "app"] } });
    expect(viewText(survey, one)).toBe(viewText(survey, other));
  });

  test("of a thousand branches is short enough for an address, and is read back whole", () => {
    const chosen = dealers.filter((_, at) => at % 6 !== 0);
    expect(chosen).toHaveLength(1000);
    const text = viewText(survey, view({ slice: { dealer: chosen } }));
    expect(text.length).toBeLessThan(4000);
    expect(text).toMatch(/^dealer=~0dealer-0001\.a2\.a3/);
    expect(readView(survey, text).view.slice).toEqual({ dealer: chosen });
  });

  test("carries the version of the data on request", () => {
    const text = viewText(survey, view({ slice: { channel: ["web"] } }), "3458bb");
    expect(text).toBe("channel=web&v=3458bb");
    expect(readView(survey, text).dataVersion).toBe("3458bb");
  });

  const sliceOfSurvey: fc.Arbitrary<Slice> = fc
    .tuple(
      ...survey.dimensions.flatMap(({ id, options }) =>
        [id, allBut(id)].map((name) =>
          fc
            .subarray(options.map((option) => option.id))
            .map((values): [string, readonly string[]] => [name, values]),
        ),
      ),
    )
    .map((entries) => Object.fromEntries(entries.filter(([, values]) => values.length > 0)));
  const wave = fc.constantFrom(...survey.waves.map(({ id }) => id));
  const order = survey.waves.map(({ id }) => id);
  const versus: fc.Arbitrary<Versus> = fc.oneof(
    fc.constantFrom<Versus>({ kind: "previous" }, { kind: "parent" }, { kind: "rest" }, { kind: "none" }),
    wave.map((id): Versus => ({ kind: "wave", wave: id })),
    fc
      .tuple(wave, wave)
      .filter(([a, b]) => order.indexOf(a) < order.indexOf(b))
      .map(([a, b]): Versus => ({ kind: "wave", wave: a, until: b })),
    sliceOfSurvey.map((slice): Versus => ({ kind: "slice", slice })),
  );
  const views: fc.Arbitrary<View> = fc
    .record({
      slice: sliceOfSurvey,
      set: fc.option(fc.constant("twelve"), { nil: undefined }),
      waves: fc.option(
        fc.tuple(wave, wave).map(([a, b]) => [a, b].toSorted((x, y) => order.indexOf(x) - order.indexOf(y))),
        { nil: undefined },
      ),
      minimum: fc.option(fc.integer({ min: 1, max: 999_999 }), { nil: undefined }),
      versus,
    })
    .map(
      (drawn) =>
        Object.fromEntries(
          Object.entries(drawn).filter(([, value]) => value !== undefined),
        ) as unknown as View,
    );

  test("whatever it is, comes back from its link as it was, through an address bar as well", () => {
    fc.assert(
      fc.property(views, (one) => {
        const text = viewText(survey, one);
        const fromAddress = new URL(`https://example.org/en/s/?${text}`).search;
        for (const query of [text, `?${text}`, fromAddress]) {
          const { view: back, ignored } = readView(survey, query);
          expect(ignored).toEqual([]);
          expect(sorted(back)).toEqual(sorted(one));
          expect(viewText(survey, back)).toBe(text);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("is read from any text at all", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (query) => {
        const { view: back } = readView(survey, query);
        expect(readView(survey, viewText(survey, back))).toEqual({ view: back, ignored: [] });
      }),
    );
  });
});

describe("a link that does not fit", () => {
  test("gives what fits, and says what does not", () => {
    const { view: back, ignored } = readView(
      survey,
      "region=East,West&colour=red&wave=2031-Q1&vs=2030-Q1&set=none&min=-3&vs.channel=fax",
    );
    expect(back).toEqual(view({ slice: { region: ["East"] } }));
    expect(ignored).toEqual([
      { kind: "set", name: "set", values: ["none"] },
      { kind: "wave", name: "wave", values: ["2031-Q1"] },
      { kind: "minimum", name: "min", values: ["-3"] },
      { kind: "value", name: "region", values: ["West"] },
      { kind: "dimension", name: "colour", values: ["red"] },
      { kind: "value", name: "vs.channel", values: ["fax"] },
      { kind: "wave", name: "vs", values: ["2030-Q1"] },
    ]);
  });

  test("names waves one by one, whatever their order, and those between where it leaves some out", () => {
    const waves = (query: string) => readView(survey, query);
    expect(waves("wave=2024-Q3,2024-Q4")).toEqual({
      view: view({ waves: ["2024-Q3", "2024-Q4"] }),
      ignored: [],
    });
    expect(waves("wave=2024-Q3%2C2024-Q2").view.waves).toEqual(["2024-Q2", "2024-Q3"]);
    expect(waves("wave=2024-Q1,2024-Q3")).toEqual({
      view: view({ waves: ["2024-Q1", "2024-Q3"] }),
      ignored: [{ kind: "gap", name: "wave", values: ["2024-Q1", "2024-Q3"] }],
    });
    expect(waves("wave=2024-Q3,2031-Q1")).toEqual({
      view: view({ waves: ["2024-Q3", "2024-Q3"] }),
      ignored: [{ kind: "wave", name: "wave", values: ["2031-Q1"] }],
    });
    expect(waves("vs=2024-Q1,2024-Q2").view.versus).toEqual({
      kind: "wave",
      wave: "2024-Q1",
      until: "2024-Q2",
    });
  });

  test("because a program added to it is no matter", () => {
    const { view: back, ignored } = readView(survey, "channel=web&utm_source=mail&fbclid=1&from=timeline");
    expect(back).toEqual(view({ slice: { channel: ["web"] } }));
    expect(ignored).toEqual([]);
  });

  test("because a program turned escaped commas into plain ones still does", () => {
    expect(readView(survey, "brand=a,b,100%").view.slice).toEqual({ brand: ["a", "b", "100%"] });
    const others = { ...survey, dimensions: [dimension("brand", ["x,y", "z"])] };
    expect(readView(others, "brand=x,y,z").view.slice).toEqual({ brand: ["x,y", "z"] });
  });
});

describe("commas that a program escaped", () => {
  const plain = { ...survey, dimensions: survey.dimensions.filter(({ id }) => id !== "brand") };

  test("part values, where none of them has a comma", () => {
    expect(readView(plain, "region=East%2CSouth&channel!=web%2capp").view.slice).toEqual({
      region: ["East", "South"],
      "channel!": ["web", "app"],
    });
    expect(readView(plain, "region=East%2CWest").ignored).toEqual([
      { kind: "value", name: "region", values: ["West"] },
    ]);
  });

  test("are part of a value where one of the dimension has one", () => {
    expect(readView(survey, "brand=a%2Cb").view.slice).toEqual({ brand: ["a,b"] });
  });

  test("change no view", () => {
    const chosen = fc.subarray(["East", "South", "华东", "华南"], { minLength: 1 });
    fc.assert(
      fc.property(chosen, fc.subarray(["web", "app"], { minLength: 1 }), (region, channel) => {
        const text = viewText(plain, view({ slice: { region, channel } }));
        expect(readView(plain, text.replaceAll(",", "%2C"))).toEqual(readView(plain, text));
      }),
    );
  });
});

describe("a link of an older grammar", () => {
  const upgrades: readonly Upgrade[] = [
    (parameters) =>
      new Map([...parameters].map(([name, values]) => [name === "area" ? "region" : name, values])),
    (parameters) =>
      new Map(
        [...parameters].map(([name, values]) => [name, values.map((value) => value.replace("Ost", "East"))]),
      ),
  ];

  test.each([
    ["area=Ost", ["East"]],
    ["as=2&region=Ost", ["East"]],
    ["as=3&region=East", ["East"]],
  ])("%s is read as today's", (query, region) => {
    const { view: back, ignored } = readView(survey, query, upgrades);
    expect(back.slice).toEqual({ region });
    expect(ignored).toEqual([]);
  });

  test("of one to come says that it may be read wrongly", () => {
    const { view: back, ignored } = readView(survey, "as=9&region=East", upgrades);
    expect(back.slice).toEqual({ region: ["East"] });
    expect(ignored).toEqual([{ kind: "version", name: "as", values: ["9"] }]);
  });
});

/** Values in the order of their characters: what a slice holds has no order. */
function sorted(one: View): unknown {
  const inOrder = (slice: Slice) =>
    Object.fromEntries(Object.entries(slice).map(([name, values]) => [name, values.toSorted()]));
  const { slice, versus: against } = one;
  return {
    ...one,
    slice: inOrder(slice),
    versus: against.kind === "slice" ? { ...against, slice: inOrder(against.slice) } : against,
  };
}
