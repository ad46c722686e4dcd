import type { CustomerType } from "./respondents.ts";
import type { Stratum } from "./strata.ts";

/** People of one kind, as the population file counts them: by region or by customer. */
export interface PopulationRow {
  readonly wave: string;
  readonly region: string;
  readonly customer_type: CustomerType | "";
  readonly people: number;
}

/**
 * Companies' share of all customers, and online sellers'; private persons are the others. Companies answer more often
 * than they occur, private persons more rarely: without weights there would be too few of them.
 */
const shares: Readonly<Record<string, { readonly ENT: number; readonly ECOM: number }>> = {
  "2023-H1": { ENT: 0.42, ECOM: 0.22 },
  "2023-H2": { ENT: 0.415, ECOM: 0.23 },
  "2024-H1": { ENT: 0.41, ECOM: 0.24 },
  "2024-H2": { ENT: 0.4, ECOM: 0.25 },
};

/**
 * The customers of a wave by region, as the strata have them, and by kind of customer: two ways to count the same
 * people. How many there are of each kind in each region the company does not know.
 */
export function populationRows(wave: string, strata: readonly Stratum[]): readonly PopulationRow[] {
  const all = strata.reduce((sum, { customers }) => sum + customers, 0);
  const { ENT, ECOM } = shares[wave] ?? { ENT: 0.4, ECOM: 0.25 };
  const [companies, sellers] = [Math.round(ENT * all), Math.round(ECOM * all)];
  const kinds = [
    ["ENT", companies],
    ["ECOM", sellers],
    ["IND", all - companies - sellers],
  ] as const;
  return [
    ...strata.map(
      ({ region, customers }): PopulationRow => ({ wave, region, customer_type: "", people: customers }),
    ),
    ...kinds.map(([kind, people]): PopulationRow => ({ wave, region: "", customer_type: kind, people })),
  ];
}
