import { type Robots, robotsMeta } from "../publish/robots.ts";

export { robotsText } from "../publish/robots.ts";

/**
 * What search engines are told: ROBOTS, else to list a site whose address is known and no other. A report is its
 * owner's until they say where it is published.
 */
export function robotsOf(environment: NodeJS.ProcessEnv = process.env): Robots {
  const asked = environment["ROBOTS"]?.trim().toLowerCase();
  if (asked === "index" || asked === "none") return asked;
  // A word that is not known is meant to keep something back.
  if (asked) return "noindex";
  return environment["SITE_URL"] ? "index" : "noindex";
}

/** What every page says to search engines; undefined where they may list it. */
export function pageRobots(): string | undefined {
  return robotsMeta(robotsOf());
}
