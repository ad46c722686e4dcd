/**
 * Every sentence that the overviews of a real survey say first, against figures worked out from the CSV by itself: no
 * code of the product but its sentences.
 */
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf, type SurveySite } from "../../src/build/site.ts";
import { renderPanels } from "../../src/panels/page.ts";
import { overviewPanels } from "../../src/panels/pages.ts";
import { type OpenSite, openSite } from "../build/open-site.ts";
import {
  airportIsAbsent,
  apart,
  meanOf,
  type Respondent,
  respondentsOf,
  terminalsOf,
  years,
} from "./airport-answers.ts";
import {
  before,
  behindOf,
  changesOf,
  clear,
  clearChanges,
  expectedOf,
  isAlone,
  jackknife,
  steps,
  unclear,
  weightOf,
} from "./airport-recount.ts";

if (airportIsAbsent) console.warn("skipped: the real files of sfo-airport are not at ../shared/data");

const number = (text = "") => Number(text.replaceAll(",", "").replace("−", "-"));
/** Printed to two decimals; what is computed twice may differ by a rounding. */
const printed = (text: string | undefined, value: number | undefined) =>
  expect(Math.abs(number(text) - (value ?? Number.NaN)), `${text} is ${value}`).toBeLessThan(0.0051);
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
    /^Among customers the share of “Filled in by oneself” \((\d+)% → (\d+)%\) rose: this change of mix by itself lowered the score for “Airport as a whole” by ([\d.]+) points \(by how it was filled in; 95% interval (−[\d.]+) to (−[\d.]+); scores within the groups show no clear change, \+([\d.]+) points, 95% interval (−?[\d.]+)–([\d.]+)\)$/,
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

describe.skipIf(airportIsAbsent)("San Francisco Airport, what its overviews say first", () => {
  let open: OpenSite;
  let site: SurveySite;
  beforeAll(async () => {
    open = await openSite("tests/real/sfo-airport");
    ({ site } = open);
  }, 120_000);
  afterAll(() => open?.close());

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
