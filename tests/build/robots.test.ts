import { describe, expect, test } from "vitest";
import { robotsOf, robotsText } from "../../src/build/robots.ts";
import { robotsMeta } from "../../src/publish/robots.ts";

describe("what search engines are told", () => {
  test("follows ROBOTS, else whether the site's address is known", () => {
    expect(robotsOf({})).toBe("noindex");
    expect(robotsOf({ SITE_URL: "" })).toBe("noindex");
    expect(robotsOf({ SITE_URL: "https://reports.example" })).toBe("index");
    expect(robotsOf({ SITE_URL: "https://reports.example", ROBOTS: "noindex" })).toBe("noindex");
    expect(robotsOf({ SITE_URL: "https://reports.example", ROBOTS: " None " })).toBe("none");
    expect(robotsOf({ ROBOTS: "index" })).toBe("index");
  });

  test("lists nothing where the setting is no word that is known", () => {
    expect(robotsOf({ SITE_URL: "https://reports.example", ROBOTS: "no" })).toBe("noindex");
  });

  test("pages that are not to be listed may be read, or nobody would see that they say so", () => {
    expect(robotsText("noindex", "https://reports.example/sitemap.xml")).toBe("User-agent: *\nAllow: /\n");
    expect(robotsMeta("noindex")).toBe("noindex");
  });

  test("none bars them altogether", () => {
    expect(robotsText("none", undefined)).toBe("User-agent: *\nDisallow: /\n");
    expect(robotsMeta("none")).toBe("noindex, nofollow");
  });

  test("the sitemap is named where there is one", () => {
    expect(robotsText("index", "https://reports.example/sitemap.xml")).toContain(
      "\nSitemap: https://reports.example/sitemap.xml\n",
    );
    expect(robotsText("index", undefined)).not.toContain("Sitemap");
    expect(robotsMeta("index")).toBeUndefined();
  });
});
