/** What may be said of San Francisco Airport, worked out from its files without any code of the product. */
import { expect } from "vitest";
import {
  answersTo,
  apart,
  type Mean,
  meanOf,
  questions,
  type Respondent,
  respondentsOf,
  terminalsOf,
  years,
} from "./airport-answers.ts";

export interface Change {
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

export const before = (year: string) => String(Number(year) - 1);

/** How all questions of two years changed, most certain first. */
export function changesOf(year: string): readonly Change[] {
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
export function clearChanges(year: string): readonly Change[] {
  const all = changesOf(year);
  const kept = all.findIndex(({ p }, rank) => p > 0.01 / (all.length - rank));
  return kept < 0 ? all : all.slice(0, kept);
}

/** In standard deviations of single answers, times the root of the share of respondents whom it concerns. */
export function weightOf({ now, difference }: Change, year: string): number {
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
export function jackknife(earlier: readonly Respondent[], later: readonly Respondent[]) {
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

/** |z| of p = 0.005 / 155: whatever is beyond it is clear among up to 155 comparisons (Holm at half a per cent). */
export const clear = 4.17;
/** |z| of p = 0.005: whatever is below it is clear in no family of half a per cent. */
export const unclear = 2.807;
/** |z| of p = 0.0025, 0.0025 / 2 and so on to 0.0025 / 6: half a per cent, shared by tables of two levels. */
export const steps = [3.023, 3.227, 3.341, 3.421, 3.481, 3.529] as const;

/** Whether a terminal clearly differs from each other one: all pairs of a year in order of |z|, Holm. */
export function isAlone(terminals: readonly (Mean & { readonly name: string })[], name: string): boolean {
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
export function behindOf(year: string) {
  const order = fairOrder(year);
  const last = order.at(-1);
  const other = order.find(({ group }) => group + 1 === last?.group);
  if (!last || !other || order.at(-2)?.group === last.group || isAlone(order, last.name)) return undefined;
  return { last, other };
}

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
export function expectedOf(year: string) {
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
