import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { logisticsFiles } from "../../../../src/cli/demo/logistics/files.ts";
import { answers, asWritten, distinct, everyone, files, rowsOf, table, waveIds } from "./answers.ts";

const question = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `Q${from + at}`);
const reasons = ["破损", "受潮", "丢失", "短少", "错发"].map((reason) => `Q20(${reason})`);
const kano = [1, 2, 3, 4, 5].flatMap((number) => [`K${number}+`, `K${number}-`]);
const satisfaction = question(1, 16);
const ofClaims = ["Q18", "Q19"];
const ofColdChain = ["Q21", "Q22"];

describe("the files", () => {
  test("generating twice gives the same bytes", () => {
    expect([...logisticsFiles()]).toEqual([...files]);
  });

  test("waves are bytes in GB18030 and nothing else, with CRLF; under 3 MB in all", () => {
    for (const wave of waveIds) {
      const bytes = Buffer.from(files.get(`waves/${wave}.csv`) ?? "");
      expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow();
      // A line break inside a comment stands alone, as survey tools write it.
      expect(bytes.toString("latin1").match(/\r\n/g)).toHaveLength(rowsOf(wave).length + 1);
    }
    const size = [...files.values()].reduce((total, content) => total + Buffer.byteLength(content), 0);
    expect(size).toBeLessThan(3e6);
  });

  test("1,800 to 2,600 answers a wave", () => {
    for (const rows of answers.values()) {
      expect(rows.length).toBeGreaterThan(1800);
      expect(rows.length).toBeLessThan(2600);
    }
  });

  test("6 regions, 24 branches and 80 offices, in every wave, each with one parent and a name of its own", () => {
    for (const rows of answers.values()) {
      const sizes = ["大区编码", "分公司编码", "营业部编码"].map((level) => distinct(rows, level).size);
      expect(sizes).toEqual([6, 24, 80]);
    }
    for (const [child, parent] of [
      ["营业部编码", "分公司编码"],
      ["分公司编码", "大区编码"],
    ] as const) {
      const pairs = new Set(everyone.map((row) => `${row[child]} ${row[parent]}`));
      expect(pairs.size).toBe(distinct(everyone, child).size);
    }
    for (const [level, column] of [
      ["branch", "分公司编码"],
      ["office", "营业部编码"],
    ] as const) {
      const labels = table(`labels/${level}.csv`);
      expect(distinct(labels, "code")).toEqual(distinct(everyone, column));
      for (const language of ["en", "zh"]) expect(distinct(labels, language).size).toBe(labels.length);
    }
  });

  test("every header that the codebook names is in a wave, and every column is named", () => {
    const codebook = readFileSync(new URL("../../../../data/logistics/survey.yaml", import.meta.url), "utf8");
    const headers = new Set([...asWritten.values()].flatMap((rows) => Object.keys(rows[0] ?? {})));
    const named = headersIn(parse(codebook));
    expect([...named].filter((header) => !headers.has(header))).toEqual([]);
    expect([...headers].filter((header) => !named.has(header))).toEqual([]);
  });

  test("ids are unique and times lie in the half-year", () => {
    for (const [wave, rows] of answers) {
      expect(distinct(rows, "答卷编号").size).toBe(rows.length);
      const halves = rows.map(
        ({ 提交时间: time = "" }) => `${time.slice(0, 4)}-H${Number(time.slice(5, 7)) <= 6 ? 1 : 2}`,
      );
      expect([...new Set(halves)]).toEqual([wave]);
    }
  });

  test("every cell is of its kind", () => {
    const shapes: Readonly<Record<string, RegExp>> = {
      答卷编号: /^2[34]H[12]-\d{4}$/,
      提交时间: /^202[34]\/\d\d\/\d\d \d\d:\d\d$/,
      答题秒数: /^\d{2,3}$/,
      调查渠道: /^(wechat|sms|phone)$/,
      客户类型: /^(ENT|ECOM|IND)$/,
      服务产品: /^(FTL|LTL|COLD)$/,
      ...shaped([...satisfaction, ...question(24, 28), "Q34"], /^([1-59]|说不清|)$/),
      ...shaped([...ofClaims, ...ofColdChain], /^([1-59]|-3|说不清|\(跳过\)|)$/),
      ...shaped(reasons, /^([01]|-3|\(跳过\))$/),
      Q17: /^([129]|说不清)$/,
      Q29: /^(\d\d?|)$/,
      Q30: /^(\d|10|99|说不清|)$/,
    };
    expect(misshapen(everyone, shapes)).toEqual([]);
    const since2024 = ["2024-H1", "2024-H2"].flatMap((wave) => rowsOf(wave));
    expect(misshapen(since2024, { ...shaped(kano, /^([1-59]|)$/), Q33: /^([1-39]|)$/ })).toEqual([]);
  });

  test("the first wave holds words, the later ones codes", () => {
    const [words, ...codes] = waveIds.map((wave) => asWritten.get(wave) ?? []);
    const overall = "Q1 总的来说，您对我们的货运服务是否满意";
    const services = "Q23 您用过哪些增值服务（可多选）";
    expect(distinct(words ?? [], overall)).toEqual(
      new Set(["很不满意", "不满意", "一般", "满意", "很满意", "说不清", ""]),
    );
    expect([...distinct(words ?? [], services)]).toContain("上门提货┋保价运输");
    for (const rows of codes) {
      expect([...distinct(rows, overall)].every((cell) => /^([1-59]|)$/.test(cell))).toBe(true);
      expect([...distinct(rows, services)]).toContain("1┋4");
    }
  });

  test("routed questions are put to those they are for, and to nobody else", () => {
    const skipped = (cell: string | undefined) => cell === "-3" || cell === "(跳过)";
    for (const row of everyone) {
      if (row.Q17 === "1") expect(reasons.some((name) => row[name] === "1")).toBe(true);
      for (const name of [...ofClaims, ...reasons]) expect(skipped(row[name])).toBe(row.Q17 !== "1");
      for (const name of ofColdChain) expect(skipped(row[name])).toBe(row.服务产品 !== "COLD");
    }
  });

  test("services: several in a cell, none of these alone, and words typed under other", () => {
    const cells = waveIds.slice(1).flatMap((wave) => rowsOf(wave).map((row) => row.Q23 ?? ""));
    const choices = cells.flatMap((cell) => cell.split("┋"));
    expect(new Set(choices.filter((choice) => /^\d?$/.test(choice)))).toEqual(new Set(["", ..."12345678"]));
    expect(cells.filter((cell) => cell.includes("7")).every((cell) => cell === "7")).toBe(true);
    expect(choices.filter((choice) => /^\p{Script=Han}+$/u.test(choice)).length).toBeGreaterThan(50);
  });

  test("nine is a grade and a number of days where the codebook says so", () => {
    for (const name of ["Q29", "Q30"])
      expect(everyone.filter((row) => row[name] === "9").length).toBeGreaterThan(10);
  });

  test("strata count the rows of their wave", () => {
    const strata = table("strata.csv");
    expect(strata).toHaveLength(4 * 6);
    for (const { wave = "", region = "", customers, handed_out, returned } of strata) {
      expect(Number(returned)).toBe(rowsOf(wave, { 大区编码: region }).length);
      expect(Number(handed_out)).toBeGreaterThan(Number(returned));
      expect(Number(customers)).toBeGreaterThan(Number(handed_out));
    }
  });

  test("half came back in every stratum but one", () => {
    const few = table("strata.csv").filter((row) => 2 * Number(row.returned) < Number(row.handed_out));
    expect(few.map(({ wave, region }) => `${wave} ${region}`)).toEqual(["2024-H2 DB"]);
    // Between 35 and 40 of 100: two full steps of five below fifty.
    const share = Number(few[0]?.returned) / Number(few[0]?.handed_out);
    expect(share).toBeGreaterThan(0.351);
    expect(share).toBeLessThan(0.399);
  });

  test("the population counts the strata's customers twice: by region, and by kind of customer", () => {
    const population = table("population.csv");
    expect(population).toHaveLength(4 * (6 + 3));
    const customers = table("strata.csv");
    const sum = (rows: readonly Readonly<Record<string, string>>[], column: string) =>
      rows.reduce((total, row) => total + Number(row[column]), 0);
    for (const wave of waveIds) {
      const rows = population.filter((row) => row["wave"] === wave);
      const all = sum(
        customers.filter((row) => row["wave"] === wave),
        "customers",
      );
      const byRegion = rows.filter(({ customer_type }) => customer_type === "");
      const byKind = rows.filter(({ region }) => region === "");
      expect([sum(byRegion, "people"), sum(byKind, "people")]).toEqual([all, all]);
      expect(byKind.map(({ customer_type }) => customer_type)).toEqual(["ENT", "ECOM", "IND"]);
      // Companies are fewer among the customers than among the answers, private persons more.
      for (const [kind, direction] of [
        ["ENT", -1],
        ["IND", 1],
      ] as const) {
        const people = Number(byKind.find(({ customer_type }) => customer_type === kind)?.["people"]) / all;
        const answered = rowsOf(wave, { 客户类型: kind }).length / rowsOf(wave).length;
        expect(direction * (people - answered)).toBeGreaterThan(0.03);
      }
    }
  });

  test("comments exercise a reader: commas, quotes, line breaks, and contacts that must stay private", () => {
    const comments = everyone.flatMap(({ 您对我们还有什么意见和建议: said }) => (said ? [said] : []));
    expect(comments.length / everyone.length).toBeCloseTo(0.12, 1);
    for (const mark of [",", '"', "\n", "138-0000-0000", "shipper@example.com", "A·00000"])
      expect(comments.filter((said) => said.includes(mark)).length, mark).toBeGreaterThan(3);
  });

  test("some people hurry, and a few give one grade to everything", () => {
    const hurried = everyone.filter((row) => Number(row.答题秒数) < 60).length / everyone.length;
    const graded = [...satisfaction, ...ofClaims, ...ofColdChain, ...question(24, 28)];
    const straight = everyone.filter(
      (row) =>
        new Set(graded.map((name) => row[name]).filter((cell) => /^[1-5]$/.test(cell ?? ""))).size === 1,
    ).length;
    expect(hurried).toBeCloseTo(0.018, 2);
    expect(straight / everyone.length).toBeCloseTo(0.015, 2);
  });
});

function shaped(columns: readonly string[], shape: RegExp): Readonly<Record<string, RegExp>> {
  return Object.fromEntries(columns.map((column) => [column, shape]));
}

function misshapen(
  rows: readonly Readonly<Record<string, string>>[],
  shapes: Readonly<Record<string, RegExp>>,
): readonly string[] {
  return rows.flatMap((row) =>
    Object.entries(shapes).flatMap(([column, shape]) =>
      shape.test(row[column] ?? "absent") ? [] : [`${column}: ${row[column]}`],
    ),
  );
}

/** Every header that stands in a codebook, wherever a key names columns. */
function headersIn(codebook: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const keys = new Set(["column", "columns", "functional", "dysfunctional", "respondent", "duration"]);
  const walk = (value: unknown, named: boolean): void => {
    if (typeof value === "string" && named) found.add(value);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) walk(inner, named || keys.has(key));
  };
  walk(codebook, false);
  return found;
}
