import { loadSites, storeBytes } from "../../../build/site.ts";

/** Stores are published only where the codebook says `publish: rows`. */
export async function getStaticPaths() {
  const open = (await loadSites()).filter(({ survey }) => survey.publish === "rows");
  return open.flatMap(({ survey, prepared }) =>
    prepared.waves.map(({ name }) => ({
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
