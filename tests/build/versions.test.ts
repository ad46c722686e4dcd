import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenSurvey, openSurvey } from "../../src/build/open-survey.ts";
import { type Preview, previewsOf } from "../../src/build/preview.ts";
import { recordVersions } from "../../src/build/record-versions.ts";
import { previewLines } from "../../src/build/report-preview.ts";
import { changesSince, recordOf, textsAnswered } from "../../src/build/versions.ts";
import { manifestJson } from "../../src/publish/manifest.ts";
import { recordOfSite } from "../../src/publish/read-site.ts";
import { allBranches } from "../../src/survey/branches.ts";
import { csvText } from "../publish/csv-text.ts";
import { coverShop, fixtureFiles, privateMarks, tinyShop, waveIds } from "./fixture-survey.ts";
import { type Files, onlySurvey, type PreparedFiles, prepareFiles } from "./prepare-files.ts";

const threeWaves = fixtureFiles();
const twoWaves = fixtureFiles({ waves: waveIds.slice(0, 2) });
/** Ten respondents of the first wave taken out; every one starts with the mark of an id. */
const corrected: Files = {
  ...threeWaves,
  "waves/2024-H1.csv":
    threeWaves["waves/2024-H1.csv"]
      ?.split(/\n(?=zq7respondent)/)
      .slice(0, -10)
      .join("\n") ?? "",
};

const opened: PreparedFiles[] = [];
afterAll(() => Promise.all(opened.map((files) => files.remove())));

async function prepareSurvey(files: Files) {
  const outcome = await prepareFiles(files);
  opened.push(outcome);
  const survey = onlySurvey(outcome);
  if (!outcome.prepared) throw new Error("nothing was prepared");
  return { all: outcome.prepared, survey, file: join(survey.folder, "versions.json"), cache: outcome.cache };
}

async function opening<Result>(
  { all: { storeFolder }, survey }: Awaited<ReturnType<typeof prepareSurvey>>,
  use: (open: OpenSurvey) => Promise<Result>,
): Promise<Result> {
  const open = await openSurvey(survey, storeFolder);
  try {
    return await use(open);
  } finally {
    open.close();
  }
}

let recorded: string;
let firstVersion: string;
beforeAll(async () => {
  const first = await prepareSurvey(twoWaves);
  expect(await recordVersions(first.all)).toEqual([
    { survey: "shops", dataVersion: first.survey.dataVersion, written: true },
  ]);
  firstVersion = first.survey.dataVersion;
  recorded = await readFile(first.file, "utf-8");
});

describe("recording", () => {
  test("writes the same bytes for the same survey in another folder", async () => {
    const again = await prepareSurvey(twoWaves);
    await recordVersions(again.all);
    expect(await readFile(again.file, "utf-8")).toBe(recorded);
  });

  test("writes nothing where the last record is of this version", async () => {
    const again = await prepareSurvey({ ...twoWaves, "versions.json": recorded });
    expect(await recordVersions(again.all)).toMatchObject([{ written: false }]);
  });

  test("changes nothing in the data version, and puts the next version behind", async () => {
    const [bare, next] = [
      await prepareSurvey(threeWaves),
      await prepareSurvey({ ...threeWaves, "versions.json": recorded }),
    ];
    expect(next.survey.dataVersion).toBe(bare.survey.dataVersion);
    await recordVersions(next.all);
    const { versions } = onlySurvey(
      await prepareFiles({ ...threeWaves, "versions.json": await readFile(next.file, "utf-8") }).then(
        (files) => {
          opened.push(files);
          return files;
        },
      ),
    );
    expect(versions.map(({ dataVersion }) => dataVersion)).toEqual([firstVersion, next.survey.dataVersion]);
  });

  test("keeps nothing private, and nothing of a shop that is withheld", () => {
    for (const mark of Object.values(privateMarks)) expect(recorded).not.toContain(mark);
    const { branches } = JSON.parse(recorded).versions[0] as {
      branches: readonly { readonly path: readonly string[]; readonly figures: unknown }[];
    };
    const figuresOf = (shop: string) => branches.find(({ path }) => path[1] === shop)?.figures;
    for (const { shop } of [tinyShop, coverShop])
      expect(figuresOf(shop)).toEqual({ "2024-H1": "withheld", "2024-H2": "withheld" });
    expect(figuresOf("Old Town & Co")).toMatchObject({ "2024-H2": expect.any(Array) });
  });
});

describe("a preview", () => {
  const preview = async (files: Files, out = "/nowhere"): Promise<Preview> => {
    const { all } = await prepareSurvey(files);
    const [found] = await previewsOf(all, { out });
    if (!found) throw new Error("no preview");
    return found;
  };

  test("of a new wave: its rows and figures against the wave before, and nothing restated", async () => {
    const found = await preview({ ...threeWaves, "versions.json": recorded });
    expect(found.against).toBe("versions.json");
    expect(found.comparison?.before).toBe(firstVersion);
    expect(found.comparison?.waves.map(({ state }) => state)).toEqual(["same", "same", "added"]);
    expect(found.comparison?.restated).toMatchObject({ restated: 0, hidden: 0, revealed: 0 });
    expect(found.comparison?.restated.compared).toBeGreaterThan(10);
    expect(found.newWaves).toMatchObject([{ wave: "2025-H1", against: "2024-H2", rows: 150 }]);
    const figures = found.newWaves[0]?.figures ?? [];
    expect(figures.map(({ question }) => question).toSorted()).toEqual([
      "overall",
      "recommend",
      "speed",
      "wait",
    ]);
    expect(figures[0]?.question).toBe("overall");
    // The wording of the question changed: nothing is compared.
    expect(figures.find(({ question }) => question === "speed")?.verdict).toBe("break");
  });

  test("of a corrected wave: rows, base and figures before and after", async () => {
    const whole = await prepareSurvey(threeWaves);
    await recordVersions(whole.all);
    const found = await preview({ ...corrected, "versions.json": await readFile(whole.file, "utf-8") });
    expect(found.newWaves).toEqual([]);
    const wave = found.comparison?.waves.find(({ state }) => state === "corrected");
    expect(wave).toMatchObject({ id: "2024-H1", reasons: ["file", "rows", "figures"] });
    expect([wave?.before?.rows, wave?.after?.rows]).toEqual([150, 140]);
    expect(found.comparison?.restated.largest[0]?.wave).toBe("2024-H1");
    const { survey } = whole.survey;
    const lines = previewLines(found, survey);
    expect(lines).toContainEqual(
      "  corrected 2024-H1: rows 150 → 140 (another file, other rows, figures restated)",
    );
    expect(found.comparison?.restated.largest.some(({ subject }) => subject.option !== undefined)).toBe(true);
    expect(found.comparison?.kinds).toEqual(["score", "share", "answered"]);
    expect(lines.join("\n")).not.toMatch(/clear|rise|fall|▲|▼/);
  });

  test("without record or site says so; with a record of this version, that nothing would change", async () => {
    const none = await preview(threeWaves);
    expect(none).toMatchObject({ against: "none", newWaves: [] });
    expect(none).not.toHaveProperty("comparison");
    const same = await preview({ ...twoWaves, "versions.json": recorded });
    expect(same.against).toBe("versions.json");
    expect(same).not.toHaveProperty("comparison");
    const { survey } = (await prepareSurvey(twoWaves)).survey;
    expect(previewLines(same, survey)).toEqual([
      `shops: version ${firstVersion} is the one in versions.json; nothing would change.`,
    ]);
  });
});

describe("a built site", () => {
  test("gives the record that was published with it, but for what stands in none of its files", async () => {
    const first = await prepareSurvey(twoWaves);
    const out = await publishSite(first);
    const fromSite = await recordOfSite(out, "shops");
    const fromData = await opening(first, (open) => recordOf(first.survey, open));
    expect(fromSite).toEqual({
      ...fromData,
      waves: fromData.waves.map((wave) => ({ ...wave, file: "" })),
      questions: fromData.questions.map(({ asked, ...question }) =>
        question.id === "comment" ? question : { ...question, asked },
      ),
    });
    const later = await prepareSurvey(threeWaves);
    const [preview] = await previewsOf(later.all, { out });
    expect(preview?.against).toBe("site");
    expect(preview?.comparison?.waves.map(({ state }) => state)).toEqual(["same", "same", "added"]);
  });

  test("that is none, or half of one, gives no record", async () => {
    const first = await prepareSurvey(twoWaves);
    const out = await publishSite(first);
    expect(await recordOfSite(out, "other")).toBeUndefined();
    await rm(join(out, "shops", "estimates.csv"));
    expect(await recordOfSite(out, "shops")).toBeUndefined();
  });

  /** What a build writes beside the pages. */
  async function publishSite(first: Awaited<ReturnType<typeof prepareSurvey>>): Promise<string> {
    const out = join(first.cache, "site");
    await mkdir(join(out, "shops"), { recursive: true });
    await opening(first, async (open) => {
      const manifest = manifestJson({
        survey: first.survey.survey,
        dataVersion: first.survey.dataVersion,
        branches: allBranches(open.tree),
        former: [],
        estimatesSha256: "",
        answered: textsAnswered(first.survey),
        tables: [],
        waves: first.survey.waves.map(({ wave, name, store, layout, sourceSha256 }) => ({
          ...store,
          ...layout,
          wave,
          file: name,
          published: false,
          sourceSha256,
        })),
      });
      await writeFile(join(out, "shops", "manifest.json"), manifest);
      await writeFile(join(out, "shops", "estimates.csv"), await csvText(open));
    });
    return out;
  }
});

test("the page compares with the last record that is not of this version", async () => {
  const { survey, file, ...rest } = await prepareSurvey({ ...threeWaves, "versions.json": recorded });
  await recordVersions(rest.all);
  const both = await prepareSurvey({ ...threeWaves, "versions.json": await readFile(file, "utf-8") });
  expect(both.survey.versions).toHaveLength(2);
  const changes = await opening(both, (open) => changesSince(both.survey, open));
  expect([changes?.before, changes?.after]).toEqual([firstVersion, survey.dataVersion]);
  const alone = await prepareSurvey({ ...twoWaves, "versions.json": recorded });
  expect(await opening(alone, (open) => changesSince(alone.survey, open))).toBeUndefined();
});

test("a record that can't be read stops, with all other problems", async () => {
  const { problems, prepared, remove } = await prepareFiles({ ...threeWaves, "versions.json": "{" });
  await remove();
  expect(prepared).toBeUndefined();
  expect(problems.filter(({ severity }) => severity === "stop")).toMatchObject([
    { file: "versions.json", line: 1 },
  ]);
});
