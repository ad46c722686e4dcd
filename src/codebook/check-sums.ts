import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookFactor } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

/** A weight, where it stands, and whose it is. */
interface Weight {
  readonly path: KeyPath;
  readonly name: string;
  readonly weight: number | undefined;
}

interface Group {
  readonly path: KeyPath;
  /** Whose weights they are, in words. */
  readonly name: string;
  readonly weights: readonly Weight[];
  /** The list that holds them. */
  readonly list: KeyPath;
  /** What else the sum is taken over. */
  readonly rests?: readonly KeyPath[];
  /** True where the group is a part of weights that sum as a whole. */
  readonly isPart?: boolean;
}

/** Weights that miss a whole by less than this share of it look like shares of it of which one is wrong. */
const near = 0.1;
const rounding = 1e-9;

/**
 * Weights count by their share of their sum, whatever that is (M09, M10): whole numbers such as 3, 2, 1 are as good as
 * any. Weights that are plainly shares or percentages, and of different sizes, and do not sum, stop: one of them is a
 * slip. Where it is less plain, what they come to is said, and nothing stops.
 */
export function checkSums({ factors = [], index, pairs = [] }: Codebook, notebook: Notebook): void {
  const all = factors.map(({ id, weight }, at) => ({ path: ["factors", at, "weight"], name: id, weight }));
  const list = ["factors"];
  const ofIndex = index ? all.filter(({ name }) => index.of.includes(name)) : [];
  if (!index) checkGroup({ path: list, list, name: "factors", weights: all }, notebook);
  else if (index.weights !== "equal")
    checkGroup(
      {
        path: ["index", "of"],
        name: `factors of "${index.id}"`,
        weights: ofIndex,
        list,
        rests: ["of", "weights"].map((key) => ["index", key]),
        isPart: ofIndex.length < all.length && sumsToWhole(all.map(({ weight }) => weight ?? 0)),
      },
      notebook,
    );
  factors.forEach((factor, at) => {
    checkUnder(factor, ["factors", at], notebook);
  });
  const ofPairs = pairs.map(({ perception, weight }, at) => ({
    path: ["pairs", at, "weight"],
    name: perception,
    weight,
  }));
  checkGroup({ path: ["pairs"], list: ["pairs"], name: "pairs", weights: ofPairs }, notebook);
}

function checkUnder({ id, of }: CodebookFactor, path: KeyPath, notebook: Notebook): void {
  const weights = of.map((member, at) => ({
    path: [...path, "of", at, "weight"],
    name: typeof member === "string" ? member : member.id,
    weight: typeof member === "string" ? undefined : member.weight,
  }));
  const list = [...path, "of"];
  checkGroup({ path: list, list, name: `members of "${id}"`, weights }, notebook);
  of.forEach((member, at) => {
    if (typeof member !== "string") checkUnder(member, [...path, "of", at], notebook);
  });
}

function checkGroup(
  { path, name, weights, list, rests = [], isPart = false }: Group,
  notebook: Notebook,
): void {
  const numbers = weights.flatMap(({ weight }) => weight ?? []);
  // Weights that only some state are stopped elsewhere.
  if (weights.length < 2 || numbers.length < weights.length) return;
  const verdict = verdictOn(numbers);
  if (!verdict) return;
  const sum = numbers.reduce((total, weight) => total + weight, 0);
  const written = weights.map((one) => `${one.name} ${one.weight} (line ${notebook.lineOf(one.path)})`);
  const shares = weights.map((one) => `${one.name} ${spell(((one.weight ?? 0) / sum) * 100)} %`);
  const total = Number(sum.toFixed(6));
  const { whole, stops, mixed } = verdict;
  const counts = `each counts its share of the sum: ${shares.join(", ")}`;
  notebook[stops && !isPart ? "stop" : "note"](path, {
    message: `The weights of the ${name} ${mixed ? "are of different sizes and " : ""}sum to ${total}, not to ${whole}: ${written.join(", ")}`,
    expected: `weights that sum to ${whole}, or whole numbers for their sizes, such as 3, 2, 1`,
    mend: `Correct the weight that is wrong. As they stand, ${counts}.`,
    value: total,
    rests: [...weights.map((one) => one.path), ...notebook.restsOnEach(list, 0, []), ...rests],
  });
}

interface Verdict {
  /** What the weights seem to be meant to sum to. */
  readonly whole: number;
  readonly stops: boolean;
  readonly mixed?: boolean;
}

/** What is to be said of weights; nothing of those that sum, and of sizes such as 3, 2, 1. */
function verdictOn(weights: readonly number[]): Verdict | undefined {
  if (sumsToWhole(weights)) return undefined;
  const [least, most] = [Math.min(...weights), Math.max(...weights)];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  // Shares beside percentages: 60 and 0.4.
  if (least < 1 && most >= 10) return { whole: 100, stops: true, mixed: true };
  if (most < 1) return { whole: 1, stops: !isRounded(weights, 1) };
  if (least > 0 && most > 10 && most < 100 && sum >= 50 && sum <= 150)
    return { whole: 100, stops: !isRounded(weights, 100) };
  if (least < 1) return { whole: 1, stops: false };
  const whole = [1, 100].find((one) => Math.abs(sum - one) < near * one);
  return whole === undefined ? undefined : { whole, stops: false };
}

function sumsToWhole(weights: readonly number[]): boolean {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return [1, 100].some((whole) => Math.abs(sum - whole) <= rounding * whole);
}

/** True where the sum misses a whole by no more than rounding each weight can have done: 33, 33, 33. */
function isRounded(weights: readonly number[], whole: number): boolean {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const decimals = Math.max(...weights.map((weight) => (String(weight).split(".")[1] ?? "").length));
  return Math.abs(sum - whole) < weights.length * 0.5 * 10 ** -decimals - rounding;
}

function spell(value: number): number {
  return Number(value.toFixed(2));
}
