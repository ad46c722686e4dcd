import { pictureName } from "../../../build/links.ts";
import { sharePicture } from "../../../build/share.ts";
import { loadSites, type SurveySite } from "../../../build/site.ts";
import { type Language, languages } from "../../../survey/text.ts";

interface Picture {
  readonly site: SurveySite;
  readonly language: Language;
  readonly wave: string;
}

/** A picture for every overview. */
export async function getStaticPaths() {
  const sites = await loadSites();
  return sites.flatMap((site) =>
    site.survey.waves.flatMap(({ id: wave }) =>
      languages.map((language) => ({
        params: { survey: site.survey.id, picture: pictureName(language, wave) },
        props: { site, language, wave },
      })),
    ),
  );
}

export async function GET({ props }: { readonly props: Picture }): Promise<Response> {
  const { site, ...of } = props;
  const picture = await sharePicture(site, { ...of, base: import.meta.env.BASE_URL });
  return new Response(picture, { headers: { "content-type": "image/png" } });
}
