/**
 * What search engines are told. index: to list the pages; noindex: to read them but list none, which pages say
 * themselves; none: to stay away altogether.
 */
export type Robots = "index" | "noindex" | "none";

/** The robots.txt of a site. One that may not be listed is not barred from being read: its pages say that they are not to be. */
export function robotsText(robots: Robots, sitemap: string | undefined): string {
  const rule = robots === "none" ? "Disallow: /" : "Allow: /";
  const named = robots === "index" && sitemap !== undefined ? ["", `Sitemap: ${sitemap}`] : [];
  return `${["User-agent: *", rule, ...named].join("\n")}\n`;
}

/** What every page says to search engines; undefined where they may list it. */
export function robotsMeta(robots: Robots): string | undefined {
  return { index: undefined, noindex: "noindex", none: "noindex, nofollow" }[robots];
}
