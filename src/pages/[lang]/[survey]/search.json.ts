import { surveyPaths } from "../../../build/paths.ts";
import { searchIndexOf } from "../../../build/search-index.ts";
import type { SurveySite } from "../../../build/site.ts";
import type { Language } from "../../../survey/text.ts";

export const getStaticPaths = surveyPaths;

export function GET({
  props,
}: {
  readonly props: { readonly site: SurveySite; readonly language: Language };
}): Response {
  const index = searchIndexOf(props.site, props.language, import.meta.env.BASE_URL);
  return new Response(JSON.stringify(index), { headers: { "content-type": "application/json" } });
}
