/**
 * What was opened once opens without a network. Pages and their data are always asked for anew first, whatever the
 * host says of how long they hold; a copy is shown only where no answer comes, and the page then says so. Files named
 * by a hash of their content are taken from what was kept. The engine and rows are kept by the page that uses them.
 */
const version = "development";
const scope = self.registration.scope;
/** Sites of one origin keep apart. */
const prefix = `manyi-pages ${scope} `;
const current = prefix + version;
/** Of pages the latest so many are kept; of these so many are fetched anew when the site was updated. */
const mostKept = 300;
const mostRefreshed = 20;

self.addEventListener("install", (event) => {
  event.waitUntil(refresh().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});
self.addEventListener("fetch", (event) => {
  const kind = kindOf(event.request);
  if (kind === "named") event.respondWith(named(event.request));
  else if (kind !== undefined) event.respondWith(newest(event, kind));
});
self.addEventListener("message", (event) => {
  event.waitUntil(keepAll(event.data?.keep ?? []));
});

/** What a request is for; undefined where it is none of the worker's. */
function kindOf({ method, mode, url }) {
  if (method !== "GET" || !url.startsWith(scope)) return undefined;
  const path = new URL(url).pathname.slice(new URL(scope).pathname.length);
  if (path.startsWith("_astro/")) return "named";
  if (mode === "navigate" && !/\.[a-z]+$/.test(path)) return "page";
  if (/(^|\/)(report|search)\.json$|^favicon\.svg$|^site\.webmanifest$/.test(path)) return "data";
  return undefined;
}

/** An address without what readers ask of it: a page is the same file under every view. */
const keyOf = (url) => url.replace(/[?#].*$/s, "");

async function named(request) {
  const cache = await caches.open(current);
  const known = await cache.match(request.url);
  if (known) return known;
  const response = await fetch(request);
  if (isSound(response)) await cache.put(request.url, response.clone()).catch(() => {});
  return response;
}

async function newest(event, kind) {
  const key = keyOf(event.request.url);
  const cache = await caches.open(current);
  try {
    // A host may let browsers take pages for new that are not: each is asked for all the same.
    const response = await fetch(event.request.url, { cache: "no-cache", redirect: "manual" });
    if (isSound(response)) event.waitUntil(keep(cache, key, response.clone()));
    // Whoever may not see a page any more does not keep it.
    else if ([401, 403, 404, 410].includes(response.status)) event.waitUntil(cache.delete(key));
    return response;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kind === "page" ? marked(kept) : kept;
    if (kind === "page") return nothingKept(cache);
    throw error;
  }
}

const isSound = (response) => response.ok && response.type === "basic" && !response.redirected;

async function keep(cache, key, response) {
  await cache.put(key, response).catch(() => {});
  const pages = (await cache.keys()).filter(({ url }) => kindOfKept(url) === "page");
  for (const { url } of pages.slice(0, Math.max(0, pages.length - mostKept))) await cache.delete(url);
}

const kindOfKept = (url) => kindOf({ method: "GET", mode: "navigate", url });

/** Keeps what a page had fetched before there was a worker. */
async function keepAll(urls) {
  const cache = await caches.open(current);
  const keepOne = async (url) => {
    const kind = kindOfKept(url);
    const key = kind === "named" ? url : keyOf(url);
    if (kind === undefined || (await cache.match(key))) return;
    const response = await fetch(key, kind === "named" ? {} : { cache: "no-cache" }).catch(() => undefined);
    if (response && isSound(response)) await keep(cache, key, response);
  };
  await Promise.all(urls.map(keepOne));
}

const earlier = async () => (await caches.keys()).filter((one) => one.startsWith(prefix) && one !== current);

/** The site was updated: what was kept of it before is fetched anew, the latest pages first. */
async function refresh() {
  const cache = await caches.open(current);
  for (const old of await earlier()) {
    const kept = (await (await caches.open(old)).keys()).map(({ url }) => url);
    const pages = kept.filter((url) => kindOfKept(url) === "page").slice(-mostRefreshed);
    await keepAll([...pages, ...kept.filter((url) => kindOfKept(url) === "data")]);
    for (const key of pages) {
      const page = await cache.match(key);
      const files = [...((await page?.text()) ?? "").matchAll(/(?:src|href)="([^"]*\/_astro\/[^"]+)"/g)];
      await keepAll(files.map(([, path]) => new URL(path, scope).href));
    }
  }
}

/** Tells pages that are open, and not what they are now, that they were updated. */
async function takeOver() {
  await self.clients.claim();
  const cache = await caches.open(current);
  for (const old of await earlier()) {
    const before = await caches.open(old);
    for (const client of await self.clients.matchAll({ type: "window" })) {
      const [was, is] = await Promise.all([before, cache].map((one) => one.match(keyOf(client.url))));
      if (was && is && (await was.text()) !== (await is.text())) client.postMessage({ updated: true });
    }
    await caches.delete(old);
  }
}

/** A page that says of itself that it is a copy, and of when. */
async function marked(response) {
  const html = await response.text();
  const date = response.headers.get("date") ?? "";
  const headers = new Headers(response.headers);
  for (const stale of ["content-length", "content-encoding"]) headers.delete(stale);
  return new Response(html.replace("<html ", `<html data-kept="${date.replaceAll(/[^\w ,:+-]/g, "")}" `), {
    headers,
  });
}

/** In place of a page that was never opened here: which ones were. */
async function nothingKept(cache) {
  const kept = (await cache.keys()).map(({ url }) => url).filter((url) => kindOfKept(url) === "page");
  const entries = await Promise.all(
    kept.reverse().map(async (url) => {
      const title = /<title>([^<]*)</.exec((await (await cache.match(url))?.text()) ?? "")?.[1] ?? url;
      return `<li><a href="${url.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}">${title}</a></li>`;
    }),
  );
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Offline · 离线</title><h1>There is no network. <span lang="zh-Hans">没有网络。</span></h1>
<p>This page was never opened in this browser. These were, and open as they were then:</p>
<p lang="zh-Hans">此浏览器从未打开过这一页。以下页面打开过，可按当时的内容查看：</p><ul>${entries.join("")}</ul></html>`;
  return new Response(html, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}
