import type { Branch } from "../survey/branches.ts";
import type { FormerBranch } from "../survey/former-branches.ts";
import type { Survey } from "../survey/survey.ts";

/** A stored wave as the manifest names it. */
export interface ManifestWave {
  readonly wave: string;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
  readonly weighted: boolean;
  readonly sourceSha256: string;
  /** Option ids by stored column: a stored code is a place in its list. */
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
}

export interface ManifestInput {
  readonly survey: Survey;
  readonly dataVersion: string;
  readonly waves: readonly ManifestWave[];
  readonly branches: readonly Branch[];
  readonly former: readonly FormerBranch[];
  readonly estimatesSha256: string;
}

/**
 * What was published and what from: waves, their stores with size, hash and row count, labels, the data version. The
 * stores themselves are only published where the codebook says `publish: rows`; `published` tells.
 */
export function manifestJson({
  survey,
  dataVersion,
  waves,
  branches,
  former,
  estimatesSha256,
}: ManifestInput): string {
  const titles = new Map(survey.waves.map((wave) => [wave.id, wave]));
  const published = survey.publish === "rows";
  return `${JSON.stringify(
    {
      format: 1,
      survey: survey.id,
      title: survey.title,
      synthetic: survey.synthetic,
      dataVersion,
      publish: survey.publish,
      base: survey.base,
      headline: survey.headline,
      measures: survey.measures,
      estimates: { file: "estimates.csv", sha256: estimatesSha256 },
      waves: waves.map(({ wave, file, dictionaries, ...facts }) => ({
        ...titles.get(wave),
        file: `store/${file}`,
        published,
        ...facts,
        // Which options a wave holds tells who was there; it goes only where the answers themselves go.
        ...(published ? { dictionaries } : {}),
      })),
      dimensions: survey.dimensions,
      hierarchy: survey.hierarchy,
      branches: branches.map(({ path, slugs, label }) => ({ path, slugs, label })),
      ...networkFacts(survey, former),
      questions: survey.questions,
      factors: survey.factors,
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
