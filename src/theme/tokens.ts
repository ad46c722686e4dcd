/** Names of the colour tokens that charts read; their values stand in `tokens.css`, for light, dark and paper. */
export const colours = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  rule: "var(--rule)",
  paper: "var(--paper)",
  accent: "var(--accent)",
  band: "var(--accent-band)",
  better: "var(--better)",
  worse: "var(--worse)",
  grid: "var(--chart-grid)",
  axis: "var(--chart-axis)",
  reference: "var(--chart-reference)",
  mark: "var(--chart-mark)",
  text: "var(--chart-text)",
} as const;

/** Steps of the ordered scale for grades, worst to best; neutral in the middle. */
export function gradeColour(place: number, grades: number): string {
  return `var(--grade-${gradeStep(place, grades)})`;
}

/** Text on a grade's colour. */
export function gradeInk(place: number, grades: number): string {
  return `var(--on-grade-${gradeStep(place, grades)})`;
}

/** Of nine steps the one that a grade of so many takes: the ends are the scale's. */
function gradeStep(place: number, grades: number): number {
  return grades <= 1 ? 4 : Math.round((place / (grades - 1)) * 8);
}

/**
 * Ground of a figure in a shaded table, by its steps from −4, far below what it is held against, to 4, far above: a
 * colour and how much of it lies over the page. As in `heat.css`.
 */
export function heatGround(step: number): { readonly colour: string; readonly share?: string } {
  if (step === 0) return { colour: "var(--soft)" };
  return { colour: `var(--grade-${step > 0 ? 8 : 0})`, share: `var(--heat-${Math.abs(step)})` };
}

/** Widths in CSS pixels that charts are drawn for: a phone and a page. */
export const chartWidths = { narrow: 340, wide: 720 } as const;
