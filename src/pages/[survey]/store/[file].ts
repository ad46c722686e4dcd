import type { PackedPart } from "../../../build/pack.ts";
import { loadSites, publishedStore } from "../../../build/site.ts";

/** Rows as readers may download them: protected, as they are, or none. */
export async function getStaticPaths() {
  const paths = (await loadSites()).flatMap(({ survey, prepared }) =>
    prepared.published.map(async (wave) =>
      (await publishedStore(wave)).parts.map((part) => ({
        params: { survey: survey.id, file: part.name },
        props: { part },
      })),
    ),
  );
  return (await Promise.all(paths)).flat();
}

export function GET({ props }: { readonly props: { readonly part: PackedPart } }): Response {
  return new Response(props.part.content, { headers: { "content-type": "application/octet-stream" } });
}
