import { loadSites, type SurveySite } from "../../build/site.ts";

export async function getStaticPaths() {
  return (await loadSites()).map((site) => ({ params: { survey: site.survey.id }, props: { site } }));
}

export async function GET({ props }: { readonly props: { readonly site: SurveySite } }): Promise<Response> {
  return new Response(await props.site.estimates(), {
    headers: { "content-type": "text/csv; charset=utf-8" },
  });
}
