/** Gives a chart its text alternative, in place of the names that Plot gives to its marks, which say nothing. */
export function labelled(chart: Element, alternative: string): SVGSVGElement {
  for (const mark of chart.querySelectorAll("[aria-label]")) mark.removeAttribute("aria-label");
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", alternative);
  const { width, height } = { width: chart.getAttribute("width"), height: chart.getAttribute("height") };
  if (!chart.hasAttribute("viewBox")) chart.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return chart as SVGSVGElement;
}

/** A rough width in pixels: Chinese characters are twice as wide as Latin ones. */
export function textWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0x2e80 ? 12 : 6.8), 0);
}
