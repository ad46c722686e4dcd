import { packedName } from "../../../build/pack.ts";
import type { PublishedWave } from "../../../build/prepared.ts";
import { loadSites, publishedStore } from "../../../build/site.ts";

/** Rows as readers may download them: protected, as they are, or none. */
export async function getStaticPaths() {
  return (await loadSites()).flatMap(({ survey, prepared }) =>
    prepared.published.map((wave) => ({
      params: { survey: survey.id, file: packedName(wave.name) },
      props: { wave },
    })),
  );
}

export async function GET({
  props,
}: {
  readonly props: { readonly wave: PublishedWave };
}): Promise<Response> {
  return new Response((await publishedStore(props.wave)).content, {
    headers: { "content-type": "application/octet-stream" },
  });
}
