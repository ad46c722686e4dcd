import fc from "fast-check";
import { expect, test } from "vitest";
import { protectRows } from "../../src/fitting/protect-rows.ts";
import { type CodedColumn, missingCode } from "../../src/intake/responses/coded-wave.ts";
import { withheldValue } from "../../src/survey/reading.ts";
import { sameText } from "../../src/survey/text.ts";
import { rating } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

const minimum = 5;
const items = ["wanted", "got", "other"].map((id) => ({ ...rating(1, 5), id }));
const survey = {
  ...surveyOf(items, {
    dimensions: [dimension("region", ["a", "b", "c", "d"]), dimension("channel", ["x", "y", "z"])],
    hierarchy: ["region"],
  }),
  base: { minimum, caution: 30 },
  pairs: [{ title: sameText("gap"), expectation: "wanted", perception: "got" }],
  scoring: {
    deduction: { threshold: 0.5, step: 0.05, points: 1 },
    national: { id: "national", title: sameText("card"), of: ["wanted", "other"], deduct: false },
  },
};
const ids = { d_region: ["a", "b", "c", "d"], d_channel: ["x", "y", "z"] };
/** The first values are common, the last rare. */
const skewed = (max: number) =>
  fc.tuple(fc.nat(max), fc.nat(max), fc.nat(max)).map((all) => Math.min(...all));
const people = fc.array(
  fc.record({
    d_region: skewed(3),
    d_channel: skewed(2),
    q_wanted: fc.boolean(),
    q_got: fc.boolean(),
    q_other: fc.boolean(),
  }),
  { minLength: 80, maxLength: 200 },
);

test("of who answered both of a pair, or any of a card, the rows lack nobody of a value, the minimum or more, or all", () => {
  let lackingSome = 0;
  fc.assert(
    fc.property(people, (rows) => {
      const columns = (["d_region", "d_channel"] as const).map(
        (name): CodedColumn => ({ name, kind: "code", values: Uint16Array.from(rows, (row) => row[name]) }),
      );
      const answers = (["q_wanted", "q_got", "q_other"] as const).map(
        (name): CodedColumn => ({
          name,
          kind: "code",
          values: Uint16Array.from(rows, (row) => (row[name] ? 3 : missingCode)),
        }),
      );
      const found = protectRows(survey, {
        rows: rows.length,
        columns: [...columns, ...answers],
        dictionaries: ids,
      });
      const bases = [
        rows.map((row) => row.q_wanted && row.q_got),
        rows.map((row) => row.q_wanted || row.q_other),
      ];
      for (const name of ["d_region", "d_channel"] as const) {
        const open = found.columns.find((column) => column.name === name)?.values ?? [];
        expect([undefined, withheldValue]).toContain(found.dictionaries[name]?.[ids[name].length]);
        for (const value of ids[name].keys())
          for (const base of bases) {
            const inGroup = [...rows.keys()].filter((at) => rows[at]?.[name] === value && base[at] === true);
            const [all, shown] = [inGroup.length, inGroup.filter((at) => open[at] === value).length];
            if (shown === 0 || shown === all) continue;
            lackingSome += 1;
            expect(all - shown, `${name} ${value}`).toBeGreaterThanOrEqual(minimum);
          }
      }
    }),
    { numRuns: 200 },
  );
  expect(lackingSome).toBeGreaterThan(20);
});
