/** The browser and the built site that the browser tests look at. */
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import packed, { inflate } from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, chromium, type Page, type Route } from "playwright-core";
import { serveFolder } from "../../src/build/serve.ts";
import { projectRoot } from "../../src/build/settings.ts";
import { oldAddress } from "./page-types.ts";

/** Where the site was built; the browser tests build nothing. */
export const siteFolder = resolve(projectRoot, process.env["MANYI_OUT"] ?? "dist");

export interface Session {
  readonly browser: Browser;
  /** Address of the site's root, with a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves the built site and starts a browser. @throws Error where nothing is built. */
export async function openSession(): Promise<Session> {
  if (!existsSync(join(siteFolder, "index.html")))
    throw new Error(`there is no built site in ${siteFolder}: run \`npm run build\` first`);
  const site = await serveFolder(siteFolder, { base: process.env["BASE_PATH"] ?? "/" });
  const browser = await launch();
  return {
    browser,
    address: site.address,
    close: async () => {
      await browser.close();
      site.close();
    },
  };
}

/** What a page did while it was open. */
export interface Record {
  readonly console: string[];
  readonly failed: string[];
  readonly requests: string[];
}

/** Opens a page in a context of its own and notes everything that it asks for or complains of. */
export async function openPage(
  { browser }: Session,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly record: Record; readonly close: () => Promise<void> }> {
  // What a page keeps for later is looked at by its own tests alone (offline.test.ts).
  const context = await browser.newContext({ serviceWorkers: "block", ...options });
  await context.route(`**/${oldAddress.path}`, hold);
  const page = await context.newPage();
  const record: Record = { console: [], failed: [], requests: [] };
  page.on("console", (message) => {
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (message.type() === "error" || message.type() === "warning") record.console.push(message.text());
  });
  page.on("pageerror", (error) => record.console.push(String(error)));
  page.on("request", (request) => record.requests.push(request.url()));
  page.on("requestfailed", (request) => record.failed.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) record.failed.push(`${response.status()} ${response.url()}`);
  });
  return { page, record, close: () => context.close() };
}

/** Serves a page without what leads on from it at once, so that it can be looked at. */
async function hold(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.text();
  await route.fulfill({ response, body: body.replace(/<meta http-equiv="refresh"[^>]*>/, "") });
}

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
];

/** Starts the packed browser; where the system lacks its libraries or fonts, those that are packed with it. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  const folder = await unpacked();
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
  const options = { executablePath: join(folder, "chromium"), args: [...quiet, ...more] };
  const environment = { ...shell(), ...fonts };
  try {
    return await chromium.launch({ ...options, env: environment });
  } catch (error) {
    if (!String(error).includes("error while loading shared libraries")) throw error;
    const libraries = join(folder, "al2023", "lib");
    return chromium.launch({ ...options, env: { ...environment, LD_LIBRARY_PATH: libraries } });
  }
}

/** A folder with the browser, unpacked once for each version and never seen half done. */
async function unpacked(): Promise<string> {
  const root = join(projectRoot, "node_modules", "@sparticuz", "chromium");
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf-8")) as { version: string };
  const folder = join(tmpdir(), `manyi-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft);
  const outer = process.env["TMPDIR"];
  process.env["TMPDIR"] = draft;
  try {
    await packed.executablePath();
    await inflate(join(root, "bin", "al2023.tar.br"));
  } finally {
    if (outer === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = outer;
  }
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return folder;
}

function shell(): { [name: string]: string } {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
