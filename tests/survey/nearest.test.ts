import { describe, expect, test } from "vitest";
import { nearest, suggestion } from "../../src/survey/nearest.ts";

describe("nearest", () => {
  test.each([
    ["Q7AL", ["Q7ALL", "Q8ALL", "NETPRO"], "Q7ALL"],
    ["colum", ["columns", "column"], "column"],
    ["RESPNUM", ["respnum", "RESP"], "respnum"],
    ["总体满意", ["总体满意度", "意见"], "总体满意度"],
    ["zebra", ["Q1", "Q2"], undefined],
    ["", ["Q1"], undefined],
  ])("to %j among %j is %j", (written, candidates, near) => {
    expect(nearest(written, candidates)).toBe(near);
  });

  test("where nothing is near, the fallback is said", () => {
    expect(suggestion("zebra", ["Q1"], "Take it out.")).toBe("Take it out.");
    expect(suggestion("Q7AL", ["Q7ALL"], "Take it out.")).toBe('Did you mean "Q7ALL"?');
  });
});
