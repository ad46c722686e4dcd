import type { APIContext } from "astro";
import { feedOf, hasFeed } from "../../../build/feed.ts";
import { surveyPaths } from "../../../build/paths.ts";

/** Only of a site whose address is known: entries are named by whole addresses. */
export async function getStaticPaths() {
  if (!import.meta.env.SITE) return [];
  return (await surveyPaths()).filter(({ props }) => hasFeed(props.site.survey));
}

type Props = Awaited<ReturnType<typeof surveyPaths>>[number]["props"];

export async function GET({ props, site }: APIContext<Props>): Promise<Response> {
  if (!site) throw new Error("a feed needs the site's address");
  const feed = await feedOf(props.site, { language: props.language, base: import.meta.env.BASE_URL, site });
  return new Response(feed, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
}
