import type { APIContext } from "astro";
import { robotsOf, robotsText } from "../build/robots.ts";

export function GET({ site }: APIContext): Response {
  const root = `${import.meta.env.BASE_URL.replace(/\/$/, "")}/`;
  const sitemap = site && new URL(`${root}sitemap.xml`, site).href;
  return new Response(robotsText(robotsOf(), sitemap), {
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
