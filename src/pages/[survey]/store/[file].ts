import { loadSites, storeBytes } from "../../../build/site.ts";

/** Rows as readers may download them: protected, as they are, or none. */
export async function getStaticPaths() {
  return (await loadSites()).flatMap(({ survey, prepared }) =>
    prepared.published.map(({ name }) => ({
      params: { survey: survey.id, file: name },
      props: { name },
    })),
  );
}

export async function GET({ props }: { readonly props: { readonly name: string } }): Promise<Response> {
  return new Response(await storeBytes(props.name), {
    headers: { "content-type": "application/octet-stream" },
  });
}
