import { stringify } from "yaml";
import type { Sheet, SheetColumn } from "./sheet.ts";

const words = /percent|percentage|share|%|占比|比例|百分比|\bcount\b|人数/i;

/**
 * Whether a file is a table of figures in place of answers: several columns of percentages, or a column of counts
 * beside question and option. The lines show how a codebook names such a table; undefined for a file of respondents.
 */
export function findTable({ columns, file }: Sheet): readonly string[] | undefined {
  const percents = columns.filter((column) => isPercent(column) && words.test(column.name));
  const texts = columns.filter(({ profile }) => profile.numbers.count === 0 && profile.answered > 0);
  const question = texts.find(({ name }) => /question|measure|item|题/i.test(name));
  if (
    percents.length < 2 ||
    !question ||
    columns.some(
      ({ profile, role }) =>
        role === "respondent" ||
        (profile.unique && profile.numbers.count === profile.rows && profile.rows > 20),
    )
  )
    return undefined;
  const period = columns.find(
    (column) => column !== question && !percents.includes(column) && isPeriod(column),
  );
  const slices = texts.filter((column) => column !== question && column !== period);
  const value = period && [...period.profile.values.keys()][0];
  return stringify({
    waves: [
      {
        id: value ?? "1",
        tabulated: {
          file: `waves/${file}`,
          ...(period && value ? { rows: { [period.name]: value } } : {}),
          question: question.name,
          options: Object.fromEntries(percents.map(({ name }, at) => [String(at + 1), name])),
          percent: true,
          ...(slices.length > 0
            ? {
                slice: Object.fromEntries(
                  slices.map(({ name }) => [name.toLowerCase().replaceAll(/\W+/g, "-"), name]),
                ),
              }
            : {}),
        },
      },
    ],
  })
    .trimEnd()
    .split("\n")
    .map((line) => `  ${line}`);
}

function isPercent({ profile: { numbers, answered } }: SheetColumn): boolean {
  return answered > 0 && numbers.count >= 0.8 * answered && numbers.min >= 0 && numbers.max <= 100;
}

function isPeriod({ name, profile }: SheetColumn): boolean {
  return /period|year|quarter|wave|release|期|年/i.test(name) && profile.values.size <= 60;
}
