import { describe, expect, test } from "vitest";
import { readVersions } from "../../src/codebook/versions-file.ts";
import { keptVersions, versionsText, withRecord } from "../../src/publish/versions-text.ts";
import { branch, figure, question, version, wave, withheld } from "../findings/records.ts";

const record = version("abc", {
  waves: [wave("w1"), wave("2024")],
  questions: [
    question("item", { w1: figure(4, 0.25, 90), "2024": { ...figure(3, 0.5, 20), status: "low" } }),
    {
      ...question("used", {}),
      figures: {},
      shares: { yes: { w1: figure(0.5, 0.25, 90), "2024": withheld }, no: { w1: figure(0.5, 0.25, 90) } },
    },
    { ...question("said", {}), figures: {}, answered: { w1: 12, "2024": "withheld" } },
    question("wait", { w1: withheld, "2024": { status: "none" } }),
  ],
  branches: [branch("east/east-01", { "2024": withheld })],
});

describe("versions.json", () => {
  test("is read as it was written", () => {
    const { asked, ...unknown } = question("comment", {});
    expect(asked).toEqual([]);
    const records = [record, version("def", { questions: [unknown] })];
    const read = readVersions(versionsText("s", records), { file: "versions.json", survey: "s" });
    expect(read).toEqual({ versions: records, problems: [] });
  });

  test("has one thing a line where it fits, so that a diff shows what changed", () => {
    const long = version("abc", {
      questions: Array.from({ length: 4 }, (_, at) => question(`item${at}`, { w1: figure(4, 0.25, 90) })),
      branches: ["east", "west"].map((id) => branch(id, { w1: { ...figure(4, 0.25, 20), status: "low" } })),
    });
    const lines = versionsText("s", [long])
      .split("\n")
      .map((line) => line.trim());
    expect(lines).toContain(
      '{"path":["east"],"label":{"en":"east","zh":"east"},"figures":{"w1":[20,4,3.75,4.25,"low"]}},',
    );
    expect(lines).toContain(
      '{"id":"item0","short":{"en":"item0","zh":"item0"},"asked":["w1"],"figures":{"mean":{"w1":[90,4,3.75,4.25]}}},',
    );
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(160);
  });

  test("is JSON with a line end, the same for the same records", () => {
    const text = versionsText("s", [record]);
    expect(JSON.parse(text)).toMatchObject({ format: 1, survey: "s" });
    expect(text.endsWith("}\n")).toBe(true);
    expect(versionsText("s", [structuredClone(record)])).toBe(text);
  });
});

describe("recording a version", () => {
  const records = ["a", "b", "c"].map((id) => version(id));

  test("puts it behind the others and lets the oldest go", () => {
    expect(keptVersions).toBe(3);
    expect(withRecord(records, version("d")).map(({ dataVersion }) => dataVersion)).toEqual(["b", "c", "d"]);
    expect(withRecord([], version("a")).map(({ dataVersion }) => dataVersion)).toEqual(["a"]);
  });

  test("changes nothing where it is the last one", () => {
    expect(withRecord(records, version("c"))).toBe(records);
    // One that was published before another is published again.
    expect(withRecord(records, version("a")).map(({ dataVersion }) => dataVersion)).toEqual(["b", "c", "a"]);
  });
});
