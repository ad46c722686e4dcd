import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { frameAncestors, projectRoot } from "../../src/build/settings.ts";
import { contentPolicy } from "../../src/publish/hosting/content-policy.ts";
import { foreverHeader, headersFile, siteHeaders } from "../../src/publish/hosting/host-files.ts";

/** Directives by name. */
const policy = new Map(
  contentPolicy.split("; ").map((directive) => {
    const [name = "", ...sources] = directive.split(" ");
    return [name, sources] as const;
  }),
);

test("the policy bars what is not named, evaluated and inline scripts, and other origins", () => {
  expect(policy.get("default-src")).toEqual(["'none'"]);
  expect(policy.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  expect(policy.get("style-src-elem")).toEqual(["'self'"]);
  const sources = [...policy.values()].flat();
  expect(sources.filter((source) => !/^'|^(blob|data):$/.test(source))).toEqual([]);
  expect(sources).not.toContain("'unsafe-eval'");
});

describe("_headers", () => {
  test.each(["/", "", "/reports/", "reports"])("under the base %s", (base) => {
    const root = base.includes("reports") ? "/reports/" : "/";
    const lines = headersFile({ base, surveys: ["shops", "调查 1"] }).split("\n");
    const paths = lines.filter((line) => line.startsWith("/"));
    expect(paths).toEqual([
      `${root}*`,
      `${root}_astro/*`,
      `${root}engine/*`,
      `${root}shops/store/*`,
      `${root}%E8%B0%83%E6%9F%A5%201/store/*`,
    ]);
    // Cloudflare Pages takes lines of at most 2,000 characters; rules that match one file add up.
    expect(lines.every((line) => line.length < 2000)).toBe(true);
    const [site = []] = lines
      .join("\n")
      .split(/\n(?=\/)/)
      .map((rule) => rule.split("\n").slice(1));
    expect(site.some((line) => line.includes("Cache-Control"))).toBe(false);
    expect(lines).toContain(`  Content-Security-Policy: ${contentPolicy}`);
  });
});

test("frames are for everybody, or for whom the header names", () => {
  const options = { base: "/", surveys: [] };
  expect(headersFile(options)).not.toMatch(/frame-ancestors|X-Frame-Options/i);
  const frames = frameAncestors({ MANYI_FRAMES: "self https://wiki.example.com" });
  expect(headersFile({ ...options, frames })).toContain(
    `  Content-Security-Policy: ${contentPolicy}; frame-ancestors 'self' https://wiki.example.com\n`,
  );
  expect(frameAncestors({ MANYI_FRAMES: "'none'" })).toBe("'none'");
  expect(frameAncestors({})).toBeUndefined();
});

test("of a site that keeps nothing only what holds no answers may be kept", () => {
  const lines = headersFile({ base: "/", surveys: ["shops"], keeps: false }).split("\n");
  const caching = lines.flatMap((line, at) =>
    line.includes("Cache-Control") ? [[lines[at - 1], line.trim()]] : [],
  );
  expect(caching).toEqual([
    ["/_astro/*", `Cache-Control: ${foreverHeader}`],
    ["/engine/*", `Cache-Control: ${foreverHeader}`],
    ...["/en/*", "/zh/*", "/shops/*"].map((path) => [path, "Cache-Control: no-store"]),
  ]);
});

test("the README tells nginx to send the same", async () => {
  const readme = await readFile(join(projectRoot, "README.md"), "utf-8");
  expect(readme).toContain(`add_header Content-Security-Policy "${contentPolicy}" always;`);
  for (const name of ["X-Content-Type-Options", "Referrer-Policy"])
    expect(readme).toContain(`add_header ${name} ${siteHeaders[name]} always;`);
});
