import { describe, expect, test } from "vitest";
import { alignWaves } from "../../src/drafting/align.ts";
import { groupFields } from "../../src/drafting/groups.ts";
import { guessChoices } from "../../src/drafting/guess-choices.ts";
import { draftWords } from "../../src/drafting/words.ts";
import { type Columns, fieldsOf, sheetOf, times } from "./sheets.ts";

const cells = (counts: Readonly<Record<string, number>>) => times(counts);
const grades = cells({ 1: 5, 2: 10, 3: 20, 4: 40, 5: 25 });
const groups = (columns: Columns) =>
  groupFields(fieldsOf(columns)).map(({ kind, fields, stem }) => [
    kind,
    fields.map(({ name }) => name).join(" "),
    stem ?? "",
  ]);

test("what was typed beside other is a tick of it, unless a column of ticks says other too", () => {
  const question = "Which papers do you read?";
  const choices = (other: string) =>
    alignWaves([
      {
        wave: "1",
        sheet: sheetOf([
          ["Respondent ID", question, "", "", ""],
          ["", "Times", "Post", other, "Other (please specify)"],
          ...Array.from({ length: 20 }, (_, at) => [
            `${at}`,
            at % 2 ? "Times" : "",
            at % 3 ? "Post" : "",
            at % 5 ? "" : other,
            at % 4 ? "" : `my own ${at}, no`,
          ]),
        ]),
      },
    ]).slice(1);
  const [group] = groupFields(choices("Globe"));
  expect(group?.fields.map(({ part }) => part)).toEqual(["Times", "Post", "Globe", "Other (please specify)"]);
  const guess = group && guessChoices(group, draftWords.en);
  expect(guess?.answers).toMatchObject({ labels: [{}, {}, {}, { code: "other" }] });
  expect(JSON.stringify(guess)).not.toMatch(/my own/);
  expect(groupFields(choices("Other")).map(({ fields }) => fields.length)).toEqual([3, 1]);
});

describe("columns that make one question", () => {
  test("-1 and one other number each, whatever the number", () => {
    const columns = {
      居民小区: cells({ "-1": 60, 1: 40 }),
      办公室: cells({ "-1": 70, 2: 30 }),
      其他: cells({ "-1": 95, 98: 5 }),
      满意度: grades,
    };
    expect(groups(columns)).toEqual([
      ["choices", "居民小区 办公室 其他", ""],
      ["lone", "满意度", ""],
    ]);
  });

  test("a mark or a blank", () => {
    const marked = (count: number) => [...cells({ 是: count }), ...Array(100 - count).fill("")];
    expect(groups({ 是否关怀用户: marked(20), 是否去过营业厅: marked(40), 满意度: grades })).toEqual([
      ["choices", "是否关怀用户 是否去过营业厅", ""],
      ["lone", "满意度", ""],
    ]);
  });

  test("first, second and third mention: numbered, each sparser; also where they do not stand side by side", () => {
    const first = cells({ 1: 40, 2: 30, 3: 30 });
    const second = [...cells({ 2: 20, 3: 10 }), ...Array(70).fill("")];
    const third = [...cells({ 3: 4 }), ...Array(96).fill("")];
    expect(groups({ Q2PURP1: first, Q2PURP2: second, Staff: grades, Q2PURP3: third })).toEqual([
      ["mentions", "Q2PURP1 Q2PURP2 Q2PURP3", "Q2PURP"],
      ["lone", "Staff", ""],
    ]);
  });

  test("a battery: headers that start alike, codes that end alike", () => {
    expect(groups({ Q7ART: grades, Q7FOOD: grades, Q9ART: grades, imag1: grades, imag2: grades })).toEqual([
      ["grid", "Q7ART Q7FOOD", "Q7"],
      ["lone", "Q9ART", ""],
      ["grid", "imag1 imag2", "imag"],
    ]);
  });

  test("three neighbours in words that use the same scale in full are one too; two are not", () => {
    expect(groups({ Staff: grades, Speed: grades, Price: grades })).toEqual([
      ["grid", "Staff Speed Price", ""],
    ]);
    expect(groups({ Staff: grades, Speed: grades })).toHaveLength(2);
  });

  test("codes of a list, however dense they stand, are none", () => {
    const two = cells({ 1: 50, 2: 48, 3: 2 });
    expect(groups({ Q4BAGS: two, Q4STORE: two, Q4WIFI: two }).every(([kind]) => kind === "lone")).toBe(true);
  });
});
