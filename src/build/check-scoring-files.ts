import { join } from "node:path";
import { readYaml } from "../codebook/yaml-source.ts";
import { givesAll, strataNeeds } from "../intake/strata/check-needs.ts";
import { openNodeStore } from "../store/node.ts";
import { completeSurvey } from "../survey/complete.ts";
import type { Problem } from "../survey/problem.ts";
import { rareValues } from "../survey/reading.ts";
import type { FirmStage } from "../survey/scoring.ts";
import type { StratumCount } from "../survey/stratum.ts";
import type { Survey } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import type { PreparedWave } from "./prepared.ts";

type StoredWave = Pick<PreparedWave, "wave" | "name" | "layout">;

interface Answered {
  readonly survey: Survey;
  /** Waves whose answers could be stored. */
  readonly waves: readonly StoredWave[];
  readonly strata: readonly StratumCount[];
}

interface Files {
  /** Folder of stored waves. */
  readonly cache: string;
  /** The codebook, and its name in messages. */
  readonly text: string;
  readonly codebook: string;
  readonly strataFile: string;
}

/** What only shows of scores by written rules when the answers are there: too many firms, answers of no stratum. */
export async function checkScoringFiles(answered: Answered, files: Files): Promise<readonly Problem[]> {
  return [...(await tooManyFirms(answered, files)), ...(await unlistedStrata(answered, files))];
}

/** A group of answers: the values of the dimensions that it was asked by. */
interface Place {
  readonly wave: string;
  readonly key: readonly string[];
}

/** Places that answers came from, those of unknown or joined values left out. */
async function placesOf(
  { survey, waves }: Answered,
  by: readonly string[],
  cache: string,
): Promise<readonly Place[]> {
  const complete = completeSurvey(
    survey,
    waves.map(({ layout }) => layout.dictionaries),
  );
  const store = await openNodeStore(
    complete,
    waves.map(({ name, layout }) => ({ path: join(cache, name), layout })),
  );
  try {
    const { groups } = await store.ask({
      questions: [],
      waves: waves.map(({ wave }) => wave),
      by,
      slice: everybody,
    });
    return groups.flatMap(({ wave, key, rows }) => {
      const known = key.filter((value): value is string => Boolean(value) && value !== rareValues);
      return known.length < by.length || (rows?.n ?? 0) === 0 ? [] : [{ wave, key: known }];
    });
  } finally {
    store.close();
  }
}

/** M03: more firms answered than the codebook says that there are, or it does not say how many of their industry. */
async function tooManyFirms(answered: Answered, files: Files): Promise<readonly Problem[]> {
  const { survey } = answered;
  const stage = survey.scoring?.national?.firms;
  const dimensions = [
    ...(stage?.industry === undefined ? [] : [stage.industry]),
    ...(stage ? [stage.firm] : []),
  ];
  const known = dimensions.every((id) => survey.dimensions.some((one) => one.id === id));
  if (answered.waves.length === 0 || !stage || !known || Object.keys(stage.population).length === 0)
    return [];
  const places = await placesOf(answered, dimensions, files.cache);
  const industryOf = ({ key }: Place) => (stage.industry === undefined ? "" : (key[0] ?? ""));
  const industries = [...Map.groupBy(places, industryOf)];
  // Of industries with labels the codebook is asked for without answers.
  const isLabelled = (industry: string) =>
    survey.dimensions.some(
      ({ id, options }) => id === stage.industry && options.some((option) => option.id === industry),
    );
  const lineOf = readYaml(files.text, files.codebook).source?.lineOf;
  return industries.flatMap(([industry, all]): readonly Problem[] => {
    const byWave = [...Map.groupBy(all, ({ wave }) => wave)];
    const [wave, firms] = byWave.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? ["", []];
    const population = stage.population[industry];
    if (population === undefined ? isLabelled(industry) : population >= firms.length) return [];
    const path = [
      "scoring",
      "national",
      "firms",
      ...(population === undefined || industry === "" ? [] : [industry]),
    ];
    return [
      {
        severity: "stop",
        file: files.codebook,
        ...(lineOf ? { line: lineOf(path) } : {}),
        column: path.join("."),
        value: population === undefined ? industry : String(population),
        ...firmWords(stage, { industry, wave, population, firms: firms.length }),
      },
    ];
  });
}

function firmWords(
  { firm }: FirmStage,
  {
    industry,
    wave,
    population,
    firms,
  }: { industry: string; wave: string; population: number | undefined; firms: number },
): Pick<Problem, "message" | "expected" | "mend"> {
  const where = industry === "" ? "" : ` of "${industry}"`;
  if (population === undefined)
    return {
      message: `Answers came from ${firms} values of "${firm}"${where} in ${wave}, and it does not say how many firms there are`,
      expected: "the number of firms of every industry",
      mend: `Add ${industry} with the number of its firms.`,
    };
  return {
    message: `Answers came from ${firms} values of "${firm}"${where} in ${wave}, more than the ${population} firms that there are`,
    expected: `at least ${firms}`,
    mend: `Correct the number of firms, or the column of "${firm}".`,
  };
}

/** M05, M06: answers came of a stratum that the wave's rows do not list. */
async function unlistedStrata(answered: Answered, { cache, strataFile }: Files): Promise<readonly Problem[]> {
  const { survey, waves, strata } = answered;
  const needs = strataNeeds(survey.scoring);
  const by = [...new Set(strata.flatMap(({ place }) => Object.keys(place)))];
  if (waves.length === 0 || needs.length === 0 || by.length === 0) return [];
  const nameOf = (key: readonly string[]) => by.map((id, at) => `${id}=${key[at]}`).join("&");
  const places = await placesOf(answered, by, cache);
  return waves.flatMap(({ wave }): readonly Problem[] => {
    const listed = strata.filter((stratum) => stratum.wave === wave);
    // Of a wave that has no counts at all that is said.
    if (!needs.some((need) => listed.some((stratum) => givesAll(stratum, need)))) return [];
    const names = new Set(listed.map(({ place }) => nameOf(by.map((id) => place[id] ?? ""))));
    const lacking = places.filter((one) => one.wave === wave && !names.has(nameOf(one.key)));
    if (lacking.length === 0) return [];
    const shown = lacking.slice(0, 8).map(({ key }) => nameOf(key));
    return [
      {
        severity: "note",
        file: strataFile,
        line: 1,
        column: by.join(","),
        value: wave,
        message: `No ${needs.map(({ figure }) => figure).join(" and no ")} can be given for strata of ${wave} that answers came from and that have no row: ${shown.join(", ")}${lacking.length > shown.length ? ", …" : ""}`,
        expected: "a row for every stratum of a wave",
        mend: "Add the rows, where the counts are known; what is given for the whole wave is without them.",
        count: lacking.length,
      },
    ];
  });
}
