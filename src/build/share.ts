import { shareFigures } from "../panels/share-figures.ts";
import { shareCard } from "../publish/share/card.ts";
import { pngOf } from "../publish/share/png.ts";
import type { Language } from "../survey/text.ts";
import { wordsIn } from "../words/words.ts";
import { feedTitle, hasFeed } from "./feed.ts";
import { feedLink, pictureLink } from "./links.ts";
import { overviewOf } from "./overview.ts";
import { contextOf, type SurveySite } from "./site.ts";

interface ShareOptions {
  readonly language: Language;
  readonly base: string;
  readonly wave: string;
}

/** What a page says of the picture that stands for it, and of its survey's feed, where there is one. */
export async function sharingOf(site: SurveySite, options: ShareOptions) {
  const { language, base, wave } = options;
  const { survey } = site;
  const { title } = await overviewOf(site, options);
  const feed = { path: feedLink(base, language, survey.id), title: feedTitle(site, language) };
  return {
    picture: {
      path: pictureLink(base, survey.id, { language, wave }),
      alternative: title ?? survey.title[language],
    },
    ...(hasFeed(survey) ? { feed } : {}),
  };
}

/** The picture for sharing of a wave's overview, as PNG. */
export async function sharePicture(
  site: SurveySite,
  options: ShareOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { survey, prepared } = site;
  const { language, wave } = options;
  const words = wordsIn(language);
  const { title } = await overviewOf(site, options);
  const figures = await shareFigures(contextOf(site, options), site);
  const waveTitle = survey.waves.find(({ id }) => id === wave)?.title[language] ?? wave;
  const source = [
    ...(survey.synthetic ? [words.paper.invented] : []),
    "Manyi 满意",
    `${words.dataVersion} ${prepared.dataVersion}`,
  ];
  return pngOf(
    await shareCard({
      kicker: `${survey.title[language]} · ${waveTitle}`,
      title: title ?? survey.title[language],
      trend: [],
      ends: [waveTitle, waveTitle],
      ...figures,
      source: source.join(" · "),
    }),
  );
}
