/** Names of the colour tokens that charts read; their values stand in `site.css`, for light, dark and print. */
export const colours = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  rule: "var(--rule)",
  paper: "var(--paper)",
  accent: "var(--accent)",
  band: "var(--accent-band)",
  better: "var(--better)",
  worse: "var(--worse)",
} as const;

/** Steps of the ordered scale for grades, worst to best; neutral in the middle. */
export function gradeColour(place: number, grades: number): string {
  const step = grades <= 1 ? 4 : Math.round((place / (grades - 1)) * 8);
  return `var(--grade-${step})`;
}

/** Widths in CSS pixels that charts are drawn for: a phone and a page. */
export const chartWidths = { narrow: 340, wide: 720 } as const;
