import { currentSection } from "./current-section.ts";
import { painted } from "./painted.ts";

/** Marks the section that is being read in the page's contents, and folds them once one was chosen on a phone. */
export function startContents(document: Document): void {
  const contents = document.querySelector<HTMLElement>("[data-contents]");
  if (!contents) return;
  let targets: ReturnType<typeof targetsIn> = [];
  const mark = () => {
    const current = currentSection(
      targets.map(({ section }) => section),
      innerHeight,
    );
    for (const { link, section } of targets) {
      if (section !== current) link.removeAttribute("aria-current");
      else if (link.ariaCurrent !== "true") {
        link.setAttribute("aria-current", "true");
        // A list that is longer than the window follows what is read, unless somebody is in it by keyboard.
        if (!contents.contains(document.activeElement))
          contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
      }
    }
  };
  // Told whenever a section's edge crosses the reading line, and nothing in between.
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -65% 0px" });
  const look = () => {
    observer.disconnect();
    targets = targetsIn(contents);
    for (const { section } of targets) observer.observe(section);
  };
  look();
  document.addEventListener(painted, look);
  contents.addEventListener("click", ({ target }) => {
    const fold = contents.querySelector("details");
    if (fold && target instanceof Element && target.closest("a")) fold.open = false;
  });
}

/** The links of a list of contents, each with the section that it leads to. */
function targetsIn(contents: HTMLElement) {
  const links = [...contents.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
  return links.flatMap((link) => {
    const section = contents.ownerDocument.getElementById(decodeURIComponent(link.hash.slice(1)));
    return section ? [{ link, section }] : [];
  });
}
