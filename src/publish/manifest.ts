import type { Branch } from "../survey/branches.ts";
import type { FormerBranch } from "../survey/former-branches.ts";
import type { Survey } from "../survey/survey.ts";
import type { CountsByWave } from "../survey/version-record.ts";
import type { WithheldPlaces } from "../survey/withheld-places.ts";

/** A stored wave as the manifest names it: by what is published of it, where anything is. */
export interface ManifestWave {
  readonly wave: string;
  readonly file: string;
  /** Names of the files that hold it one after the other, where it is too large for one. */
  readonly parts?: readonly string[];
  readonly published: boolean;
  readonly bytes: number;
  readonly sha256: string;
  /** Absent of a wave of fewer respondents than the minimum (M34). */
  readonly rows?: number;
  readonly weighted: boolean;
  readonly sourceSha256: string;
  /** Rows of which a place is withheld, and places by dimension (M34). */
  readonly withheld?: WithheldPlaces;
  /** Columns of the published file. */
  readonly columns?: readonly string[];
  /** Option ids by column of the published file: a stored code is a place in its list. */
  readonly dictionaries?: Readonly<Record<string, readonly string[]>>;
}

/** A wave of which only printed tables survive: nothing is stored of it. */
export interface ManifestTable {
  readonly wave: string;
  readonly tables: readonly { readonly sourceSha256: string; readonly rows: number }[];
  readonly respondents?: number;
}

export interface ManifestInput {
  readonly survey: Survey;
  readonly dataVersion: string;
  /** Whom the site is about, where that is not everybody, as a slice in the form of a permalink. */
  readonly scope?: string;
  readonly waves: readonly ManifestWave[];
  readonly tables: readonly ManifestTable[];
  readonly branches: readonly Branch[];
  readonly former: readonly FormerBranch[];
  readonly estimatesSha256: string;
  /** How many answered each text, by question id and wave. */
  readonly answered: Readonly<Record<string, CountsByWave>>;
}

/**
 * What was published and what from: waves, their stores with size, hash and row count, labels, the data version. Of
 * rows that readers may download, `published` tells, and what was withheld from them; under `publish: pages` there are none.
 */
export function manifestJson({
  survey,
  dataVersion,
  scope,
  waves,
  tables,
  branches,
  former,
  estimatesSha256,
  answered,
}: ManifestInput): string {
  const entries = new Map<string, object>([
    ...tables.map(({ wave, ...facts }) => [wave, facts] as const),
    ...waves.map(({ wave, file, parts, ...facts }) => {
      const held = parts ? { parts: parts.map((part) => `store/${part}`) } : {};
      return [wave, { file: `store/${file}`, ...held, ...facts }] as const;
    }),
  ]);
  return `${JSON.stringify(
    {
      format: 1,
      survey: survey.id,
      title: survey.title,
      synthetic: survey.synthetic,
      dataVersion,
      ...(scope === undefined ? {} : { scope }),
      publish: survey.publish,
      base: survey.base,
      headline: survey.headline,
      measures: survey.measures,
      estimates: { file: "estimates.csv", sha256: estimatesSha256 },
      waves: survey.waves.map((wave) => ({ ...wave, ...entries.get(wave.id) })),
      dimensions: survey.dimensions,
      hierarchy: survey.hierarchy,
      branches: branches.map(({ path, slugs, label }) => ({ path, slugs, label })),
      ...networkFacts(survey, former),
      questions: survey.questions,
      answered,
      factors: survey.factors,
      index: survey.index,
      sets: survey.sets,
      pairs: survey.pairs,
      kano: survey.kano,
      scoring: survey.scoring,
      bands: survey.bands,
    },
    null,
    1,
  )}\n`;
}

/** Where branches follow through time: the day whose network is shown, and where old places are found on it. */
function networkFacts({ network }: Survey, former: readonly FormerBranch[]): object {
  if (!network) return {};
  const places = former.map(({ path, slugs, now }) => ({ path, slugs, now: now.path }));
  return { network: { ...(network.on === undefined ? {} : { on: network.on }), former: places } };
}
