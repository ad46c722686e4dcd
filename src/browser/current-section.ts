/** So far down the window a section must have come to be the one that is read. */
const readingLine = 0.35;

/** The section of the page that is being read: the last that begins above the reading line. Undefined at the top. */
export function currentSection<Section extends Element>(
  sections: readonly Section[],
  height: number,
): Section | undefined {
  return sections.findLast((section) => section.getBoundingClientRect().top <= height * readingLine);
}
