/** Tables that sort, search and are copied, in English. */
export const tablesEnglish = {
  search: "Find in this table",
  matches: (found: string, all: string) => `${found} of ${all} rows match`,
  noMatch: (all: string) => `None of ${all} rows match. Try fewer letters.`,
  sortBy: "Sort by",
  given: "As given",
  asGiven: "Back to the given order",
  sorted: {
    up: (column: string) => `${column}, lowest first`,
    down: (column: string) => `${column}, highest first`,
    forth: (column: string) => `${column}, A to Z`,
    back: (column: string) => `${column}, Z to A`,
  },
  copy: "Copy the table",
  copied: (rows: string) => `${rows} rows copied, ready to paste into a spreadsheet`,
  notCopied: "The browser did not allow copying. Use the CSV file.",
  csv: "CSV",
  rows: { group: "Group", low: "low", high: "high", note: "note" },
  /** Of a dimension with very many groups only some are listed. */
  some: (shown: string, all: string) => `Show ${shown} of ${all} groups`,
  onlyEnds: (shown: string, all: string) =>
    `${shown} of ${all} groups are listed: the highest, the lowest, and those that clearly changed; none that are withheld. All groups stand in the open results, estimates.csv.`,
  onlyMoved: (shown: string, all: string) =>
    `${shown} of ${all} lines are listed: those with the largest effect, and those that are clearly more than chance. What is not listed is in the sums above.`,
  onlyLargest: (shown: string, all: string) => `The ${shown} largest of ${all} groups are listed.`,
  trend: "Trend",
  trendOf: (first: string, from: string, last: string, to: string) =>
    `from ${from} (${first}) to ${to} (${last})`,
  /** Where the last figure can be compared with none before. */
  trendAt: (wave: string, value: string) => `${value} (${wave}), not comparable with earlier ones`,
};
