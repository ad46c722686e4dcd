/**
 * Lets what was opened once open without a network, and says where a page is not what it would be now. A browser
 * keeps nothing on pages that are not secure.
 */
export function startOffline(document: Document): void {
  const window = document.defaultView;
  const workers = window?.navigator.serviceWorker;
  tellCopy(document);
  if (!import.meta.env.PROD || !window || !workers) return;
  workers.addEventListener("message", ({ data }) => {
    if (data?.updated) note(document, "updated");
  });
  const begin = async () => {
    const url = `${import.meta.env.BASE_URL.replace(/\/$/, "")}/offline.js`;
    const registration = await workers.register(url, { updateViaCache: "none" });
    const { active } = await workers.ready;
    active?.postMessage({ keep: [window.location.href] });
    // What was asked for before the worker stood in between may still be on its way.
    const fetched = new PerformanceObserver((list) =>
      active?.postMessage({ keep: list.getEntries().map(({ name }) => name) }),
    );
    fetched.observe({ type: "resource", buffered: true });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") registration.update().catch(() => {});
    });
  };
  // A browser may refuse to keep anything; the page is whole without.
  const quietly = () => void begin().catch(() => {});
  if (document.readyState === "complete") quietly();
  else window.addEventListener("load", quietly);
}

/** The worker marks a page that it took from what was kept. */
function tellCopy(document: Document): void {
  const { kept } = document.documentElement.dataset;
  if (kept === undefined) return;
  const day = new Date(kept);
  const { lang } = document.documentElement;
  const format = new Intl.DateTimeFormat(lang, { dateStyle: "long", timeStyle: "short" });
  note(document, "kept", Number.isNaN(day.valueOf()) ? "" : format.format(day));
}

function note(document: Document, kind: string, time = ""): void {
  const element = document.querySelector<HTMLElement>(`[data-note="${kind}"]`);
  if (!element) return;
  const place = element.querySelector("time");
  if (place) place.textContent = time;
  element.hidden = false;
}
