/** Words of the index and its factors. */
export const indexEnglish = {
  names: { index: "Index", factor: "Factor score" },
  scale: (max: number) => `out of ${max}`,
};
