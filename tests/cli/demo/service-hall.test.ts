import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { serviceHallFiles } from "../../../src/cli/demo/service-hall/files.ts";

type Row = Readonly<Record<string, string>>;

const files = serviceHallFiles();
const waveIds = ["2023", "2024"];
const answers = new Map(waveIds.map((wave) => [wave, table(`waves/${wave}.csv`)]));
const everyone = [...answers.values()].flat();
const strata = table("strata.csv");
const items = Object.keys(everyone[0] ?? {}).filter((header) => /^\d\./.test(header));
const inIndustry = { bank: 52, telecom: 41, government: 58 } as const;
const industries = Object.keys(inIndustry) as readonly (keyof typeof inIndustry)[];

/** Five grades as the scheme scores them. */
const points: Readonly<Record<string, number>> = {
  很满意: 10,
  满意: 8,
  基本满意: 6,
  不太满意: 3,
  不满意: 0,
};

describe("the files", () => {
  test("generating twice gives the same texts, under 600 kB together", () => {
    expect([...serviceHallFiles()]).toEqual([...files]);
    const bytes = [...files.values()].reduce((total, text) => total + Buffer.byteLength(text), 0);
    expect(bytes).toBeLessThan(600_000);
  });

  test("waves are written as spreadsheets do, with a byte-order mark and CRLF", () => {
    for (const wave of waveIds) {
      const text = files.get(`waves/${wave}.csv`) ?? "";
      expect(text.startsWith("\uFEFF卡片编号,")).toBe(true);
      expect(text.match(/\r\n/g)).toHaveLength(rowsOf(wave).length + 1);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }
  });

  test("seventeen halls of three industries in both waves, each with names in both languages", () => {
    const labels = table("labels/firm.csv");
    for (const [wave, rows] of answers) {
      expect(distinct(rows, "单位代码"), wave).toEqual(distinct(labels, "code"));
      expect(new Set(rows.map((row) => `${row["单位代码"]} ${row["行业"]}`)).size).toBe(17);
      expect(distinct(rows, "卡片编号").size).toBe(rows.length);
    }
    for (const language of ["en", "zh"]) expect(distinct(labels, language).size).toBe(17);
  });

  test("every column is named in the codebook, and what it calls the grades is what cells hold", () => {
    const text = readFileSync(new URL("../../../data/service-hall/survey.yaml", import.meta.url), "utf8");
    const { questions, dimensions, respondent, date, scales, missing } = parse(text);
    const named = [...questions, ...dimensions].map(({ column }) => column);
    expect([respondent, date.column, ...named].toSorted()).toEqual(Object.keys(everyone[0] ?? {}).toSorted());
    expect(scales.card.labels.zh).toEqual(Object.keys(points).toReversed());
    const cells = new Set(everyone.flatMap((row) => [...items, "总体评价"].map((item) => row[item])));
    expect(cells).toEqual(new Set([...Object.keys(points), ...missing, ""]));
  });

  test("ease and recommendation are asked of everybody who answers by phone, and of nobody else", () => {
    for (const [wave, [count, ease, nps]] of Object.entries({
      "2023": [438, 5.13, -0.9],
      "2024": [395, 5.19, 1.5],
    } as const)) {
      const rows = rowsOf(wave);
      const told = rows.filter((row) => row["办事省力"] !== "" && row["推荐意愿"] !== "");
      expect(told).toEqual(rows.filter((row) => row["填写方式"] === "扫码填写"));
      expect(told).toHaveLength(count);
      const total = told.reduce((sum, row) => sum + Number(row["办事省力"]), 0);
      expect(total / count).toBeCloseTo(ease, 2);
      const grades = told.map((row) => Number(row["推荐意愿"]));
      const net = grades.filter((grade) => grade >= 9).length - grades.filter((grade) => grade <= 6).length;
      expect((100 * net) / count).toBeCloseTo(nps, 1);
    }
  });

  test("every cell is of its kind", () => {
    const shapes: Readonly<Record<string, RegExp>> = {
      卡片编号: /^K2[34]\d{4}$/,
      填写日期: /^(2023-10-(1[6-9]|2[0-7])|2024-10-(1[4-9]|2[0-5]))$/,
      填写方式: /^(纸质卡片|扫码填写)$/,
      业务类型: /^(个人业务|单位业务)$/,
      年龄段: /^(18-34|35-49|50-64|65\+|)$/,
      等候分钟数: /^(\d{1,3}|)$/,
      办事省力: /^([1-7]|)$/,
      推荐意愿: /^([1-9]|10|)$/,
    };
    const bad = everyone.flatMap((row) =>
      Object.entries(shapes).flatMap(([column, shape]) =>
        shape.test(row[column] ?? "absent") ? [] : [`${column}: ${row[column]}`],
      ),
    );
    expect(bad).toEqual([]);
    const weekdays = new Set(everyone.map((row) => new Date(`${row["填写日期"]}T00:00:00Z`).getUTCDay()));
    expect([...weekdays].toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  test("strata count the rows of their hall", () => {
    expect(strata).toHaveLength(2 * 17);
    for (const { wave = "", industry = "", firm = "", customers, handed_out, returned } of strata) {
      expect(rowsOf(wave, { 行业: industry, 单位代码: firm })).toHaveLength(Number(returned));
      expect(Number(handed_out)).toBeGreaterThan(Number(returned));
      expect(Number(customers)).toBeGreaterThan(Number(handed_out));
    }
  });
});

describe("the stories", () => {
  test("a tenth of the halls, and at least five, are sampled in two industries and too few in the third", () => {
    const enough = industries.map((industry) => {
      const sampled = distinct(
        strata.filter((row) => row["industry"] === industry),
        "firm",
      ).size;
      return [sampled, sampled >= Math.max(5, inIndustry[industry] / 10)];
    });
    expect(enough).toEqual([
      [7, true],
      [6, true],
      [4, false],
    ]);
  });

  test("one hall of one wave gave out far more cards than came back", () => {
    const few = strata.filter((row) => 2 * Number(row["returned"]) < Number(row["handed_out"]));
    expect(few.map(({ wave, firm }) => `${wave} ${firm}`)).toEqual(["2024 B04"]);
    expect(stepsBelowHalf(few[0] ?? {})).toBe(2);
  });

  test("it is first of its industry before the deduction, and second after it", () => {
    const banks = strata.filter((row) => row["wave"] === "2024" && row["industry"] === "bank");
    const scored = banks.map((row) => ({
      firm: row["firm"],
      before: score(rowsOf("2024", { 单位代码: row["firm"] ?? "" })),
      off: stepsBelowHalf(row),
    }));
    const before = scored.toSorted((a, b) => b.before - a.before).map(({ firm }) => firm);
    const after = scored.toSorted((a, b) => b.before - b.off - (a.before - a.off)).map(({ firm }) => firm);
    expect(before.slice(0, 2)).toEqual(["B04", "B06"]);
    expect(after.slice(0, 2)).toEqual(["B06", "B04"]);
  });

  test("ten and a twentieth of the customers filled in a card, but in one hall of one wave", () => {
    const short = strata.filter(
      (row) => Number(row["returned"]) < Math.ceil(10 + Number(row["customers"]) / 20),
    );
    expect(short.map(({ wave, firm }) => `${wave} ${firm}`)).toEqual(["2024 T04"]);
    const telecom = [...distinct(rowsOf("2024", { 行业: "telecom" }), "单位代码")];
    const best = telecom.toSorted((a, b) => hallScore("2024", b) - hallScore("2024", a))[0];
    expect(best).toBe("T04");
  });

  test("waits got shorter in telecom halls in 2024, and nothing else did", () => {
    for (const industry of industries)
      for (const item of items) {
        const change =
          itemScore(rowsOf("2024", { 行业: industry }), item) -
          itemScore(rowsOf("2023", { 行业: industry }), item);
        if (industry === "telecom" && item === "3.等候时间") {
          expect(change).toBeGreaterThan(0.9);
          expect(change).toBeLessThan(1.4);
        } else expect(Math.abs(change), `${industry} ${item}`).toBeLessThan(0.35);
      }
    const minutes = (wave: string, industry: string) =>
      mean(
        rowsOf(wave, { 行业: industry }).flatMap((row) =>
          row["等候分钟数"] ? [Number(row["等候分钟数"])] : [],
        ),
      );
    expect(minutes("2024", "telecom") - minutes("2023", "telecom")).toBeLessThan(-7);
    for (const industry of ["bank", "government"])
      expect(Math.abs(minutes("2024", industry) - minutes("2023", industry)), industry).toBeLessThan(1);
  });

  test("one large weak hall counts as one of seven, or as three in ten cards", () => {
    for (const wave of waveIds) {
      const rows = rowsOf(wave, { 行业: "bank" });
      const halls = [...distinct(rows, "单位代码")].map((firm) => ({ firm, score: hallScore(wave, firm) }));
      expect(halls.toSorted((a, b) => a.score - b.score)[0]?.firm, wave).toBe("B05");
      const overHalls = mean(halls.map((hall) => hall.score));
      expect(overHalls - score(rows), wave).toBeGreaterThan(1.5);
      expect(rows.filter((row) => row["单位代码"] === "B05").length / rows.length, wave).toBeGreaterThan(0.3);
    }
  });

  test("the industry with the most satisfied people has the lowest score", () => {
    for (const wave of waveIds) {
      const [bank, telecom, government] = industries.map((industry) => {
        const rows = rowsOf(wave, { 行业: industry });
        const halls = [...distinct(rows, "单位代码")];
        const given = rows.flatMap((row) => items.flatMap((item) => points[row[item] ?? ""] ?? -1));
        const grades = given.filter((each) => each >= 0);
        return {
          satisfied: grades.filter((each) => each >= 6).length / grades.length,
          very: grades.filter((each) => each === 10).length / grades.length,
          score: mean(halls.map((firm) => hallScore(wave, firm))),
        };
      });
      for (const other of [bank, telecom]) {
        expect(government?.satisfied ?? 0, wave).toBeGreaterThan((other?.satisfied ?? 1) + 0.02);
        expect(government?.score ?? 100, wave).toBeLessThan((other?.score ?? 0) - 2.5);
        expect(government?.very ?? 1, wave).toBeLessThan((other?.very ?? 0) - 0.15);
      }
    }
  });
});

function table(path: string): readonly Row[] {
  const { data, errors } = Papa.parse<Row>((files.get(path) ?? "").replace("\uFEFF", ""), {
    header: true,
    skipEmptyLines: true,
  });
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  return data;
}

function rowsOf(wave: string, slice: Row = {}): readonly Row[] {
  const rows = answers.get(wave) ?? [];
  return rows.filter((row) => Object.entries(slice).every(([column, value]) => row[column] === value));
}

function distinct(rows: readonly Row[], column: string): ReadonlySet<string> {
  return new Set(rows.map((row) => row[column] ?? ""));
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Mean of an item on 0–10. */
function itemScore(rows: readonly Row[], item: string): number {
  return mean(rows.flatMap((row) => points[row[item] ?? ""] ?? []));
}

/** M: the items' mean as a percentage of ten. */
function score(rows: readonly Row[]): number {
  return 10 * mean(items.map((item) => itemScore(rows, item)));
}

function hallScore(wave: string, firm: string): number {
  return score(rowsOf(wave, { 单位代码: firm }));
}

/** Full steps of five in a hundred that a hall's returned cards lack of half. */
function stepsBelowHalf({ handed_out, returned }: Row): number {
  const lacking = 10 - (20 * Number(returned)) / Number(handed_out);
  return Math.max(0, Math.floor(lacking));
}
