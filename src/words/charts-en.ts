/** What is written in charts, in English. */
export const chartsEnglish = {
  axisCutMark: "axis cut",
  steps: { clear: "clear change", unclear: "no clear change" },
  quadrants: {
    fix: "Fix first",
    keep: "Keep up",
    low: "Low priority",
    overkill: "Possible overkill",
  },
  funnelLimit: (share: string) => `${share} limits`,
};
