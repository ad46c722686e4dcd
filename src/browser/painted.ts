/** Told on the document when panels of the page were put in place of others. */
export const painted = "manyi:painted";
