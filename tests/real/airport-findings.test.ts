/**
 * Every sentence that the overviews of a real survey say first, against figures worked out here from the CSV by itself:
 * no code of the product but its sentences. Which codes are which terminal stands in each year's code list.
 */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { JSDOM } from "jsdom";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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

/** Everybody who rated the airport as a whole. */
function respondentsOf(year: string): readonly Respondent[] {
  const columns = years[year];
  if (!columns) throw new Error(`there is no year ${year}`);
  const text = readFileSync(join(folder, `${year}.csv`), "utf-8");
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data.flatMap((row) => {
    const given = (column: string) => (row[column] ?? "").trim();
    if (!/^[1-5]$/.test(given(columns.overall))) return [];
    return [
      {
        w: columns.weighted ? Number(given("WEIGHT")) : 1,
        x: Number(given(columns.overall)),
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
}

/** A weighted mean and its error, √(Σw²(x − m)²/(Σw)²·n/(n − 1)). */
function meanOf(rows: readonly Respondent[]): Mean {
  const size = rows.reduce((sum, { w }) => sum + w, 0);
  const value = rows.reduce((sum, { w, x }) => sum + w * x, 0) / size;
  const squares = rows.reduce((sum, { w, x }) => sum + (w * (x - value)) ** 2, 0);
  const n = rows.length;
  return { value, error: Math.sqrt((squares / size ** 2) * (n / (n - 1))), n };
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

/** |z| of p = 0.01 / 310: of 310 claims that a page of this survey makes, the smallest p must be below (Holm at 1 %). */
const clear = 4.17;
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
    /^Airport as a whole shows no clear change since (\d+): ([+−][\d.]+) points \(95% interval (−?[\d.]+)(?:–| to )(−?[\d.]+); base ([\d,]+) → ([\d,]+)\)$/,
    ([, since = "", change, low, high, then, now], year) => {
      const [a, b] = [meanOf(respondentsOf(since)), meanOf(respondentsOf(year))];
      const [difference, error] = [b.value - a.value, Math.hypot(a.error, b.error)];
      expect(Number(year) - Number(since)).toBe(1);
      printed(change, difference);
      printed(low, difference - 1.96 * error);
      printed(high, difference + 1.96 * error);
      expect([number(then), number(now)]).toEqual([a.n, b.n]);
      expect(Math.abs(difference / error)).toBeLessThan(clear);
    },
  ],
  [
    /^More Filled in by oneself \(([\d.]+)% → ([\d.]+)%\): this change of mix by itself lowered airport as a whole by ([\d.]+) points \(by how it was filled in; 95% interval (−[\d.]+) to (−[\d.]+); scores within the groups show no clear change, \+([\d.]+) points, 95% interval (−?[\d.]+)–([\d.]+)\)$/,
    ([, before, after, effect, low, high, scores, scoresLow, scoresHigh], year) => {
      const [earlier, later] = [respondentsOf(String(Number(year) - 1)), respondentsOf(year)];
      const [mix, within] = jackknife(earlier, later);
      if (!mix || !within) throw new Error("nothing was split");
      const shareOf = (rows: readonly Respondent[]) => {
        const size = (of: readonly Respondent[]) => of.reduce((sum, { w }) => sum + w, 0);
        return 100 * (size(rows.filter(({ form }) => form === "2")) / size(rows));
      };
      expect(Math.abs(number(before) - shareOf(earlier))).toBeLessThan(0.051);
      expect(Math.abs(number(after) - shareOf(later))).toBeLessThan(0.051);
      printed(`−${effect}`, mix.value);
      printed(low, mix.value - 1.96 * mix.error);
      printed(high, mix.value + 1.96 * mix.error);
      expect(mix.value / mix.error).toBeLessThan(-clear);
      printed(scores, within.value);
      printed(scoresLow, within.value - 1.96 * within.error);
      printed(scoresHigh, within.value + 1.96 * within.error);
      expect(Math.abs(within.value / within.error)).toBeLessThan(clear);
    },
  ],
];

/** How many sentences each overview says. */
const sentences = { "2010": 1, "2011": 3, "2012": 2, "2013": 2, "2014": 4, "2015": 2 } as const;

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

  test.each(Object.entries(sentences))(
    "every sentence of %s is true of the file",
    async (year, expected) => {
      const context = contextOf(site, { language: "en", base: "/", wave: year });
      const { html, title } = await renderPanels(overviewPanels(site.survey), context, site);
      const page = new JSDOM(html.join("\n")).window.document;
      const said = [...page.querySelectorAll("#findings li")].map(({ textContent }) => textContent);
      expect(said).toHaveLength(expected);
      for (const sentence of said) {
        const known = forms.flatMap(([form, check]) => {
          const found = form.exec(sentence);
          return found ? [() => check([...found], year)] : [];
        });
        expect(known, sentence).toHaveLength(1);
        known[0]?.();
      }
      const stands = /^Airport as a whole stands at ([\d.]+) in (\d+)/.exec(title ?? "");
      expect(stands?.[2]).toBe(year);
      printed(stands?.[1], meanOf(respondentsOf(year)).value);
    },
    60_000,
  );

  test("and no terminal that is clearly apart from all others goes unsaid", async () => {
    for (const year of Object.keys(sentences)) {
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
