/** Gives a chart its text alternative, in place of the names that Plot gives to its marks, which say nothing. */
export function labelled(chart: Element, alternative: string): SVGSVGElement {
  for (const mark of chart.querySelectorAll("[aria-label]")) mark.removeAttribute("aria-label");
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", alternative);
  const { width, height } = { width: chart.getAttribute("width"), height: chart.getAttribute("height") };
  if (!chart.hasAttribute("viewBox")) chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return chart as SVGSVGElement;
}

/** Widths at 12 pixels, of the widest fonts in use: Chinese, wide and narrow letters, capitals, everything else. */
const characterWidths: readonly (readonly [RegExp, number])[] = [
  [/[\u2e80-\uffff]/, 12],
  [/[MWmw@%&+\u2212\u2013-\u2014\u2026]/, 10.6],
  [/[A-Z]/, 8.2],
  [/[ iljtfrI.,:;'|!()[\]]/, 4.4],
];
const otherWidth = 7.3;

/** About the width in pixels of a line of text at 12 pixels; Chinese characters are as wide as they are high. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + characterWidth(character), 0);
}

function characterWidth(character: string): number {
  if (character.length > 1) return 12;
  return characterWidths.find(([kind]) => kind.test(character))?.[1] ?? otherWidth;
}
