import { engineBytes, loadEngine } from "../../build/site.ts";

/** The engine that counts in the browser; only where a survey publishes rows for it to count. */
export async function getStaticPaths() {
  const engine = await loadEngine();
  return engine ? [engine.worker, engine.module].map(({ name }) => ({ params: { file: name } })) : [];
}

export async function GET({ params }: { readonly params: { readonly file: string } }): Promise<Response> {
  return new Response(await engineBytes(params.file), {
    headers: { "content-type": "application/octet-stream" },
  });
}
