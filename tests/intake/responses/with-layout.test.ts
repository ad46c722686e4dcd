import { expect, test } from "vitest";
import { Header } from "../../../src/intake/responses/header.ts";
import { withLayout } from "../../../src/intake/responses/with-layout.ts";
import type { VariableReading } from "../../../src/survey/reading.ts";
import { layoutOf } from "../exports/layouts.ts";

const text = (column: string): VariableReading => ({
  kind: "text",
  name: `q_${column}`,
  column,
  missing: ["99"],
  recode: {},
});
const mentions: VariableReading = {
  kind: "mentions",
  name: "q_m",
  columns: ["b", "c"],
  options: [],
  base: "answered",
  missing: [],
  recode: {},
  notAsked: ["98"],
};

test("the tool's values are added to the codebook's, in each column to its own", () => {
  const plain = layoutOf([["a", "b", "c"]]);
  const columns = plain.columns.map((column) =>
    column.name === "b" ? { ...column, missing: ["7", "8"] } : column,
  );
  const layout = { ...plain, columns, missing: ["-2"], notAsked: ["-3"] };
  const [a, b, several, absent] = withLayout(
    [text("a"), text("b"), mentions, text("d")],
    layout,
    new Header(columns),
  );
  expect([a?.missing, a?.notAsked]).toEqual([["99", "-2"], ["-3"]]);
  expect(b?.missing).toEqual(["99", "-2", "7", "8"]);
  expect([several?.missing, several?.notAsked]).toEqual([
    ["-2", "7", "8"],
    ["98", "-3"],
  ]);
  expect(absent?.missing).toEqual(["99", "-2"]);
});

test("a plain table adds nothing", () => {
  const layout = layoutOf([["a"]]);
  const variables = [text("a")];
  expect(withLayout(variables, layout, new Header(layout.columns))[0]).toBe(variables[0]);
});
