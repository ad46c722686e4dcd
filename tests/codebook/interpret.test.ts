import { describe, expect, test } from "vitest";
import { comparable } from "../../src/survey/breaks.ts";
import { wordingIn } from "../../src/survey/question.ts";
import { itemsOf, questionOf } from "../../src/survey/survey.ts";
import { codebook, understood, variable } from "./codebook-text.ts";

const waves = `waves:
  - { id: "2010", file: waves/2010.csv, title: { en: Spring 2010, zh: 2010 年春 }, start: 2010-03-01, end: 2010-04-30, invited: 4000 }
  - { id: "2011", file: waves/2011.csv, encoding: gb18030, delimiter: ";" }
  - { id: "2012", file: waves/2012.csv }
`;
const full = (rest: string) => `id: airport\ntitle: { en: Airport, zh: 机场 }\n${waves}${rest}`;

describe("the survey as a whole", () => {
  test("what is left out has its default", () => {
    const { survey, reading } = understood(codebook());
    expect(survey).toMatchObject({
      id: "shop",
      title: { en: "Shop", zh: "Shop" },
      synthetic: false,
      hierarchy: [],
      segments: [],
      filters: [],
      factors: [],
      headline: "overall",
      measures: ["mean", "top2", "nps"],
      base: { minimum: 5, caution: 30 },
      publish: "protected",
    });
    expect(reading.waves[0]).toEqual({
      wave: "2024",
      file: "answers.csv",
      variables: [
        {
          kind: "scale",
          name: "q_overall",
          column: "Q1",
          codes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
          missing: [],
          recode: {},
        },
      ],
      hierarchy: [],
      batteries: [],
      badCellLimit: 0.01,
    });
  });

  test("what is written down is taken over", () => {
    const { survey, reading } = understood(
      codebook({
        keys: `description: { zh: 说明 }
synthetic: true
base: { minimum: 10, caution: 50 }
publish: pages
respondent: ID
weight: W
date: { column: DAY }
quality: { duration: SECONDS, minimum: 90, badCells: 0.05 }
strata: strata.csv
outcome: again
measures: [satisfied, mean]
dimensions: [{ id: region, column: R }, { id: city, column: C }, { id: brand, column: B }]
hierarchy: [region, city]
segments: [brand]
filters: [region]
`,
        questions: "  - { id: again, type: single, column: Q2 }\n",
      }),
    );
    expect(survey).toMatchObject({
      description: { en: "说明", zh: "说明" },
      synthetic: true,
      base: { minimum: 10, caution: 50 },
      publish: "pages",
      headline: "again",
      measures: ["satisfied", "mean"],
      hierarchy: ["region", "city"],
      segments: ["brand"],
      filters: ["region"],
    });
    expect(reading).toMatchObject({ folder: "/data", strata: "strata.csv" });
    expect(reading.waves[0]).toMatchObject({
      respondent: "ID",
      weight: "W",
      date: "DAY",
      duration: { column: "SECONDS", minimum: 90 },
      hierarchy: ["d_region", "d_city"],
      badCellLimit: 0.05,
    });
  });

  test("waves keep their order, dates and how their files are read", () => {
    const { survey, reading } = understood(full("questions: [{ id: overall, type: text, column: Q }]\n"));
    expect(survey.waves).toEqual([
      {
        id: "2010",
        title: { en: "Spring 2010", zh: "2010 年春" },
        start: "2010-03-01",
        end: "2010-04-30",
        invited: 4000,
      },
      { id: "2011", title: { en: "2011", zh: "2011" } },
      { id: "2012", title: { en: "2012", zh: "2012" } },
    ]);
    expect(reading.waves[1]).toMatchObject({ encoding: "gb18030", delimiter: ";", file: "waves/2011.csv" });
    expect(reading.waves[0]).not.toHaveProperty("encoding");
  });

  test("a date that is not to be published is not read either", () => {
    const { reading } = understood(codebook({ keys: "date: { column: DAY, publish: no }" }));
    expect(reading.waves[0]).not.toHaveProperty("date");
  });

  test("without an outcome the first rated question heads the report", () => {
    const text = codebook().replace(
      "questions:\n",
      "questions:\n  - { id: words, type: text, column: Q0 }\n",
    );
    expect(understood(text).survey.headline).toBe("overall");
  });

  test("five and more ratings on one scale are a battery", () => {
    const items = [2, 3, 4, 5].map(
      (at) => `  - { id: q${at}, type: rating, scale: { min: 1, max: 10 }, column: Q${at} }\n`,
    );
    const four = understood(codebook({ questions: items.slice(1).join("") }));
    expect(four.reading.waves[0]?.batteries).toEqual([]);
    const five = understood(codebook({ questions: items.join("") }));
    expect(five.reading.waves[0]?.batteries).toEqual([["q_overall", "q_q2", "q_q3", "q_q4", "q_q5"]]);
  });
});

describe("columns by wave", () => {
  const interpretation = understood(
    full(`weight: { "2010": WEIGHT, "2012": WT }
dimensions:
  - { id: region, column: { default: REGION }, labels: { a: A } }
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 5 }, column: { "2010": Q6N, default: "Q8N#2" } }
  - { id: wifi, type: rating, scale: { min: 1, max: 5 }, column: { "2012": Q9 } }
`).replace("waves/2012.csv", "waves/2012.csv, columns: { overall: Q7ALL, region: AREA }"),
  );
  const column = (wave: string, name: string) => {
    const found = variable(interpretation, wave, name);
    return found && "column" in found ? found.column : undefined;
  };

  test("a wave's own entry comes before the default, and the wave's `columns` before both", () => {
    expect(["2010", "2011", "2012"].map((wave) => column(wave, "q_overall"))).toEqual([
      "Q6N",
      "Q8N#2",
      "Q7ALL",
    ]);
    expect(["2010", "2011", "2012"].map((wave) => column(wave, "d_region"))).toEqual([
      "REGION",
      "REGION",
      "AREA",
    ]);
  });

  test("a wave that is not named and has no default did not ask", () => {
    expect(variable(interpretation, "2010", "q_wifi")).toBeUndefined();
    expect(column("2012", "q_wifi")).toBe("Q9");
    expect(questionOf(interpretation.survey, "wifi").type).toBe("rating");
  });

  test("weights may stand in some waves only", () => {
    expect(interpretation.reading.waves.map(({ weight }) => weight)).toEqual(["WEIGHT", undefined, "WT"]);
  });
});

describe("missing and recoded values", () => {
  const interpretation = understood(
    full(`missing: ["0", 6, Blank]
dimensions: [{ id: age, column: AGE, missing: [99], labels: { "6": Old } }]
questions:
  - { id: a, type: single, column: A, labels: { x: X }, recode: { "2010": { "1": x, "2": x }, default: { "7": x } } }
  - { id: b, type: single, column: B, missing: [], recode: { "2011": { "1": 2 } } }
  - { id: by_wave, type: single, column: C, missing: { "2011": [9], default: [] }, notAsked: { "2012": ["-3"] } }
`),
  );
  const cleaning = (wave: string, name: string) => {
    const { missing, recode } = variable(interpretation, wave, name) ?? {};
    return { missing, recode };
  };

  test("a question's own list replaces the survey's, also an empty one", () => {
    expect(cleaning("2010", "q_a").missing).toEqual(["0", "6", "Blank"]);
    expect(cleaning("2010", "d_age").missing).toEqual(["99"]);
    expect(cleaning("2010", "q_b").missing).toEqual([]);
  });

  test("lists by wave hold in their waves; others have the default, or the survey's", () => {
    const lists = (wave: string) => {
      const { missing, notAsked } = variable(interpretation, wave, "q_by_wave") ?? {};
      return { missing, notAsked };
    };
    expect(lists("2010")).toEqual({ missing: [] });
    expect(lists("2011")).toEqual({ missing: ["9"] });
    expect(lists("2012")).toEqual({ missing: [], notAsked: ["-3"] });
  });

  test("a wave's recodes replace the default's, they are not added to them", () => {
    expect(cleaning("2010", "q_a").recode).toEqual({ "1": "x", "2": "x" });
    expect(cleaning("2011", "q_a").recode).toEqual({ "7": "x" });
    expect(cleaning("2011", "q_b").recode).toEqual({ "1": "2" });
    expect(cleaning("2010", "q_b").recode).toEqual({});
  });
});

describe("multiple choices", () => {
  const interpretation = understood(
    full(`questions:
  - { id: media, type: multi, columns: { tv: TV, web: WEB } }
  - { id: reasons, type: multi, columns: [M1, M2], labels: { "1": Price, "2": Place }, base: asked }
  - id: places
    type: multi
    columns: { "2010": { home: H }, "2011": { home: H1, office: O1 }, default: { office: O } }
    mentioned: { not: ["-1"] }
    labels: { home: { en: Home, zh: 居民小区 }, office: Office, train: Train }
  - { id: ways, type: multi, columns: { "2010": [W1, W2], default: [W] }, labels: { a: A }, mentioned: [是, 1] }
`),
  );

  test("a map is a column for each choice; without labels the choices are called by their ids", () => {
    expect(variable(interpretation, "2010", "q_media")).toMatchObject({
      kind: "choices",
      choices: [
        { option: "tv", column: "TV" },
        { option: "web", column: "WEB" },
      ],
      mentioned: { kind: "any" },
      base: "answered",
    });
    expect(questionOf(interpretation.survey, "media")).toMatchObject({
      options: [
        { id: "tv", label: { en: "tv", zh: "tv" } },
        { id: "web", label: { en: "web", zh: "web" } },
      ],
    });
  });

  test("a list is a column for each mention", () => {
    expect(variable(interpretation, "2012", "q_reasons")).toMatchObject({
      kind: "mentions",
      columns: ["M1", "M2"],
      options: ["1", "2"],
      base: "asked",
    });
  });

  test("by wave, every choice is there and lacks its column where the wave did not offer it", () => {
    const choices = (wave: string) => {
      const found = variable(interpretation, wave, "q_places");
      return found?.kind === "choices" ? found.choices : undefined;
    };
    expect(choices("2010")).toEqual([
      { option: "home", column: "H" },
      { option: "office" },
      { option: "train" },
    ]);
    expect(choices("2011")?.map(({ column }) => column)).toEqual(["H1", "O1", undefined]);
    expect(choices("2012")?.map(({ column }) => column)).toEqual([undefined, "O", undefined]);
    expect(variable(interpretation, "2010", "q_places")).toMatchObject({
      mentioned: { kind: "not", values: ["-1"] },
    });
  });

  test("lists by wave", () => {
    expect(variable(interpretation, "2010", "q_ways")).toMatchObject({
      kind: "mentions",
      columns: ["W1", "W2"],
    });
    expect(variable(interpretation, "2012", "q_ways")).toMatchObject({ columns: ["W"] });
  });
});

test("which cells are mentions: a list of values", () => {
  const interpretation = understood(
    codebook({ questions: "  - { id: m, type: multi, columns: { a: A }, mentioned: [是, 1] }\n" }),
  );
  expect(variable(interpretation, "2024", "q_m")).toMatchObject({
    mentioned: { kind: "only", values: ["是", "1"] },
  });
});

describe("scales", () => {
  const scaleOf = (written: string) => {
    const text = codebook({ keys: `scales: { s: ${written} }` }).replace("{ min: 1, max: 10 }", "s");
    const question = questionOf(understood(text).survey, "overall");
    return question.type === "rating" ? question.scale : undefined;
  };

  test("by codes, or from min to max", () => {
    expect(scaleOf("{ codes: [1, 3, 5] }")).toEqual({ codes: [1, 3, 5], satisfied: [], labels: {} });
    expect(scaleOf("{ min: 0, max: 3, satisfied: [2, 3] }")).toEqual({
      codes: [0, 1, 2, 3],
      satisfied: [2, 3],
      labels: {},
    });
  });

  test("labels as one list, as a list a language, or as a map", () => {
    const [one, two] = [
      { en: "bad", zh: "差" },
      { en: "good", zh: "好" },
    ];
    expect(scaleOf("{ min: 1, max: 2, labels: { en: [bad, good], zh: [差, 好] } }")?.labels).toEqual({
      1: one,
      2: two,
    });
    expect(
      scaleOf("{ min: 1, max: 2, labels: { 1: { en: bad, zh: 差 }, 2: { en: good, zh: 好 } } }")?.labels,
    ).toEqual({ 1: one, 2: two });
    expect(scaleOf("{ min: 1, max: 2, labels: [差, 好] }")?.labels).toEqual({
      1: { en: "差", zh: "差" },
      2: { en: "好", zh: "好" },
    });
    expect(scaleOf("{ min: 1, max: 3, labels: { 1: worst, 3: best } }")?.labels).toEqual({
      1: { en: "worst", zh: "worst" },
      3: { en: "best", zh: "best" },
    });
  });

  test("one language given stands in both", () => {
    expect(scaleOf("{ min: 1, max: 2, labels: { zh: [差, 好] } }")?.labels).toEqual({
      1: { en: "差", zh: "差" },
      2: { en: "好", zh: "好" },
    });
  });

  test("a recommend question is on 0–10 where it names none", () => {
    const question = questionOf(
      understood(codebook({ questions: "  - { id: r, type: nps, column: R }\n" })).survey,
      "r",
    );
    expect(question).toMatchObject({ type: "nps", scale: { codes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] } });
  });
});

describe("versions (M33)", () => {
  const { survey } = understood(
    full(`questions:
  - id: q
    type: rating
    scale: { min: 1, max: 5 }
    column: Q
    text: How was it?
    versions: [{ from: "2011", text: { en: "How was it really?", zh: 究竟如何？ } , comparable: yes }, { from: "2012", comparable: no }]
  - { id: silent, type: text, column: T, versions: [{ from: "2011", text: New words }] }
`),
  );
  const order = ["2010", "2011", "2012"];

  test("comparable: no breaks the line at its wave, yes does not", () => {
    const question = questionOf(survey, "q");
    expect(comparable(question, order, "2010", "2011")).toBe(true);
    expect(comparable(question, order, "2011", "2012")).toBe(false);
    expect(comparable(question, order, "2010", "2012")).toBe(false);
  });

  test("a version that does not say is no longer comparable", () => {
    expect(comparable(questionOf(survey, "silent"), order, "2010", "2011")).toBe(false);
  });

  test("the wording is that of the last version with one", () => {
    const wordings = order.map((wave) => wordingIn(questionOf(survey, "q"), order, wave).en);
    expect(wordings).toEqual(["How was it?", "How was it really?", "How was it really?"]);
  });
});

test("factors nest", () => {
  const { survey } = understood(
    codebook({
      questions: `  - { id: b, type: rating, scale: { min: 1, max: 10 }, column: B }
  - { id: c, type: rating, scale: { min: 1, max: 10 }, column: C }
factors:
  - id: service
    title: { en: Service, zh: 服务 }
    weight: 24
    owner: Counter
    of: [{ id: counter, of: [b, { id: deep, of: [c] }] }, overall]
`,
    }),
  );
  const [service] = survey.factors;
  expect(service).toEqual({
    id: "service",
    title: { en: "Service", zh: "服务" },
    weight: 24,
    owner: { en: "Counter", zh: "Counter" },
    of: [
      {
        id: "counter",
        title: { en: "counter", zh: "counter" },
        of: ["b", { id: "deep", title: { en: "deep", zh: "deep" }, of: ["c"] }],
      },
      "overall",
    ],
  });
  expect(service && itemsOf(service)).toEqual(["b", "c", "overall"]);
});

describe("labels from a file", () => {
  const keys = "dimensions: [{ id: airline, column: AIR, labels: labels/airline.csv }]";

  test("code, en and zh; what one language lacks comes from the other, else from the code", () => {
    const { survey } = understood(codebook({ keys }), {
      "labels/airline.csv":
        '\uFEFFcode,en,zh\nUA,United,美联航\nAC,,加拿大航空\n\nLH,"Lufthansa, AG",\nXX,,\n',
    });
    expect(survey.dimensions[0]?.options).toEqual([
      { id: "UA", label: { en: "United", zh: "美联航" } },
      { id: "AC", label: { en: "加拿大航空", zh: "加拿大航空" } },
      { id: "LH", label: { en: "Lufthansa, AG", zh: "Lufthansa, AG" } },
      { id: "XX", label: { en: "XX", zh: "XX" } },
    ]);
  });

  test("labels keep the order they are written in, in a map too", () => {
    const text = codebook({ keys: "dimensions: [{ id: a, column: A, labels: { z: Z, b: B, y: Y } }]" });
    expect(understood(text).survey.dimensions[0]?.options.map(({ id }) => id)).toEqual(["z", "b", "y"]);
  });
});

test("texts fall back: the short name on the text, both on the id", () => {
  const { survey } = understood(
    codebook({
      questions: `  - { id: a, type: text, column: A, text: { zh: 意见 } }
  - { id: b, type: text, column: B, short: Short }
  - { id: c, type: number, column: C, unit: { en: minutes, zh: 分钟 }, better: lower, min: 0, max: 240 }
`,
    }),
  );
  expect(questionOf(survey, "a")).toMatchObject({
    text: { en: "意见", zh: "意见" },
    short: { en: "意见", zh: "意见" },
  });
  expect(questionOf(survey, "b")).toMatchObject({ text: { en: "Short", zh: "Short" } });
  expect(questionOf(survey, "c")).toMatchObject({
    text: { en: "c", zh: "c" },
    unit: { zh: "分钟" },
    better: "lower",
  });
});
