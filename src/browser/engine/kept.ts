/** Until sites of one origin kept apart, all of them kept what they had fetched under this name. */
const shared = "manyi";

/** What a site keeps of its engine and rows, as paths under its root. */
const ownFile = /^(?:engine|[^/]+\/store)\/[^/]+$/;

/**
 * The browser's store of answers of one site: sites of one origin keep apart. Undefined where there is none: only secure
 * pages have one, and a browser may refuse it.
 * @param root address of the site's root, with a slash at its end
 */
export async function keptFiles(root: string): Promise<Cache | undefined> {
  try {
    const site = new URL(root, globalThis.location.href).href;
    const own = await globalThis.caches.open(`manyi-rows ${site}`);
    if (await globalThis.caches.has(shared)) await takeOver(own, site);
    return own;
  } catch {
    return undefined;
  }
}

/** Moves what this site kept before among that of others. */
async function takeOver(own: Cache, site: string): Promise<void> {
  const all = await globalThis.caches.open(shared);
  for (const { url } of await all.keys()) {
    if (!url.startsWith(site) || !ownFile.test(url.slice(site.length))) continue;
    const known = await all.match(url);
    if (known) await own.put(url, known);
    await all.delete(url);
  }
  if ((await all.keys()).length === 0) await globalThis.caches.delete(shared);
}
