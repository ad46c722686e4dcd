import { readFile } from "node:fs/promises";
import { loadSites, storePath } from "../../../build/site.ts";

/** Stores are published only where the codebook says `publish: rows`. */
export async function getStaticPaths() {
  const open = (await loadSites()).filter(({ survey }) => survey.publish === "rows");
  return open.flatMap(({ survey, prepared }) =>
    prepared.waves.map(({ name }) => ({
      params: { survey: survey.id, file: name },
      props: { path: storePath(name) },
    })),
  );
}

export async function GET({ props }: { readonly props: { readonly path: string } }): Promise<Response> {
  return new Response(new Uint8Array(await readFile(props.path)), {
    headers: { "content-type": "application/octet-stream" },
  });
}
