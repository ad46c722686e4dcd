import { describe, expect, test } from "vitest";
import { readVersions } from "../../src/codebook/versions-file.ts";
import { versionsText } from "../../src/publish/versions-text.ts";
import { figure, question, version, wave } from "../findings/records.ts";

const good = versionsText("s", [
  version("abc", {
    waves: [wave("w1")],
    questions: Array.from({ length: 3 }, (_, at) => question(`item${at}`, { w1: figure(4, 0.25, 90) })),
  }),
]);
const read = (text: string | undefined) => readVersions(text, { file: "shop/versions.json", survey: "s" });
/** The line of a text that holds something, from 1. */
const lineOf = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;

/** The one problem of a text; nothing of it is taken for a version. */
function problemOf(text: string) {
  const { versions, problems } = read(text);
  expect(versions).toEqual([]);
  expect(problems).toHaveLength(1);
  return problems[0];
}

test("no file is no record and no problem; what was written is read", () => {
  expect(read(undefined)).toEqual({ versions: [], problems: [] });
  expect(read(good).problems).toEqual([]);
  expect(read(good).versions.map(({ dataVersion }) => dataVersion)).toEqual(["abc"]);
});

describe("a file that is none of ours stops, with its place and how to mend it", () => {
  test("both sides of a merge", () => {
    const text = good.replace('   "questions"', '<<<<<<< HEAD\n=======\n>>>>>>> other\n   "questions"');
    expect(problemOf(text)).toMatchObject({
      severity: "stop",
      file: "shop/versions.json",
      line: lineOf(text, "<<<<<<<"),
      message: "A merge left both sides in the file",
      expected: "one side of the merge",
    });
  });

  test("a comma too many", () => {
    const text = good.replace('"survey": "s",', '"survey": "s",,');
    expect(problemOf(text)).toMatchObject({ severity: "stop", line: 3 });
    expect(problemOf(text)?.message).toMatch(/^The JSON can't be read: /);
    expect(problemOf(text)?.mend).toContain("npm run record");
  });

  test("a file that was cut off", () => {
    const text = good.slice(0, good.indexOf('"item1"')).trimEnd();
    expect(problemOf(text)).toMatchObject({ severity: "stop", line: text.split("\n").length });
  });

  test("a figure that is none", () => {
    const text = good.replace("[90,4,3.75,4.25]", '[90,"four",3.75,4.25]');
    expect(problemOf(text)).toMatchObject({ severity: "stop", line: lineOf(text, "four") });
    expect(problemOf(text)?.column).toContain("versions[0].questions[0].figures");
    expect(problemOf(text)?.expected).toContain("[n, value, low, high]");
  });

  test("a share that is none", () => {
    const used = { ...question("used", {}), figures: {}, shares: { yes: { w1: figure(4, 0.25, 90) } } };
    const text = versionsText("s", [version("abc", { questions: [used] })]);
    const wrong = problemOf(text.replace("[90,4,3.75,4.25]", '[90,"four",3.75,4.25]'));
    expect(wrong?.column).toContain("versions[0].questions[0].shares");
    expect(wrong?.expected).toContain("[n, value, low, high]");
  });

  test("a later format, and a file of something else", () => {
    expect(problemOf(good.replace('"format": 1', '"format": 2'))).toMatchObject({
      line: 2,
      column: "format",
    });
    expect(problemOf("[]")).toMatchObject({ severity: "stop" });
    expect(problemOf("")).toMatchObject({ severity: "stop" });
  });

  test("the versions of another survey", () => {
    expect(problemOf(good.replace('"survey": "s"', '"survey": "other"'))).toMatchObject({
      column: "survey",
      value: "other",
      expected: 'survey "s"',
    });
  });
});
