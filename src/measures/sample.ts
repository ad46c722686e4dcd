import { normalQuantile } from "../stats/normal-distribution.ts";
import type { SampleRule } from "../survey/scoring.ts";
import type { StratumCount } from "../survey/stratum.ts";

/** M06, one stratum's sample: planned against what came. Counts that are not known are absent. */
export interface SampleLine {
  readonly place: StratumCount["place"];
  readonly customers: number;
  readonly required: number;
  readonly invited?: number;
  readonly returned?: number;
  readonly valid?: number;
  /** returned ÷ invited. */
  readonly responseRate?: number;
  /** valid ÷ returned. */
  readonly validRate?: number;
  /** Valid answers that are lacking; 0 where the rule is met. */
  readonly shortfall?: number;
  /** Margin of error at 95 % of a share of one half that the valid answers really give; absent without any. */
  readonly margin?: number;
}

/**
 * M06, how many of N customers to ask. Rule 1: ⌈plus + share·N⌉. Rule 2: n0 = z²·p(1−p)/e², with finite-population
 * correction n0/(1 + (n0−1)/N), rounded up (Cochran 1977). Never more than N.
 * @throws RangeError for a number of customers that is none
 */
export function requiredSample(customers: number, rule: SampleRule): number {
  if (!Number.isInteger(customers) || customers < 0)
    throw new RangeError(`customers are a whole number, unlike ${customers}`);
  if (customers === 0) return 0;
  return Math.min(
    customers,
    roundedUp(rule.rule === 1 ? rule.plus + rule.share * customers : byMargin(customers, rule)),
  );
}

function byMargin(customers: number, { margin, proportion }: Extract<SampleRule, { rule: 2 }>): number {
  const unlimited = (z ** 2 * proportion * (1 - proportion)) / margin ** 2;
  return unlimited / (1 + (unlimited - 1) / customers);
}

/** 12.000000000000002 customers are 12. */
function roundedUp(value: number): number {
  return Math.ceil(value - 1e-9);
}

/**
 * M06, the margin of error at 95 % of a share that n of N customers give, 0–1: z·√(p(1−p)/n · (N−n)/(N−1)). 0 where all
 * were asked; undefined without an answer.
 */
export function marginOfError(n: number, customers: number, proportion = 0.5): number | undefined {
  if (n <= 0) return undefined;
  if (n >= customers) return 0;
  return z * Math.sqrt(((proportion * (1 - proportion)) / n) * ((customers - n) / (customers - 1)));
}

/** M06, the plan of a stratum of which it is known how many customers it has. */
export function sampleLine(stratum: StratumCount, rule: SampleRule): SampleLine | undefined {
  const { place, customers, handedOut: invited, returned, valid } = stratum;
  if (customers === undefined) return undefined;
  const required = requiredSample(customers, rule);
  const counts = { invited, returned, valid };
  const margin = valid === undefined ? undefined : marginOfError(valid, customers);
  return {
    place,
    customers,
    required,
    ...known(counts),
    ...known({
      responseRate: ratio(returned, invited),
      validRate: ratio(valid, returned),
      shortfall: valid === undefined ? undefined : Math.max(0, required - valid),
      margin,
    }),
  };
}

function ratio(part: number | undefined, whole: number | undefined): number | undefined {
  return part === undefined || whole === undefined || whole === 0 ? undefined : part / whole;
}

function known<Key extends string>(
  values: Readonly<Record<Key, number | undefined>>,
): { readonly [K in Key]?: number } {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { readonly [K in Key]?: number };
}

const z = normalQuantile(0.975);
