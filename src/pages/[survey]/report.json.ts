import { reportJson } from "../../build/report-json.ts";
import { loadEngine, loadSites, type SurveySite } from "../../build/site.ts";

export async function getStaticPaths() {
  return (await loadSites()).map((site) => ({ params: { survey: site.survey.id }, props: { site } }));
}

export async function GET({ props }: { readonly props: { readonly site: SurveySite } }): Promise<Response> {
  return new Response(await reportJson(props.site, await loadEngine()), {
    headers: { "content-type": "application/json" },
  });
}
