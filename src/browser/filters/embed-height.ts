import { headed, sourceOf } from "../embed.ts";

/** Widths of frames, in CSS pixels, that the code of a panel fits; on narrower ones its frame scrolls. */
export const frameWidths = { least: 640, most: 1000 } as const;

/** Between them layouts change. */
const measured = [frameWidths.least, 720, 800, 900, frameWidths.most];
/** Letters of another system are a little higher. */
const spare = 24;
/** A style sheet that does not come must not keep anybody waiting, in milliseconds. */
const longestWait = 3000;

/**
 * How high a frame must be that shows one panel of a page, in CSS pixels: the page is laid out as it is when embedded,
 * unseen, in frames of several widths. No network is asked but for the page's own style sheets.
 */
export async function embedHeight(panel: HTMLElement): Promise<number> {
  const { ownerDocument: document } = panel;
  const frame = document.createElement("iframe");
  frame.title = "";
  frame.tabIndex = -1;
  frame.setAttribute("aria-hidden", "true");
  frame.className = "embed-measure";
  document.body.append(frame);
  try {
    const inner = frame.contentDocument;
    if (!inner) throw new Error("no frame can be laid out here");
    // A document that is not written is laid out as before standards, and no other way to write one is done at once.
    inner.open();
    (inner as { write(text: string): void }).write("<!doctype html>");
    inner.close();
    const root = inner.importNode(document.documentElement, true);
    inner.replaceChild(root, inner.documentElement);
    const report = document.querySelector<HTMLElement>("[data-report]");
    asEmbedded(root, panel.id, report ? [sourceOf(report)] : []);
    await styled(root);
    return Math.ceil((Math.max(...measured.map((width) => heightAt(frame, root, width))) + spare) / 10) * 10;
  } finally {
    frame.remove();
  }
}

/** Lays a copy of a page out as the page is when it shows one panel. */
function asEmbedded(root: HTMLElement, id: string, source: readonly HTMLElement[]): void {
  for (const left of root.querySelectorAll("script, meta, dialog, iframe")) left.remove();
  delete root.dataset["print"];
  root.dataset["embed"] = "";
  const panel = root.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
  if (!panel) return;
  panel.dataset["embedded"] = "";
  headed(panel);
  root.querySelector("[data-report]")?.append(...source);
  // What a reader unfolded is folded for others.
  for (const fold of root.querySelectorAll("details")) fold.open = fold.dataset["opens"] !== undefined;
}

async function styled(root: HTMLElement): Promise<void> {
  const sheets = [...root.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
  const loaded = sheets.map((link) => {
    if (link.sheet) return undefined;
    return new Promise((resolve) => {
      link.addEventListener("load", resolve);
      link.addEventListener("error", resolve);
    });
  });
  await Promise.race([Promise.all(loaded), new Promise((resolve) => setTimeout(resolve, longestWait))]);
}

function heightAt(frame: HTMLIFrameElement, root: HTMLElement, width: number): number {
  frame.style.inlineSize = `${width}px`;
  for (const within of root.querySelectorAll<HTMLElement>("[data-embedded] .table-frame")) {
    const table = within.querySelector("table");
    within.toggleAttribute("data-fits", table !== null && table.scrollWidth <= within.clientWidth + 1);
  }
  return root.scrollHeight;
}
