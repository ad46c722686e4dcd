import { linksOf } from "../panels/links.ts";
import { atomFeed } from "../publish/feed.ts";
import type { Survey } from "../survey/survey.ts";
import type { Language } from "../survey/text.ts";
import { wordsIn } from "../words/words.ts";
import { describeOverview } from "./describe.ts";
import { feedLink } from "./links.ts";
import { overviewOf } from "./overview.ts";
import type { SurveySite } from "./site.ts";

/** A feed needs days, and takes them from the codebook alone: the waves whose end it tells. */
export function hasFeed({ waves }: Pick<Survey, "waves">): boolean {
  return waves.some(({ end }) => end !== undefined);
}

export function feedTitle({ survey }: SurveySite, language: Language): string {
  return wordsIn(language).paper.feedTitle(survey.title[language]);
}

interface FeedOptions {
  readonly language: Language;
  readonly base: string;
  /** The site's own address. An entry is named by a whole address for ever, so that without one there is no feed. */
  readonly site: URL;
}

/** A survey's feed of waves, newest first, as Atom. */
export async function feedOf(surveySite: SurveySite, { language, base, site }: FeedOptions): Promise<string> {
  const { survey } = surveySite;
  const links = linksOf(base, language, survey.id);
  const latest = survey.waves.at(-1)?.id;
  const whole = (address: string) => new URL(address, site).href;
  const dated = survey.waves.flatMap(({ id, title, end }) => (end === undefined ? [] : [{ id, title, end }]));
  const entries = [];
  for (const { id, title, end } of dated.toReversed()) {
    const page = await overviewOf(surveySite, { language, base, wave: id });
    entries.push({
      id: whole(links.overview(id)),
      address: whole(links.overview(id === latest ? undefined : id)),
      title: page.title ?? title[language],
      summary: describeOverview(page, surveySite, { language, wave: id }),
      day: end,
    });
  }
  return atomFeed({
    address: whole(feedLink(base, language, survey.id)),
    page: whole(links.overview()),
    title: feedTitle(surveySite, language),
    language: language === "zh" ? "zh-Hans" : "en",
    entries,
  });
}
