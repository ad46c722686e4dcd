/** Charts of scores, in English. */
export const scoresEnglish = {
  factorsTitle: "How do the factors score?",
  of: (label: string, value: string) => `${label} ${value}`,
  target: (value: string) => `Target ${value}`,
  base: (answers: string, wave: string) => `Base: ${answers}, ${wave}.`,
  bases: (wave: string) => `Bases as in the table, ${wave}.`,
  basesBeside: (wave: string) => `n is the base of each, ${wave}.`,
  clearHead: (wave: string) => `Clear change on ${wave}`,
  clear: (names: string, wave: string) => `Clearly changed on ${wave}: ${names}.`,
  noneClear: (wave: string) => `None changed clearly on ${wave}.`,
  scale: (low: string, high: string) =>
    `The scale runs from ${low} to ${high}; a zigzag marks where the axis is cut.`,
  key: {
    dot: (wave: string) => `${wave}, with 95% interval`,
    previous: (wave: string) => `${wave}, where it can be compared`,
    target: "target",
    fair: "fair score",
    small: "small base",
    lost: "points lost, with 95% interval",
  },
  lostMore: (points: string) => `▲ ${points} more than before`,
  lostLess: (points: string) => `▼ ${points} fewer than before`,
  lostNote:
    "A change of points lost is marked where the factor’s score changed clearly and its weight is the same.",
  rankHead: "Rank, 90% interval",
  rankUp: (from: string) => `▲ clearly up from ${from}`,
  rankDown: (from: string) => `▼ clearly down from ${from}`,
  rankChanged: (names: string, wave: string) => `Clear change of rank on ${wave}: ${names}.`,
  rankUnchanged: (wave: string) => `No clear change of rank on ${wave}.`,
};
