import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readVersions } from "../../src/codebook/versions-file.ts";
import { manifestJson } from "../../src/publish/manifest.ts";
import { recordOfSite } from "../../src/publish/read-site.ts";
import { versionRecord } from "../../src/publish/version-record.ts";
import { versionsText } from "../../src/publish/versions-text.ts";
import { allBranches, branchTree } from "../../src/survey/branches.ts";
import type { VersionRecord } from "../../src/survey/version-record.ts";
import { askPairRows, askRows } from "../counts/ask-rows.ts";
import { csvText } from "./csv-text.ts";
import { type Invented, invent } from "./invented-pools.ts";

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "manyi-site-"));
});
afterAll(() => rm(out, { recursive: true }));

function inputOf({ survey, rows, weightedWaves }: Invented) {
  const tree = branchTree(
    survey,
    rows.map(({ places }) => survey.hierarchy.map((level) => places[level] ?? null)),
  );
  return { survey, ask: askRows(survey, rows), askPairs: askPairRows(rows), tree, weightedWaves };
}

function recorded(invented: Invented): Promise<VersionRecord> {
  const { survey, rows, weightedWaves } = invented;
  const asked = survey.waves.map(({ id }) => id);
  return versionRecord({
    ...inputOf(invented),
    dataVersion: "v",
    waves: asked.map((id) => ({
      id,
      file: "",
      sha256: id,
      rows: rows.filter(({ wave }) => wave === id).length,
      weighted: weightedWaves.has(id),
    })),
    asked: Object.fromEntries(survey.questions.map(({ id }) => [id, asked])),
    answered: {},
  });
}

async function built(invented: Invented): Promise<VersionRecord | undefined> {
  const { survey, rows, weightedWaves, seed } = invented;
  const input = inputOf(invented);
  const manifest = manifestJson({
    survey: { ...survey, id: `s${seed}` },
    dataVersion: "v",
    waves: survey.waves.map(({ id }) => ({
      wave: id,
      file: "",
      published: false,
      bytes: 0,
      sha256: "",
      rows: rows.filter(({ wave }) => wave === id).length,
      weighted: weightedWaves.has(id),
      sourceSha256: id,
    })),
    tables: [],
    branches: allBranches(input.tree),
    former: [],
    estimatesSha256: "",
    answered: {},
  });
  await mkdir(join(out, `s${seed}`));
  await writeFile(join(out, `s${seed}`, "manifest.json"), manifest);
  await writeFile(join(out, `s${seed}`, "estimates.csv"), await csvText(input));
  return recordOfSite(out, `s${seed}`);
}

describe.each([4100, 4101, 4102, 4103, 4104])(
  "an invented survey with an index and pooled branches, %d",
  (seed) => {
    test("is read from its site as it is recorded from its data, through the file and back", async () => {
      const invented = invent(seed);
      const record = await recorded(invented);
      expect(await built(invented)).toEqual(record);
      const text = versionsText("s", [record]);
      expect(readVersions(text, { file: "versions.json", survey: "s" })).toEqual({
        versions: [record],
        problems: [],
      });
    });

    test("records the index and its factors wave by wave, and branches by what their figures are over", async () => {
      const invented = invent(seed);
      const { index = [], branches } = await recorded(invented);
      const waves = invented.survey.waves.map(({ id }) => id);
      expect(index.map(({ id, unit }) => [id, unit])).toEqual(
        ["csi", "f", "g"].map((id) => [id, "index1000"]),
      );
      expect(Object.keys(index[0]?.figures ?? {})).toEqual(waves);
      const [level = ""] = invented.survey.hierarchy.slice(-1);
      const span = invented.survey.base.pool?.[level] ?? 1;
      const lowest = branches.filter(({ path }) => path.length === invented.survey.hierarchy.length);
      const expected = [waves.length - 2, waves.length - 1]
        .filter((at) => at + 1 >= span)
        .map((at) => `${waves[at + 1 - span]}..${waves[at]}`);
      expect(new Set(lowest.flatMap(({ figures }) => Object.keys(figures)))).toEqual(new Set(expected));
    });
  },
);
