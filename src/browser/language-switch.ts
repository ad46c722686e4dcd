import { currentSection } from "./current-section.ts";

/** Lets the language switch lead to the same place of the page, with the same query. */
export function startLanguageSwitch(document: Document): void {
  const link = document.querySelector<HTMLAnchorElement>("[data-language-switch]");
  if (!link) return;
  const { pathname } = link;
  const keepPlace = () => {
    const hash = hashOfPlace(document);
    link.href = `${pathname}${location.search}${hash}`;
  };
  for (const moment of ["pointerdown", "focus", "click"]) link.addEventListener(moment, keepPlace);
}

/** At the top of the page the address as it is; further down the section that is being read. */
function hashOfPlace(document: Document): string {
  const named = document.querySelectorAll("main section[id]");
  const current = scrollY > 0 ? currentSection([...named], innerHeight) : undefined;
  return current ? `#${encodeURIComponent(current.id)}` : location.hash;
}
