import { painted } from "./painted.ts";
import { viewQuery } from "./view-query.ts";

/**
 * Shows the one panel that an address names with `embed`, for pages that hold it in a frame, and offers the code of such
 * frames under each panel. Where the page has no such panel it stays whole.
 */
export function startEmbed(document: Document): void {
  const name = new URLSearchParams(document.location.search).get("embed");
  const report = document.querySelector<HTMLElement>("[data-report]");
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-embed-code]") : null;
    if (button) void import("./filters/embed-code.tsx").then(({ openEmbedCode }) => openEmbedCode(button));
  });
  // A panel that only views have, such as what is compared, comes with the view.
  const comes = viewQuery(document.location.search) !== "";
  if (!name || !report || !(comes || document.getElementById(name))) {
    delete document.documentElement.dataset["embed"];
    return;
  }
  const source = report.appendChild(sourceOf(report));
  const alone = (isAwaited: boolean) => {
    const panel = document.getElementById(name);
    if (panel) panel.dataset["embedded"] = "";
    if (panel) headed(panel);
    source
      .querySelector<HTMLElement>("[data-missing]")
      ?.toggleAttribute("hidden", panel !== null || isAwaited);
    // Charts have links of their own kind.
    for (const link of document.querySelectorAll("main a[href]"))
      if (!link.getAttribute("href")?.startsWith("#")) {
        link.setAttribute("target", "_blank");
        link.setAttribute("rel", "noopener");
      }
  };
  alone(comes);
  document.addEventListener(painted, () => alone(false));
  // Whoever follows the link to the report sees it with the view that the panel has.
  source.addEventListener("pointerdown", leadOn);
  source.addEventListener("focusin", leadOn);
}

/** A panel that its page heads says alone what it is of. */
export function headed(panel: HTMLElement): void {
  const { title } = panel.dataset;
  if (title === undefined || panel.querySelector("h1, h2, h3")) return;
  const heading = panel.ownerDocument.createElement("h2");
  heading.textContent = title;
  panel.prepend(heading);
}

/** Says where the panel is from, and that it is missing where a view leaves it out. */
export function sourceOf({ ownerDocument: document, dataset }: HTMLElement): HTMLElement {
  const [line, link, missing] = ["p", "a", "span"].map((tag) => document.createElement(tag));
  if (!line || !(link instanceof HTMLAnchorElement) || !missing) throw new Error("nothing can be made here");
  line.className = "embed-source note";
  missing.dataset["missing"] = "";
  missing.hidden = true;
  missing.textContent = `${dataset["embedMissing"] ?? ""} `;
  link.href = wholeAddress();
  link.textContent = dataset["embedSource"] ?? "";
  line.append(missing, link);
  return line;
}

function leadOn({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>(".embed-source a") : null;
  if (link) link.href = wholeAddress();
}

/** The address of the page without what shows one panel of it. */
function wholeAddress(): string {
  const query = location.search
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !part.startsWith("embed="));
  return `${location.pathname}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}
