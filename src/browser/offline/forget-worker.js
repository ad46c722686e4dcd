/** Where nothing shall be kept: readers' browsers forget what an earlier build let them keep. */
// biome-ignore lint/correctness/noUnusedVariables: a build that differs must be another worker
const version = "development";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(forget());
});

async function forget() {
  const { scope } = self.registration;
  for (const name of await caches.keys())
    if (name.startsWith(`manyi-pages ${scope} `)) await caches.delete(name);
  await self.registration.unregister();
}
