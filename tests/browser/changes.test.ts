import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, openSession, type Session, siteFolder } from "./browser.ts";
import { languages, survey } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

test("the demo's last wave is new, and no earlier figure is another than was recorded", async () => {
  const { page, close } = await openPage(session, { javaScriptEnabled: false });
  await page.goto(`${session.address}en/${survey}/changes/`);
  expect(await page.locator("h1").textContent()).toBe("Q4 2024 is new; no recorded figure was restated");
  expect(await page.locator("#restated .lead").textContent()).toMatch(/^None: all \d+ compared figures/);
  expect(await page.locator("section[id^=new-] tbody tr").count()).toBe(6);
  await close();
});

test.each(languages)("footer and data page lead to it, and it names this version (%s)", async (language) => {
  const { page, close } = await openPage(session);
  const manifest = await readFile(join(siteFolder, survey, "manifest.json"), "utf-8");
  const { dataVersion } = JSON.parse(manifest) as { readonly dataVersion: string };
  const changes = `${session.address}${language}/${survey}/changes/`;
  for (const place of ["footer", "main"]) {
    await page.goto(`${session.address}${language}/${survey}/data/`);
    await page.locator(`${place} a[href$="/changes/"]`).click();
    await page.waitForURL(changes);
  }
  expect(await page.locator("h1 + .lead").textContent()).toContain(dataVersion);
  await close();
});
