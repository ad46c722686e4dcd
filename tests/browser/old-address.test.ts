import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSession, type Session } from "./browser.ts";
import { languages, oldAddress } from "./page-types.ts";

let session: Session;
beforeAll(async () => {
  session = await openSession();
});
afterAll(() => session?.close());

describe.each(languages)("the address of a branch that was merged (%s)", (language) => {
  test.each([true, false])(
    "leads to where its answers count today (JavaScript: %s)",
    async (javaScriptEnabled) => {
      const context = await session.browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      await page.goto(`${session.address}${language}/${oldAddress.path}`);
      await page.waitForURL(`${session.address}${language}/${oldAddress.leadsTo}`);
      expect(await page.locator("#history dd").textContent()).toMatch(/Guangzhou Fulin|广州福临店/);
      await context.close();
    },
  );
});
