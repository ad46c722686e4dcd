import { expect, test } from "vitest";
import { sourceKind } from "../../../src/intake/sources/source-kind.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");

test.each([
  ["answers.csv", "ID,S", "text"],
  ["answers.xls", "ID\tS", "text"],
  ["answers.csv", "\xd0\xcf\x11\xe0", "workbook"],
  ["answers.xls", "PK\x03\x04", "workbook"],
  ["answers.csv", "PK,K", "text"],
  ["answers.XLSX", "junk", "workbook"],
  ["answers.dat", "$FL2", "spss"],
  ["answers.dat", "$FL3", "spss"],
  ["answers.sav", "junk", "spss"],
  ["answers.zsav", "junk", "spss"],
  ["answers.csv", "", "text"],
])("%s beginning with %j is %s", (name, start, kind) => {
  expect(sourceKind(bytes(start), name)).toBe(kind);
});
