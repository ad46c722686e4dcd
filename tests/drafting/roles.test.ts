import { describe, expect, test } from "vitest";
import { findRoles } from "../../src/drafting/roles.ts";
import { draftWords } from "../../src/drafting/words.ts";
import { type Columns, fieldsOf } from "./sheets.ts";

const say = draftWords.en;
const count = 40;
const each = (cell: (at: number) => string | number) => Array.from({ length: count }, (_, at) => cell(at));
const grades = each((at) => 1 + (at % 5));

function roles(columns: Columns) {
  const found = findRoles(fieldsOf(columns), say);
  return {
    respondent: found.respondent?.name,
    date: found.date?.name,
    dateFormat: found.dateFormat,
    weight: found.weight?.name,
    duration: found.duration?.name,
    personal: found.leftOut.filter(({ personal }) => personal).map(({ field }) => field.name),
    others: found.leftOut.filter(({ personal }) => !personal).map(({ field, why }) => [field.name, why]),
    asked: found.asked.map(({ name }) => name),
  };
}

describe("columns beside the questions", () => {
  test("respondent, date, weight and duration", () => {
    const columns = {
      RESPNUM: each((at) => at),
      "Interview date": each((at) => `2024-03-${10 + (at % 9)}`),
      WEIGHT: each((at) => 0.8 + at / 100),
      "Duration (seconds)": each((at) => 60 + at),
      Staff: grades,
    };
    expect(roles(columns)).toMatchObject({
      respondent: "RESPNUM",
      date: "Interview date",
      weight: "WEIGHT",
      duration: "Duration (seconds)",
      asked: ["Staff"],
    });
  });

  test("an id that comes twice is no respondent", () => {
    expect(roles({ id: each((at) => (at === 7 ? 6 : at)), Staff: grades }).respondent).toBeUndefined();
  });

  test("decimals around 1 are weights whatever they are called; whole numbers are not", () => {
    expect(roles({ korr: each((at) => (0.8 + at / 100).toFixed(2)), Staff: grades }).weight).toBe("korr");
    expect(roles({ korr: each((at) => 1 + (at % 2)), Staff: grades }).weight).toBeUndefined();
  });

  test.each(["Date of birth", "DOB", "出生日期", "Geburtsdatum", "dateOfBirth"])(
    "%s is personal and no date of the interview",
    (header) => {
      const births = each((at) => `${1950 + at}-03-12`);
      expect(roles({ [header]: births, Staff: grades })).toMatchObject({
        date: undefined,
        personal: [header],
      });
    },
  );

  test("dates decades apart are asked about; dates near each other may be those of the interviews", () => {
    const purchases = each((at) => `${1980 + at}-03-12`);
    const apart = findRoles(fieldsOf({ "Date of purchase": purchases, Staff: grades }), say);
    expect([apart.date, apart.otherDates?.name]).toEqual([undefined, "Date of purchase"]);
    const visits = each((at) => `2024-03-${10 + (at % 9)}`);
    const near = findRoles(fieldsOf({ "Visit date": visits, Staff: grades }), say);
    expect([near.date?.name, near.dateBySpan]).toEqual(["Visit date", true]);
    expect(findRoles(fieldsOf({ "Visit date": visits, "Survey date": visits }), say).date?.name).toBe(
      "Survey date",
    );
  });

  test("a country of birth and a newborn's ward are not personal", () => {
    expect(roles({ "Country of birth": grades, "Newborn ward": grades }).personal).toEqual([]);
  });

  test("days above 12 tell the order of a date; without any it is written down, and asked about", () => {
    expect(
      roles({ Date: each((at) => `3/${1 + (at % 28)}/2024`), Staff: grades }).dateFormat,
    ).toBeUndefined();
    expect(roles({ Date: each((at) => `3/${1 + (at % 12)}/2024`), Staff: grades }).dateFormat).toBe("mdy");
    expect(roles({ Date: each((at) => `${1 + (at % 12)}/3/2024`), Staff: grades }).dateFormat).toBe("dmy");
  });

  test.each([
    ["E-mail", () => "a"],
    ["手机号码", () => "b"],
    ["Your name", () => "Ann"],
    ["ZIP", () => "94110"],
    ["contact", (at: number) => `guest${at}@example.org`],
    ["from", (at: number) => `10.0.0.${at}`],
    ["电话", (at: number) => `138000000${10 + at}`],
    ["where", (at: number) => `37.${600 + at}, -122.384`],
  ] as const)("%s is personal", (header, cell) => {
    expect(roles({ [header]: each(cell), Staff: grades }).personal).toEqual([header]);
  });

  test.each(["Store name", "Phone brand", "手机没有信号", "How do you rate our e-mails?"])(
    "%s is not",
    (header) => {
      expect(roles({ [header]: grades, Staff: grades }).personal).toEqual([]);
    },
  );

  test("what holds nothing is left out, with the reason", () => {
    const columns = {
      Empty: [],
      Source: each(() => "web"),
      RUNID: each((at) => at * 17),
      At: each((at) => `1${at % 9}:30`),
      Staff: grades,
    };
    expect(roles(columns).others).toEqual([
      ["Empty", say.empty],
      ["Source", say.constant("web")],
      ["At", say.timesOfDay],
    ]);
    expect(roles({ ...columns, RESPNUM: each((at) => at) }).respondent).toBe("RUNID");
  });
});
