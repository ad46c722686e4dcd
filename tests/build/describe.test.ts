import { describe, expect, test } from "vitest";
import { shortened } from "../../src/build/describe.ts";
import { cssString } from "../../src/theme/css-string.ts";

describe("a text cut to a length", () => {
  test("stays whole where it fits", () => {
    expect(shortened("Satisfaction fell. Nothing else moved.", 40)).toBe(
      "Satisfaction fell. Nothing else moved.",
    );
  });

  test("ends with a sentence where enough of it is left", () => {
    expect(shortened("Satisfaction fell clearly. It was the workshop that lost most.", 40)).toBe(
      "Satisfaction fell clearly.",
    );
    expect(shortened("满意度明显下降。主要是维修质量下降所致，其余各项没有变化。", 12)).toBe(
      "满意度明显下降。",
    );
  });

  test("else with a whole word, and says that there is more", () => {
    expect(shortened("Satisfaction with the workshop fell clearly", 25)).toBe("Satisfaction with the…");
    expect(shortened("A. Satisfaction with the workshop fell", 25)).toBe("A. Satisfaction with the…");
  });

  test("a number keeps its decimals", () => {
    expect(shortened("The mean stands at 8.13 of ten and moved little since", 26)).toBe(
      "The mean stands at 8.13…",
    );
  });
});

test("a text in CSS can neither end its string nor its element", () => {
  // CSS Syntax 3, 4.3.7: a backslash, up to six hex digits, a space.
  expect(cssString('a"b\\c</style>\n')).toBe('"a\\22 b\\5c c\\3c /style>\\a "');
  expect(cssString("满意 · 1,203")).toBe('"满意 · 1,203"');
});
