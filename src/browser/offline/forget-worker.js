/** Where nothing shall be kept: readers' browsers forget what an earlier build let them keep. */
// biome-ignore lint/correctness/noUnusedVariables: a build that differs must be another worker
const version = "development";
const { scope } = self.registration;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(forget());
});

/** Pages, the engine and rows of this site alone: others of its origin keep their own. */
async function forget() {
  for (const name of await caches.keys())
    if (name.startsWith(`manyi-pages ${scope} `) || name === `manyi-rows ${scope}`) await caches.delete(name);
  await forgetShared();
  await self.registration.unregister();
}

/** Engines and rows of all sites of an origin once stood under one name. */
async function forgetShared() {
  if (!(await caches.has("manyi"))) return;
  const shared = await caches.open("manyi");
  for (const { url } of await shared.keys())
    if (url.startsWith(scope) && /^(engine|[^/]+\/store)\/[^/]+$/.test(url.slice(scope.length)))
      await shared.delete(url);
  if ((await shared.keys()).length === 0) await caches.delete("manyi");
}
