import { describe, expect, test } from "vitest";
import { ColumnProfiler, mergedProfile } from "../../src/drafting/profile.ts";

function profile(cells: readonly string[]) {
  const profiler = new ColumnProfiler();
  for (const cell of cells) profiler.push(cell);
  return profiler.finish();
}

describe("a column's profile", () => {
  test("counts cells, blanks, values and numbers; 5.0 is 5", () => {
    const { rows, answered, values, numbers, complete } = profile(["5", "5.0", "", " 3 ", "2.5", "x"]);
    expect({ rows, answered, complete }).toEqual({ rows: 6, answered: 5, complete: true });
    expect([...values]).toEqual([
      ["5", 2],
      ["3", 1],
      ["2.5", 1],
      ["x", 1],
    ]);
    expect(numbers).toEqual({ count: 4, whole: 3, sum: 15.5, min: 2.5, max: 5 });
  });

  test("knows whether a value comes twice, however late", () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => `id ${at}`);
    expect(profile(ids).unique).toBe(true);
    expect(profile([...ids, "id 9999"]).unique).toBe(false);
  });

  test("keeps the first few thousand values and says that there are more; those that it keeps are counted on", () => {
    const many = Array.from({ length: 50_000 }, (_, at) => `value ${at % 10_000}`);
    const { values, complete, answered } = profile(many);
    expect(complete).toBe(false);
    expect(values.size).toBe(3000);
    expect(values.get("value 17")).toBe(5);
    expect(answered).toBe(50_000);
  });

  test("tells dates that can be read one way only", () => {
    expect(profile(["3/4/2024", "3/14/2024", "2024-05-06", "soon"]).dates).toEqual({
      count: 3,
      monthFirst: 1,
      dayFirst: 0,
    });
    expect(profile(["14/3/2024"]).dates).toEqual({ count: 1, monthFirst: 0, dayFirst: 1 });
    expect(profile(["12", "3.5", "1999"]).dates.count).toBe(0);
  });

  test("of two waves is that of all their cells", () => {
    const [a, b] = [
      ["1", "2", ""],
      ["2", "9.5"],
    ];
    const { rows, answered, values, numbers } = mergedProfile([profile(a), profile(b)]);
    const whole = profile([...a, ...b]);
    expect({ rows, answered, numbers }).toEqual({ rows: 5, answered: 4, numbers: whole.numbers });
    expect(new Map(values)).toEqual(new Map(whole.values));
  });
});
