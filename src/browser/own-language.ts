/** Takes a reader who opens the bare address to the pages in the first of their languages that there is. */
export function goToOwnLanguage(document: Document, wanted: readonly string[], location: Location): void {
  const offered = [...document.querySelectorAll<HTMLAnchorElement>("a[data-language]")];
  const speaks = (language: string) =>
    offered.find((link) => language.toLowerCase().startsWith(link.dataset["language"] ?? "-"));
  const link = wanted.map(speaks).find((found) => found !== undefined) ?? offered[0];
  if (link) location.replace(link.href);
}
