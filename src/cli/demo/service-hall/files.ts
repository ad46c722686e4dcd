import { csvText } from "../csv-text.ts";
import type { Stratum } from "./fieldwork.ts";
import { firms } from "./firms.ts";
import { items } from "./items.ts";
import { waveRows } from "./wave-rows.ts";
import { type Wave, waves } from "./waves.ts";

const itemIds = Object.keys(items) as readonly (keyof typeof items)[];
const waveColumns = [
  "respondent_id",
  "date",
  "industry",
  "firm",
  "channel",
  "purpose",
  "age",
  ...itemIds,
  "overall",
  "minutes",
  "effort",
  "recommend",
] as const;

const headers = {
  respondent_id: "卡片编号",
  date: "填写日期",
  industry: "行业",
  firm: "单位代码",
  channel: "填写方式",
  purpose: "业务类型",
  age: "年龄段",
  ...Object.fromEntries(Object.entries(items).map(([id, { header }]) => [id, header])),
  overall: "总体评价",
  minutes: "等候分钟数",
  effort: "办事省力",
  recommend: "推荐意愿",
};

/**
 * The generated files of the demo survey `service-hall`: path inside the survey's folder → text. Waves are written as
 * spreadsheets write them, with a byte-order mark and CRLF. The same texts every time; see `stories.md`.
 */
export function serviceHallFiles(): ReadonlyMap<string, string> {
  const drawn = waves.map((wave) => ({ wave, ...waveRows(wave) }));
  return new Map([
    ...drawn.map(
      ({ wave, rows }) =>
        [
          `waves/${wave.id}.csv`,
          `\uFEFF${csvText(waveColumns, rows, { headers, lineEnd: "\r\n" })}`,
        ] as const,
    ),
    ["strata.csv", csvText(strataColumns, drawn.flatMap(strataRows))],
    ["labels/firm.csv", csvText(labelColumns, firms)],
  ]);
}

const labelColumns = ["code", "en", "zh"] as const;
const strataColumns = ["wave", "industry", "firm", "customers", "handed_out", "returned"] as const;

function strataRows({ wave, strata }: { readonly wave: Wave; readonly strata: readonly Stratum[] }) {
  return strata.map(({ firm, customers, handedOut, returned }) => ({
    wave: wave.id,
    industry: firm.industry,
    firm: firm.code,
    customers,
    handed_out: handedOut,
    returned,
  }));
}
