/**
 * Every sentence that the overviews of a real survey say first, against figures worked out here from the CSV by itself:
 * no code of the product but its sentences. Which codes are which terminal stands in each year's code list; which column
 * is which question, in the codebook.
 */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { prepare } from "../../src/build/prepare.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { contextOf, loadSites, type SurveySite } from "../../src/build/site.ts";
import { renderPanels } from "../../src/panels/page.ts";
import { overviewPanels } from "../../src/panels/pages.ts";

const folder = resolve(projectRoot, "../shared/data/sfo-airport");
const absent = !existsSync(folder);
if (absent) console.warn("skipped: the real files of sfo-airport are not at ../shared/data");

interface Respondent {
  readonly w: number;
  readonly x: number;
  readonly terminal: string | undefined;
  /** Asked by an interviewer, filled in by oneself, or neither. */
  readonly form: string;
}

interface YearColumns {
  readonly overall: string;
  readonly place: string;
  readonly weighted: boolean;
  readonly terminal: (code: string) => string | undefined;
}

const names = ["Terminal 1", "Terminal 2", "Terminal 3", "International Terminal"] as const;
const [one, two, three, international] = names;
const byCode = (codes: Readonly<Record<string, string>>) => (code: string) => codes[code];
const byArea = byCode({
  A: international,
  B: one,
  C: one,
  D: two,
  E: three,
  F: three,
  G: international,
});

function byGate(code: string): string | undefined {
  const gate = /^\d+$/.test(code) ? Number(code) : 0;
  const within = (low: number, high: number) => gate >= low && gate <= high;
  if (within(1, 12) || within(91, 102)) return international;
  if (within(20, 38) || within(40, 48)) return one;
  if (within(50, 59)) return two;
  return within(68, 90) ? three : undefined;
}

const years: Readonly<Record<string, YearColumns>> = {
  "2010": {
    overall: "Q6N",
    place: "TERM",
    weighted: true,
    terminal: byCode({ "1": one, "2": international, "3": three }),
  },
  "2011": {
    overall: "Q8N",
    place: "TERM",
    weighted: false,
    terminal: byCode({ "1": one, "2": two, "3": three, "4": international }),
  },
  "2012": { overall: "Q8N_WHOLE", place: "BAREA", weighted: false, terminal: byArea },
  "2013": { overall: "Q7O_WHOLE", place: "GATE", weighted: true, terminal: byGate },
  "2014": { overall: "Q7ALL", place: "AREA", weighted: true, terminal: byArea },
  "2015": { overall: "Q7ALL", place: "BAREA", weighted: true, terminal: byArea },
};

const files = new Map<string, readonly Record<string, string>[]>();

function rowsOf(year: string): readonly Record<string, string>[] {
  const known = files.get(year);
  if (known) return known;
  const text = readFileSync(join(folder, `${year}.csv`), "utf-8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  files.set(year, data);
  return data;
}

const isGrade = (text: string) => /^[1-5]$/.test(text);

/** Everybody who answered a question; where none is named, who rated the airport as a whole. */
function respondentsOf(
  year: string,
  column = years[year]?.overall ?? "",
  isAnswer: (text: string) => boolean = isGrade,
): readonly Respondent[] {
  const columns = years[year];
  if (!columns) throw new Error(`there is no year ${year}`);
  return rowsOf(year).flatMap((row) => {
    const given = (name: string) => (row[name] ?? "").trim();
    if (!isAnswer(given(column))) return [];
    return [
      {
        w: columns.weighted ? Number(given("WEIGHT")) : 1,
        x: Number(given(column)),
        terminal: columns.terminal(given(columns.place)),
        form: given("SAQ"),
      },
    ];
  });
}

interface Mean {
  readonly value: number;
  readonly error: number;
  readonly n: number;
  /** (Σw)²/Σw². */
  readonly effective: number;
  /** Variance of single answers. */
  readonly variance: number;
}

/** A weighted mean and its error, √(Σw²(x − m)²/(Σw)²·n/(n − 1)). */
function meanOf(rows: readonly Respondent[]): Mean {
  const size = rows.reduce((sum, { w }) => sum + w, 0);
  const value = rows.reduce((sum, { w, x }) => sum + w * x, 0) / size;
  const squares = rows.reduce((sum, { w, x }) => sum + (w * (x - value)) ** 2, 0);
  const n = rows.length;
  return {
    value,
    error: Math.sqrt((squares / size ** 2) * (n / (n - 1))),
    n,
    effective: size ** 2 / rows.reduce((sum, { w }) => sum + w ** 2, 0),
    variance: (rows.reduce((sum, { w, x }) => sum + w * (x - value) ** 2, 0) / size) * (n / (n - 1)),
  };
}

/** How many errors two means of different people are apart. */
function apart(a: Mean, b: Mean): number {
  return (a.value - b.value) / Math.hypot(a.error, b.error);
}

/** The terminals of a year, best first. */
function terminalsOf(year: string): readonly (Mean & { readonly name: string })[] {
  const rows = respondentsOf(year);
  return names
    .map((name) => ({ name, ...meanOf(rows.filter(({ terminal }) => terminal === name)) }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.value - a.value);
}

interface AskedQuestion {
  readonly id: string;
  readonly type: string;
  readonly short: { readonly en: string };
  readonly column?: string | Readonly<Record<string, string>>;
  readonly min?: number;
  readonly max?: number;
}

/** Those questions of the codebook of which a mean is shown. */
const questions = (
  parse(readFileSync(join(import.meta.dirname, "sfo-airport", "survey.yaml"), "utf-8")) as {
    readonly questions: readonly AskedQuestion[];
  }
).questions.filter(({ type }) => type === "rating" || type === "number");

function answersTo({ column, min, max }: AskedQuestion, year: string): readonly Respondent[] {
  const name = typeof column === "string" ? column : (column?.[year] ?? column?.["default"]);
  if (name === undefined) return [];
  if (min === undefined || max === undefined) return respondentsOf(year, name);
  return respondentsOf(
    year,
    name,
    (text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max,
  );
}

interface Change {
  readonly name: string;
  readonly then: Mean;
  readonly now: Mean;
  readonly difference: number;
  /** Half of its 95 % interval. */
  readonly half: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Welch's t on n/deff⁴ − 1 degrees of freedom. There are more than four hundred of them, so that Student's quantile is
 * z + (z³ + z)/4f, and t as improbable as the z of Abramowitz and Stegun 26.7.8.
 */
function changeOf(name: string, then: Mean, now: Mean): Change {
  const difference = now.value - then.value;
  const error = Math.hypot(then.error, now.error);
  const freedom = ({ n, effective }: Mean) => n * (effective / n) ** 4 - 1;
  const f = error ** 4 / (then.error ** 4 / freedom(then) + now.error ** 4 / freedom(now));
  expect(f).toBeGreaterThan(400);
  const t = Math.abs(difference / error);
  const z95 = 1.959964;
  return {
    name,
    then,
    now,
    difference,
    half: (z95 + (z95 ** 3 + z95) / (4 * f)) * error,
    p: twoSided((t * (1 - 1 / (4 * f))) / Math.sqrt(1 + t ** 2 / (2 * f))),
  };
}

/** p of a z by Laplace's continued fraction; below 1, where it hardly converges and nothing is ever clear, 1. */
function twoSided(z: number): number {
  if (z < 1) return 1;
  const fraction = Array.from({ length: 200 }, (_, at) => 200 - at).reduce((rest, k) => z + k / rest, z);
  return (2 * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI) / fraction;
}

const before = (year: string) => String(Number(year) - 1);

/** How all questions of two years changed, most certain first. */
function changesOf(year: string): readonly Change[] {
  if (!(before(year) in years)) return [];
  return questions
    .flatMap((question) => {
      const [then, now] = [answersTo(question, before(year)), answersTo(question, year)];
      if (then.length === 0 || now.length === 0) return [];
      return [changeOf(question.short.en, meanOf(then), meanOf(now))];
    })
    .toSorted((a, b) => a.p - b.p);
}

/** Those changes of a year that are clear: Holm at 1 % over all its questions. */
function clearChanges(year: string): readonly Change[] {
  const all = changesOf(year);
  const kept = all.findIndex(({ p }, rank) => p > 0.01 / (all.length - rank));
  return kept < 0 ? all : all.slice(0, kept);
}

/** In standard deviations of single answers, times the root of the share of respondents whom it concerns. */
function weightOf({ now, difference }: Change, year: string): number {
  const whole = respondentsOf(year).length;
  return (Math.abs(difference) / Math.sqrt(now.variance)) * Math.sqrt(Math.min(1, now.n / whole));
}

/** Σw and Σwx of each form. */
type FormSums = ReadonlyMap<string, readonly [number, number]>;

function formSums(rows: readonly Respondent[]): FormSums {
  const sums = new Map<string, readonly [number, number]>();
  for (const { w, x, form } of rows) {
    const [size, total] = sums.get(form) ?? [0, 0];
    sums.set(form, [size + w, total + w * x]);
  }
  return sums;
}

/** What changed shares did, Σ(s̄ − S̄)·Δp, and changed scores, Σp̄·Δs; p̄, s̄ and S̄ are means of both years. */
function splitByForm(earlier: FormSums, later: FormSums): readonly [number, number] {
  const wholes = [earlier, later].map((sums) =>
    [...sums.values()].reduce(([w, wx], [size, total]) => [w + size, wx + total] as const, [0, 0] as const),
  );
  const [[wa, ta], [wb, tb]] = wholes as [readonly [number, number], readonly [number, number]];
  const middle = (ta / wa + tb / wb) / 2;
  return [...earlier].reduce<readonly [number, number]>(
    ([shared, scored], [form, [size, total]]) => {
      const [sizeB, totalB] = later.get(form) ?? [0, 0];
      const [pa, pb, sa, sb] = [size / wa, sizeB / wb, total / size, totalB / sizeB];
      return [shared + ((sa + sb) / 2 - middle) * (pb - pa), scored + ((pa + pb) / 2) * (sb - sa)];
    },
    [0, 0],
  );
}

/** The same with errors by the jackknife: each respondent left out once, which takes nothing of the product's formulas. */
function jackknife(earlier: readonly Respondent[], later: readonly Respondent[]) {
  const [a, b] = [formSums(earlier), formSums(later)];
  const values = splitByForm(a, b);
  const without = (sums: FormSums, { w, x, form }: Respondent): FormSums => {
    const [size, total] = sums.get(form) ?? [0, 0];
    return new Map(sums).set(form, [size - w, total - w * x]);
  };
  const variances = [
    earlier.map((row) => splitByForm(without(a, row), b)),
    later.map((row) => splitByForm(a, without(b, row))),
  ].map((found) =>
    ([0, 1] as const).map((at) => {
      const mean = found.reduce((sum, one) => sum + one[at], 0) / found.length;
      const squares = found.reduce((sum, one) => sum + (one[at] - mean) ** 2, 0);
      return ((found.length - 1) / found.length) * squares;
    }),
  );
  return ([0, 1] as const).map((at) => ({
    value: values[at],
    error: Math.sqrt(variances.reduce((sum, one) => sum + (one[at] ?? 0), 0)),
  }));
}

const number = (text = "") => Number(text.replaceAll(",", "").replace("−", "-"));
/** Printed to two decimals; what is computed twice may differ by a rounding. */
const printed = (text: string | undefined, value: number | undefined) =>
  expect(Math.abs(number(text) - (value ?? Number.NaN)), `${text} is ${value}`).toBeLessThan(0.0051);

/** |z| of p = 0.005 / 155: whatever is beyond it is clear among up to 155 comparisons (Holm at half a per cent). */
const clear = 4.17;
/** |z| of p = 0.005: whatever is below it is clear in no family of half a per cent. */
const unclear = 2.807;
/** |z| of p = 0.0025, 0.0025 / 2 and so on to 0.0025 / 6: half a per cent, shared by tables of two levels. */
const steps = [3.023, 3.227, 3.341, 3.421, 3.481, 3.529] as const;

/** Whether a terminal clearly differs from each other one: all pairs of a year in order of |z|, Holm. */
function isAlone(terminals: readonly (Mean & { readonly name: string })[], name: string): boolean {
  const pairs = terminals
    .flatMap((a, at) =>
      terminals.slice(at + 1).map((b) => ({ of: [a.name, b.name], z: Math.abs(apart(a, b)) })),
    )
    .toSorted((a, b) => b.z - a.z);
  const kept = pairs.findIndex(({ z }, rank) => z < (steps[pairs.length - rank - 1] ?? Number.NaN));
  return pairs.every(({ of }, rank) => !of.includes(name) || kept < 0 || rank < kept);
}

/** Means in fair order, drawn to the whole's, with the groups that they fall into (errors from the pooled variance, Holm). */
function fairOrder(year: string): readonly (Mean & { readonly name: string; readonly group: number })[] {
  const terminals = terminalsOf(year);
  const sum = (of: (one: Mean) => number) => terminals.reduce((total, one) => total + of(one), 0);
  const within = sum(({ n, variance }) => (n - 1) * variance) / sum(({ n }) => n - 1);
  const squared = ({ effective }: Mean) => within / effective;
  const u = sum((one) => 1 / squared(one));
  const centre = sum((one) => one.value / squared(one)) / u;
  const q = sum((one) => (one.value - centre) ** 2 / squared(one));
  const between = Math.max(0, (q - terminals.length + 1) / (u - sum((one) => 1 / squared(one) ** 2) / u));
  const whole = meanOf(respondentsOf(year)).value;
  const drawn = (one: Mean) => whole + (between / (between + squared(one))) * (one.value - whole);
  const order = terminals.toSorted((a, b) => drawn(b) - drawn(a));
  const distance = (a: Mean, b: Mean) => (a.value - b.value) / Math.sqrt(squared(a) + squared(b));
  const pairs = order
    .flatMap((a, at) => order.slice(at + 1).map((b) => Math.abs(distance(a, b))))
    .toSorted((a, b) => b - a);
  const kept = pairs.findIndex((z, rank) => z < (steps[pairs.length - rank - 1] ?? Number.NaN));
  const least = kept < 0 ? 0 : (pairs[kept - 1] ?? Number.POSITIVE_INFINITY);
  let [first, group] = [order[0], 0];
  return order.map((one) => {
    if (first && distance(first, one) >= least) [first, group] = [one, group + 1];
    return { ...one, group };
  });
}

/** The last terminal in fair order where it is a group of its own though not apart from each other one, and whom it is behind. */
function behindOf(year: string) {
  const order = fairOrder(year);
  const last = order.at(-1);
  const other = order.find(({ group }) => group + 1 === last?.group);
  if (!last || !other || order.at(-2)?.group === last.group || isAlone(order, last.name)) return undefined;
  return { last, other };
}

/** By year: what the overview says first. */
type Check = (found: readonly string[], year: string) => void;
const forms: readonly (readonly [RegExp, Check])[] = [
  [
    /^By terminal, (.+) is (highest|lowest) of (\d), at ([\d.]+) \(clearly (above|below) (.+), ([\d.]+); 95% interval ([\d.]+)–([\d.]+); base ([\d,]+)\)$/,
    ([, name, end, ranked, value, side, other, otherValue, low, high, base], year) => {
      const terminals = terminalsOf(year);
      const found = end === "highest" ? terminals[0] : terminals.at(-1);
      if (!found) throw new Error("there are no terminals");
      expect([found.name, terminals.length, side]).toEqual([
        name,
        Number(ranked),
        end === "highest" ? "above" : "below",
      ]);
      const others = terminals.filter((terminal) => terminal !== found);
      expect(isAlone(terminals, found.name)).toBe(true);
      printed(value, found.value);
      printed(otherValue, others.find((terminal) => terminal.name === other)?.value);
      printed(low, found.value - 1.96 * found.error);
      printed(high, found.value + 1.96 * found.error);
      expect(number(base)).toBe(found.n);
      // The one it is named beside is no further from it than any other is, or hardly: theirs is a fair order.
      const nearest = Math.min(...others.map((terminal) => Math.abs(terminal.value - found.value)));
      expect(Math.abs(number(otherValue) - found.value) - nearest).toBeLessThan(0.02);
    },
  ],
  [
    /^By terminal, (.+) is clearly behind (.+) \(at ([\d.]+) against ([\d.]+); last in fair order, a group of its own; 95% interval ([\d.]+)–([\d.]+); base ([\d,]+)\)$/,
    ([, name, beside, value, otherValue, low, high, base], year) => {
      const found = behindOf(year);
      if (!found) throw new Error("the last terminal is no group of its own, or apart from all");
      const { last, other } = found;
      expect([name, beside]).toEqual([last.name, other.name]);
      expect(apart(last, other)).toBeLessThan(-steps[0]);
      printed(value, last.value);
      printed(otherValue, other.value);
      printed(low, last.value - 1.96 * last.error);
      printed(high, last.value + 1.96 * last.error);
      expect(number(base)).toBe(last.n);
    },
  ],
  [
    /^The score for “(.+)” (rose|fell) ([\d.]+) points to ([\d.]+) \(since (\d+); 95% interval (−?[\d.]+)(?:–| to )(−?[\d.]+); base ([\d,]+) → ([\d,]+)\)$/,
    ([, name, way, size, value, since, low, high, then, now], year) => {
      expect(since).toBe(before(year));
      const found = clearChanges(year).find((change) => change.name === name);
      if (!found) throw new Error(`${name} did not clearly change`);
      expect(way).toBe(found.difference > 0 ? "rose" : "fell");
      printed(size, Math.abs(found.difference));
      printed(value, found.now.value);
      printed(low, found.difference - found.half);
      printed(high, found.difference + found.half);
      expect([number(then), number(now)]).toEqual([found.then.n, found.now.n]);
    },
  ],
  [
    /^The score for “Airport as a whole” shows no clear change since (\d+): ([+−][\d.]+) points \(95% interval (−?[\d.]+)(?:–| to )(−?[\d.]+); base ([\d,]+) → ([\d,]+)\)$/,
    ([, since, change, low, high, then, now], year) => {
      expect(since).toBe(before(year));
      const found = changesOf(year).find(({ name }) => name === "Airport as a whole");
      if (!found) throw new Error("the airport as a whole was not compared");
      printed(change, found.difference);
      printed(low, found.difference - found.half);
      printed(high, found.difference + found.half);
      expect([number(then), number(now)]).toEqual([found.then.n, found.now.n]);
      expect(clearChanges(year)).not.toContainEqual(expect.objectContaining({ name: found.name }));
    },
  ],
  [
    /^More Filled in by oneself \((\d+)% → (\d+)%\) among customers: this change of mix by itself lowered the score for “Airport as a whole” by ([\d.]+) points \(by how it was filled in; 95% interval (−[\d.]+) to (−[\d.]+); scores within the groups show no clear change, \+([\d.]+) points, 95% interval (−?[\d.]+)–([\d.]+)\)$/,
    ([, shareThen, shareNow, effect, low, high, scores, scoresLow, scoresHigh], year) => {
      // Shares of those who answered are shares of customers only where both years are weighted.
      expect([years[before(year)]?.weighted, years[year]?.weighted]).toEqual([true, true]);
      const [earlier, later] = [respondentsOf(before(year)), respondentsOf(year)];
      const [mix, within] = jackknife(earlier, later);
      if (!mix || !within) throw new Error("nothing was split");
      const shareOf = (rows: readonly Respondent[]) => {
        const size = (of: readonly Respondent[]) => of.reduce((sum, { w }) => sum + w, 0);
        return 100 * (size(rows.filter(({ form }) => form === "2")) / size(rows));
      };
      expect(Math.abs(number(shareThen) - shareOf(earlier))).toBeLessThan(0.501);
      expect(Math.abs(number(shareNow) - shareOf(later))).toBeLessThan(0.501);
      printed(`−${effect}`, mix.value);
      printed(low, mix.value - 1.96 * mix.error);
      printed(high, mix.value + 1.96 * mix.error);
      expect(mix.value / mix.error).toBeLessThan(-clear);
      printed(scores, within.value);
      printed(scoresLow, within.value - 1.96 * within.error);
      printed(scoresHigh, within.value + 1.96 * within.error);
      expect(Math.abs(within.value / within.error)).toBeLessThan(unclear);
    },
  ],
];

/** Whether a changed share of how it was filled in clearly moved the airport as a whole; no other mix may be told. */
function isMixed(year: string): boolean {
  if (!(before(year) in years)) return false;
  const [then, now] = [before(year), year].map((one) =>
    respondentsOf(one).filter(({ form }) => form === "1" || form === "2"),
  );
  const [mix] = jackknife(then ?? [], now ?? []);
  return Math.abs((mix?.value ?? Number.NaN) / (mix?.error ?? Number.NaN)) > clear;
}

const most = 6;

/**
 * What an overview has to say: clear changes of questions, heaviest first, of which one gives way where no terminal
 * would be named; terminals apart from all others, or the last behind others; the mix; and where there is room, that the
 * whole did not change.
 */
function expectedOf(year: string) {
  const terminals = terminalsOf(year);
  const ends = [terminals[0], terminals.at(-1)].filter((one) => one && isAlone(terminals, one.name)).length;
  const others = ends + (behindOf(year) ? 1 : 0) + (isMixed(year) ? 1 : 0);
  const changes = clearChanges(year)
    .toSorted((a, b) => weightOf(b, year) - weightOf(a, year))
    .slice(0, most - Math.min(1, others));
  const isSteady =
    before(year) in years && !clearChanges(year).some(({ name }) => name === "Airport as a whole");
  return { changes, count: Math.min(most, changes.length + others + (isSteady ? 1 : 0)) };
}

describe.skipIf(absent)("San Francisco Airport, what its overviews say first", () => {
  let cache: string;
  let site: SurveySite;
  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), "manyi-real-"));
    const data = join(import.meta.dirname, "sfo-airport");
    const { prepared } = await prepare({ data, root: projectRoot, cache });
    const file = join(cache, "prepared.json");
    await writeFile(file, JSON.stringify(prepared));
    process.env["MANYI_PREPARED"] = file;
    const [first] = await loadSites();
    if (!first) throw new Error("nothing was prepared");
    site = first;
  }, 120_000);
  afterAll(() => rm(cache, { recursive: true }));

  test.each(Object.keys(years))(
    "every sentence of %s is true of the file",
    async (year) => {
      const context = contextOf(site, { language: "en", base: "/", wave: year });
      const { html, title } = await renderPanels(overviewPanels(site.survey), context, site);
      const page = new JSDOM(html.join("\n")).window.document;
      const said = [...page.querySelectorAll("#findings li")].map(({ textContent }) => textContent);
      const { changes, count } = expectedOf(year);
      expect(said).toHaveLength(count);
      const moved = said.flatMap((sentence) => /“(.+)” (?:rose|fell) /.exec(sentence)?.[1] ?? []);
      expect(moved.toSorted()).toEqual(changes.map(({ name }) => name).toSorted());
      // Two of 2012 are as heavy to the fourth digit: their order is free.
      const weights = moved.map((name) => {
        const change = changes.find((one) => one.name === name);
        return change ? weightOf(change, year) : Number.NaN;
      });
      for (const [at, weight] of weights.slice(1).entries())
        expect(weight, moved[at + 1]).toBeLessThan((weights[at] ?? Number.NaN) + 0.0002);
      for (const sentence of said) {
        const known = forms.flatMap(([form, check]) => {
          const found = form.exec(sentence);
          return found ? [() => check([...found], year)] : [];
        });
        expect(known, sentence).toHaveLength(1);
        known[0]?.();
      }
      const stands =
        /^The score for “Airport as a whole” stands at ([\d.]+) in (\d+)(?:, no clear change on (\d+))?$/.exec(
          title ?? "",
        );
      const isFirst = !(before(year) in years);
      expect([stands?.[2], stands?.[3]]).toEqual([year, isFirst ? undefined : before(year)]);
      expect(clearChanges(year).map(({ name }) => name)).not.toContain("Airport as a whole");
      printed(stands?.[1], meanOf(respondentsOf(year)).value);
    },
    60_000,
  );

  test("and no terminal that is clearly apart from all others goes unsaid", async () => {
    for (const year of Object.keys(years)) {
      const terminals = terminalsOf(year);
      const context = contextOf(site, { language: "en", base: "/", wave: year });
      const { html } = await renderPanels(overviewPanels(site.survey), context, site);
      const text = new JSDOM(html.join("\n")).window.document.querySelector("#findings")?.textContent ?? "";
      for (const [at, word] of [
        [0, "highest"],
        [terminals.length - 1, "lowest"],
      ] as const) {
        const found = terminals[at];
        if (!found) throw new Error("there are no terminals");
        const isSaid = text.includes(`${found.name} is ${word}`);
        expect(isSaid, `${year} ${found.name}`).toBe(isAlone(terminals, found.name));
      }
    }
  }, 120_000);
});
