import { expect, test } from "vitest";
import { formatMonths } from "../../src/words/dates.ts";

test.each([
  ["2023-01", "2023-01", "Jan 2023", "2023 年 1\u00a0月"],
  ["2023-01", "2023-03", "Jan–Mar 2023", "2023 年 1–3\u00a0月"],
  ["2023-11", "2024-02", "Nov 2023 to Feb 2024", "2023 年 11\u00a0月至 2024 年 2\u00a0月"],
])("from %s to %s", (from, to, english, chinese) => {
  expect([formatMonths(from, to, "en"), formatMonths(from, to, "zh")]).toEqual([english, chinese]);
});
