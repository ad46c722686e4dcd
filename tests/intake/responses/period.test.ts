import { describe, expect, test } from "vitest";
import { periodOf } from "../../../src/intake/responses/period.ts";

describe("periodOf", () => {
  test.each([
    ["2024-03-31", "2024-03"],
    ["2024/3/1", "2024-03"],
    ["2024.12.05", "2024-12"],
    ["2024年3月31日", "2024-03"],
    ["20240331", "2024-03"],
    ["2024-03", "2024-03"],
    ["31.3.2024", "2024-03"],
    ["3/31/2024", "2024-03"],
    ["2024-03-31T23:59:59Z", "2024-03"],
    ["2024-03-31 08:00", "2024-03"],
  ])("%s falls in %s", (date, month) => {
    expect(periodOf(date, "month")).toBe(month);
    expect(periodOf(date, "quarter")).toBe(month === "2024-12" ? "2024-Q4" : "2024-Q1");
    expect(periodOf(date, "year")).toBe("2024");
  });

  test.each(["", "yesterday", "2024-13-01", "2024-00-10", "31/3/2024", "2024", "12345678901", "March 2024"])(
    "%j is no date",
    (text) => {
      expect(periodOf(text, "month")).toBeUndefined();
    },
  );

  test("a quarter ends with its third month", () => {
    const quarters = Array.from({ length: 12 }, (_, at) =>
      periodOf(`2024-${String(at + 1).padStart(2, "0")}-15`, "quarter"),
    );
    expect(quarters).toEqual([1, 2, 3, 4].flatMap((quarter) => Array(3).fill(`2024-Q${quarter}`)));
  });
});
