import { currentSection } from "./current-section.ts";

/** Marks the section that is being read in the page's contents, and folds them once one was chosen on a phone. */
export function startContents(document: Document): void {
  const contents = document.querySelector<HTMLElement>("[data-contents]");
  if (!contents) return;
  const links = [...contents.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
  const targets = links.flatMap((link) => {
    const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return section ? [{ link, section }] : [];
  });
  const sections = targets.map(({ section }) => section);
  const mark = () => {
    const current = currentSection(sections, innerHeight);
    for (const { link, section } of targets) {
      if (section !== current) link.removeAttribute("aria-current");
      else if (link.ariaCurrent !== "true") {
        link.setAttribute("aria-current", "true");
        // A list that is longer than the window follows what is read.
        contents.scrollTop = link.offsetTop - contents.clientHeight / 2;
      }
    }
  };
  // Told whenever a section's edge crosses the reading line, and nothing in between.
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -65% 0px" });
  for (const section of sections) observer.observe(section);
  contents.addEventListener("click", ({ target }) => {
    const fold = contents.querySelector("details");
    if (fold && target instanceof Element && target.closest("a")) fold.open = false;
  });
}
