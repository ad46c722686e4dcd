/**
 * A survey with every type of question, and seeded random respondents: what they answered, the export that says so,
 * and how many gave each answer, counted row by row without the store.
 */
import type { CountsRequest } from "../../src/counts/request.ts";
import type { Cell, Sums } from "../../src/counts/tally.ts";
import { seededRandom } from "../../src/stats/random.ts";

/** More rating items than one pass over the table counts. */
const ratings = Array.from({ length: 33 }, (_, at) => `r${at + 1}`);
const regions = ["east", "west", "north"];
const cities = ["Ulm", "Aachen", "Kiel", "10", "9"];
const channels = ["web", "shop"];
const visits = ["first", "second", "often", "never"];
const shops = ["old town", "airport", "harbour"];
const media = ["tv", "web", "paper"];
const reasons = ["x", "y", "z"];
/** The codebook lists them in another order. */
const tools = ["hammer; nails", "saw", "other"];
const toolOrder = ["saw", "hammer; nails", "other"];
const months = ["2024-01", "2024-02", "2023-12"];

/** r33, the channel, weights and the medium "paper" exist in the first wave only. */
export const waves = ["w1", "w2"] as const;
type WaveId = (typeof waves)[number];

export interface Respondent {
  readonly wave: WaveId;
  /** Undefined: none was given, so the respondent counts in unweighted figures only. */
  readonly weight: number | undefined;
  readonly places: Readonly<Record<string, string | undefined>>;
  readonly scales: Readonly<Record<string, number | undefined>>;
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly ticks: Readonly<Record<string, readonly string[]>>;
  readonly numbers: Readonly<Record<string, number | undefined>>;
  readonly comment: boolean;
}

export function randomRespondents(seed: number, count: number): readonly Respondent[] {
  const random = seededRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const maybe = <Value>(value: Value, chance = 0.85) => (random() < chance ? value : undefined);
  const pick = (list: readonly string[]) => maybe(list[whole(list.length)] ?? "");
  return Array.from({ length: count }, (_, at): Respondent => {
    const wave = at % 2 === 0 ? "w1" : "w2";
    const first = wave === "w1";
    return {
      wave,
      weight: first ? maybe((1 + whole(40)) / 10, 0.95) : undefined,
      places: { region: pick(regions), city: pick(cities), channel: first ? pick(channels) : undefined },
      scales: {
        ...Object.fromEntries(
          ratings.map((id) => [id, first || id !== "r33" ? maybe(1 + whole(10)) : undefined]),
        ),
        recommend: maybe(whole(11)),
        // Put to those who come often; some others answer it all the same, which counts for nothing.
        returns: maybe(1 + whole(10), 0.2),
      },
      options: {
        visit: maybe(random() < 0.7 ? "often" : (visits[whole(2)] ?? "")),
        shop: pick(shops),
        day: pick(months),
      },
      ticks: {
        media: (first ? media : media.slice(0, 2)).filter(() => random() < 0.4),
        reason: [...new Set([pick(reasons), pick(reasons)])].filter((id) => id !== undefined),
        tools: tools.filter(() => random() < 0.4),
      },
      numbers: { wait: maybe(whole(4000) / 16), trips: maybe(whole(30)) },
      comment: random() < 0.3,
    };
  });
}

/** The survey's files: its codebook and an export for each wave. */
export function filesOf(respondents: readonly Respondent[]): Readonly<Record<string, string>> {
  return {
    "survey.yaml": codebook,
    "w1.csv": exportOf(respondents, "w1"),
    "w2.csv": exportOf(respondents, "w2"),
  };
}

const codebook = `
id: random
title: Random answers
weight: WEIGHT
quality: { badCells: 0.2 }
waves: [{ id: w1, file: w1.csv }, { id: w2, file: w2.csv }]
dimensions:
  - { id: region, column: REGION, labels: { east: East, west: West, north: North } }
  - { id: city, column: CITY }
  - { id: channel, column: CHANNEL, labels: { web: Web, shop: Shop } }
hierarchy: [region, city]
scales: { ten: { min: 1, max: 10 } }
questions:
${ratings.map((id) => `  - { id: ${id}, type: rating, scale: ten, column: ${id.toUpperCase()} }`).join("\n")}
  - { id: recommend, type: nps, column: NPS }
  - { id: visit, type: single, column: VISIT, labels: { first: 1st, second: 2nd, often: Often, never: Never } }
  - { id: shop, type: single, column: SHOP }
  - { id: media, type: multi, columns: { tv: TV, web: WWW, paper: PAPER } }
  - { id: reason, type: multi, base: asked, columns: [WHY1, WHY2], labels: { x: X, y: Y, z: Z } }
  - { id: tools, type: multi, column: TOOLS, separator: ";", other: other, labels: { saw: Saw, hammer: hammer; nails, other: Other } }
  - { id: returns, type: rating, scale: ten, column: RETURNS, asked: { visit: [often] } }
  - { id: wait, type: number, unit: minutes, min: 0, column: WAIT }
  - { id: trips, type: number, column: TRIPS }
  - { id: comment, type: text, column: COMMENT }
  - { id: day, type: date, column: DAY }
`;

function exportOf(respondents: readonly Respondent[], wave: WaveId): string {
  const first = wave === "w1";
  const columns: readonly (readonly [string, (one: Respondent) => string | number | undefined])[] = [
    ["REGION", (one) => one.places["region"]],
    ["CITY", (one) => one.places["city"]],
    ...(first ? [["CHANNEL", (one: Respondent) => one.places["channel"]] as const] : []),
    ...(first ? [["WEIGHT", (one: Respondent) => one.weight] as const] : []),
    ...ratings
      .filter((id) => first || id !== "r33")
      .map((id) => [id.toUpperCase(), (one: Respondent) => one.scales[id]] as const),
    ["NPS", (one) => one.scales["recommend"]],
    ["VISIT", (one) => one.options["visit"]],
    ["SHOP", (one) => one.options["shop"]],
    ...(first ? media : media.slice(0, 2)).map(
      (id) => [id === "web" ? "WWW" : id.toUpperCase(), (one: Respondent) => tick(one, id)] as const,
    ),
    ["WHY1", (one) => one.ticks["reason"]?.[0]],
    ["WHY2", (one) => one.ticks["reason"]?.[1]],
    ["TOOLS", (one) => one.ticks["tools"]?.map((tool) => (tool === "other" ? "my own" : tool)).join(";")],
    ["RETURNS", (one) => one.scales["returns"]],
    ["WAIT", (one) => one.numbers["wait"]],
    ["TRIPS", (one) => one.numbers["trips"]],
    ["COMMENT", (one) => (one.comment ? '"a ""comment"", of\ntwo lines"' : undefined)],
    ["DAY", (one) => (one.options["day"] === undefined ? undefined : `${one.options["day"]}-17`)],
  ];
  const lines = respondents
    .filter((one) => one.wave === wave)
    .map((one) => columns.map(([, cell]) => cell(one) ?? "").join(","));
  return `${[columns.map(([header]) => header).join(","), ...lines].join("\n")}\n`;
}

function tick(one: Respondent, id: string): string {
  return one.ticks["media"]?.includes(id) ? "1" : "0";
}

export interface CountedGroup {
  readonly rows: Cell;
  readonly tallies: Readonly<Record<string, CountedTally>>;
}
export type CountedTally = {
  readonly base: Cell;
  readonly cells?: Readonly<Record<string, Cell>>;
  readonly sums?: Sums;
};

/** Groups by `wave|key|key…`, counted respondent by respondent. */
export function countRows(
  respondents: readonly Respondent[],
  request: CountsRequest,
): ReadonlyMap<string, CountedGroup> {
  const groups = new Map<string, Respondent[]>();
  for (const one of respondents) {
    if (!request.waves.includes(one.wave) || !isIn(one, request.slice)) continue;
    const key = [one.wave, ...request.by.map((dimension) => one.places[dimension] ?? "?")].join("|");
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const weigh = weigher(respondents);
  return new Map(
    [...groups].map(([key, members]) => {
      const wave = members[0]?.wave ?? "w1";
      const asked = request.questions.filter((id) => wave === "w1" || id !== "r33");
      const tallies = Object.fromEntries(asked.map((id) => [id, countQuestion(id, members, weigh)]));
      return [key, { rows: cellOf(members, weigh), tallies }];
    }),
  );
}

function isIn(one: Respondent, slice: CountsRequest["slice"]): boolean {
  return Object.entries(slice).every(
    ([dimension, values]) => values.length === 0 || values.some((value) => one.places[dimension] === value),
  );
}

type Weigh = (one: Respondent) => number | undefined;

/** Weights with mean 1 in the first wave; 1 for everybody in the second. */
function weigher(respondents: readonly Respondent[]): Weigh {
  const given = respondents.flatMap((one) => one.weight ?? []);
  const mean = given.reduce((sum, weight) => sum + weight, 0) / given.length;
  return (one) => (one.wave === "w2" ? 1 : one.weight === undefined ? undefined : one.weight / mean);
}

function countQuestion(id: string, members: readonly Respondent[], weigh: Weigh): CountedTally {
  if (id === "wait" || id === "trips") {
    const answered = members.filter((one) => one.numbers[id] !== undefined);
    return { base: cellOf(answered, weigh), sums: sumsOf(answered, id, weigh) };
  }
  const based = members.filter((one) => (answersOf(id, one) ?? null) !== null);
  const codes = [...new Set(based.flatMap((one) => answersOf(id, one) ?? []))];
  const cells = codes.map((code) => [
    code,
    cellOf(
      based.filter((one) => answersOf(id, one)?.includes(code)),
      weigh,
    ),
  ]);
  return { base: cellOf(based, weigh), cells: Object.fromEntries(cells) };
}

/** Codes, or places among the options in the order of the codebook; of open options, in their sorted order. */
function answersOf(id: string, one: Respondent): readonly number[] | undefined {
  const place = (list: readonly string[], value: string | undefined) =>
    value === undefined ? undefined : [list.indexOf(value)];
  if (id === "visit") return place(visits, one.options["visit"]);
  if (id === "shop") return place(shops.toSorted(), one.options["shop"]);
  if (id === "day") return place(months.toSorted(), one.options["day"]);
  if (id === "comment") return one.comment ? [1] : undefined;
  if (id === "media")
    return one.ticks["media"]?.length ? one.ticks["media"].map((tv) => media.indexOf(tv)) : undefined;
  if (id === "tools")
    return one.ticks["tools"]?.length ? one.ticks["tools"].map((tool) => toolOrder.indexOf(tool)) : undefined;
  if (id === "returns" && one.options["visit"] !== "often") return undefined;
  if (id === "reason") return one.ticks["reason"]?.map((reason) => reasons.indexOf(reason));
  const code = one.scales[id];
  return code === undefined ? undefined : [code];
}

function cellOf(members: readonly Respondent[], weigh: Weigh): Cell {
  const weights = members.flatMap((one) => weigh(one) ?? []);
  return {
    n: members.length,
    m: weights.length,
    w: weights.reduce((sum, w) => sum + w, 0),
    w2: weights.reduce((sum, w) => sum + w * w, 0),
  };
}

function sumsOf(members: readonly Respondent[], id: string, weigh: Weigh): Sums {
  const sums = { x: 0, xx: 0, wx: 0, wxx: 0, w2x: 0, w2xx: 0 };
  for (const one of members) {
    const x = one.numbers[id] ?? 0;
    const w = weigh(one) ?? 0;
    sums.x += x;
    sums.xx += x * x;
    sums.wx += w * x;
    sums.wxx += w * x * x;
    sums.w2x += w * w * x;
    sums.w2xx += w * w * x * x;
  }
  return sums;
}

export const allQuestions: readonly string[] = [
  ...ratings,
  "recommend",
  "visit",
  "shop",
  "media",
  "reason",
  "tools",
  "returns",
  "wait",
  "trips",
  "comment",
  "day",
];
