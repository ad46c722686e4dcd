import { csvText } from "../csv-text.ts";
import { encodeGb18030 } from "../gb18030.ts";
import { regions } from "./geography.ts";
import { officeNetwork } from "./network.ts";
import { populationRows } from "./population.ts";
import { columnsOf } from "./questionnaire.ts";
import type { Stratum } from "./strata.ts";
import { waveRows } from "./wave-rows.ts";
import { type Wave, waves } from "./waves.ts";

/**
 * The generated files of the demo survey `logistics`: path inside the survey's folder → content. The waves are bytes
 * in GB18030, as an export is; the analyst's own tables are text. The same every time; the stories in them are told in
 * `stories.md`.
 */
export function logisticsFiles(): ReadonlyMap<string, string | Uint8Array> {
  const offices = officeNetwork();
  const drawn = waves.map((wave) => ({ wave, ...waveRows(offices, wave) }));
  return new Map<string, string | Uint8Array>([
    ...drawn.map(({ wave, rows }) => [`waves/${wave.id}.csv`, exportFile(wave, rows)] as const),
    ["strata.csv", csvText(strataColumns, drawn.flatMap(strataRows))],
    [
      "population.csv",
      csvText(
        populationColumns,
        drawn.flatMap(({ wave, strata }) => populationRows(wave.id, strata)),
      ),
    ],
    ["labels/branch.csv", csvText(labelColumns, branchLabels())],
    ["labels/office.csv", csvText(labelColumns, offices)],
  ]);
}

const labelColumns = ["code", "en", "zh"] as const;
const populationColumns = ["wave", "region", "customer_type", "people"] as const;
const strataColumns = ["wave", "region", "customers", "handed_out", "returned"] as const;

function exportFile(wave: Wave, rows: readonly Readonly<Record<string, string>>[]): Uint8Array {
  const columns = columnsOf(wave);
  const headers = Object.fromEntries(columns.map(({ id, header }) => [id, header]));
  const ids = columns.map(({ id }) => id);
  return encodeGb18030(csvText(ids, rows, { headers, lineEnd: "\r\n" }));
}

function strataRows({ wave, strata }: { readonly wave: Wave; readonly strata: readonly Stratum[] }) {
  return strata.map(({ region, customers, handedOut, returned }) => ({
    wave: wave.id,
    region,
    customers,
    handed_out: handedOut,
    returned,
  }));
}

function branchLabels() {
  return regions.flatMap(({ branches }) =>
    branches.map(({ code, en, zh }) => ({ code, en, zh: `${zh}分公司` })),
  );
}
