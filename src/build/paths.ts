import { rankedSubject } from "../panels/ranking.ts";
import { type Language, languages } from "../survey/text.ts";
import { loadSites, type SurveySite } from "./site.ts";

/** A page of a survey in a language, as Astro wants it. */
interface SurveyPath {
  readonly params: { readonly lang: Language; readonly survey: string };
  readonly props: { readonly site: SurveySite; readonly language: Language };
}

/** One path for every survey and language. */
export async function surveyPaths(): Promise<SurveyPath[]> {
  const sites = await loadSites();
  return sites.flatMap((site) =>
    languages.map((language) => ({
      params: { lang: language, survey: site.survey.id },
      props: { site, language },
    })),
  );
}

/** The same of surveys that have branches to rank. */
export async function rankedPaths() {
  return (await surveyPaths()).flatMap(({ params, props }) => {
    return rankedSubject(props.site) ? [{ params, props }] : [];
  });
}
