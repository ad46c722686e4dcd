import { describe, expect, test } from "vitest";
import { Dates } from "../../../src/intake/responses/dates.ts";
import { monthOf, periodOf } from "../../../src/intake/responses/period.ts";
import type { DateFormat } from "../../../src/survey/reading.ts";

const both = (month: string) => ({ monthFirst: month, dayFirst: month });

describe("monthOf", () => {
  test.each([
    ["2024-03-31", "2024-03"],
    ["2024/3/1", "2024-03"],
    ["2024.12.05", "2024-12"],
    ["2024年3月31日", "2024-03"],
    ["2024年3月", "2024-03"],
    ["20240331", "2024-03"],
    ["2024-03", "2024-03"],
    ["31.3.2024", "2024-03"],
    ["5.12.2024", "2024-12"],
    ["2024-03-31T23:59:59Z", "2024-03"],
    ["2024-03-31 08:00", "2024-03"],
  ])("%s falls in %s, whichever comes first", (date, month) => {
    expect(monthOf(date)).toEqual(both(month));
    expect(periodOf(month, "quarter")).toBe(month === "2024-12" ? "2024-Q4" : "2024-Q1");
    expect(periodOf(month, "year")).toBe("2024");
  });

  test.each([
    ["3/31/2024", { monthFirst: "2024-03" }],
    ["31/12/2024 10:15", { dayFirst: "2024-12" }],
    ["05/12/2024", { monthFirst: "2024-05", dayFirst: "2024-12" }],
    ["05-12-2024", { monthFirst: "2024-05", dayFirst: "2024-12" }],
  ])("%s leaves open what it does not tell", (date, months) => {
    expect(monthOf(date)).toEqual(months);
  });

  test.each<[string, DateFormat, string | undefined]>([
    ["05/12/2024", "dmy", "2024-12"],
    ["05/12/2024", "mdy", "2024-05"],
    ["05.12.2024", "mdy", "2024-05"],
    ["31/12/2024", "mdy", undefined],
    ["12/31/2024", "dmy", undefined],
    ["05/12/2024", "ymd", undefined],
    ["2024-12-31", "mdy", "2024-12"],
  ])("%s as %s", (date, format, month) => {
    expect(monthOf(date, format)).toEqual(month === undefined ? undefined : both(month));
  });

  test.each([
    "",
    "yesterday",
    "2024-13-01",
    "2024-00-10",
    "2024-03-32",
    "2024-03-311",
    "32/3/2024",
    "13/13/2024",
    "3/31-2024",
    "2024",
    "12345678901",
    "March 2024",
  ])("%j is no date", (text) => {
    expect(monthOf(text)).toBeUndefined();
  });

  test("a quarter ends with its third month", () => {
    const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, "0")}`);
    const quarters = months.map((month) => periodOf(month, "quarter"));
    expect(quarters).toEqual([1, 2, 3, 4].flatMap((quarter) => Array(3).fill(`2024-Q${quarter}`)));
  });
});

describe("the dates of a column", () => {
  const periodsOf = (values: readonly string[], precision: "month" | "quarter" | "year" = "month") => {
    const dates = new Dates(undefined);
    const places = values.map((value) => dates.take(value));
    const { periods, undecided } = dates.periods(precision);
    return { undecided, periods: places.map((place) => (place === undefined ? undefined : periods[place])) };
  };

  test.each([
    ["day first, as one date above 12 tells", ["05/12/2024", "31/12/2024"], ["2024-12", "2024-12"]],
    ["month first, as one date tells", ["05/12/2024", "12/31/2024"], ["2024-05", "2024-12"]],
    ["both orders, of which each date tells its own", ["31/12/2024", "12/31/2024"], ["2024-12", "2024-12"]],
    ["either, where it makes no difference", ["05/05/2024"], ["2024-05"]],
  ])("%s", (_, values, periods) => {
    expect(periodsOf(values)).toEqual({ undecided: false, periods });
  });

  test.each([
    ["none tells", ["05/12/2024"]],
    ["two tell different things", ["05/12/2024", "31/12/2024", "12/31/2024"]],
  ])("are undecided where %s, unless only the year is kept", (_, values) => {
    expect(periodsOf(values).undecided).toBe(true);
    expect(periodsOf(values, "year")).toEqual({ undecided: false, periods: values.map(() => "2024") });
  });

  test("stay few, however many moments there are", () => {
    const dates = new Dates(undefined);
    for (let at = 0; at < 30_000; at++) dates.take(`2024-03-31 08:${String(at % 60).padStart(2, "0")}:${at}`);
    expect(dates.periods("month").periods).toEqual(["2024-03"]);
  });
});
