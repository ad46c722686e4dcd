/** A page of nothing but a survey's overview as a view shows it, with the scripts of the built site: for measuring. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { siteFolder } from "../browser.ts";

const scripts = join(siteFolder, "_astro");

/** The page and its scripts, by path under the site's root. @throws Error where no site is built */
export async function overviewFiles(survey: string, wave: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(scripts)).filter((name) => /\.(js|css)$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => [`_astro/${name}`, await readFile(join(scripts, name), "utf-8")] as const),
  );
  const start = names.find((name) => name.startsWith("Page.astro"));
  if (!start) throw new Error("the built site has no script of its pages");
  const address = JSON.stringify({ kind: "overview", wave });
  const styles = names.filter((name) => name.endsWith(".css"));
  const page = `<!doctype html><html lang="en"><head><title>overview</title>
    ${styles.map((name) => `<link rel="stylesheet" href="/_astro/${name}">`).join("")}</head>
    <body class="site"><main class="site-width">
    <div class="report" data-report="/${survey}/report.json" data-page='${address}'>
    <div class="report-body"><div class="contents"></div></div></div></main>
    <script type="module" src="/_astro/${start}"></script></body></html>`;
  return { ...Object.fromEntries(files), "en/overview.html": page };
}

/** Milliseconds from setting a view to its figures on the screen, one view after the other. */
export async function repaintTimes(page: Page, queries: readonly string[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const query of queries)
    times.push(
      await page.evaluate(async (asked) => {
        const root = document.documentElement;
        const start = performance.now();
        const shown = new Promise<void>((resolve) => {
          new MutationObserver((_, observer) => {
            if (root.dataset["view"] !== undefined) return;
            observer.disconnect();
            resolve();
          }).observe(root, { attributes: true });
        });
        history.pushState(null, "", asked);
        dispatchEvent(new PopStateEvent("popstate"));
        await shown;
        // The frame is drawn when the one after it begins.
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return performance.now() - start;
      }, query),
    );
  return times;
}
