/** The page on what readers can download, in English. */
export const publicEnglish = {
  kicker: "What is public",
  title: "What can anybody download?",
  describe: (head: string) => `${head}: every file and column that can be downloaded, and what was withheld.`,
  lead: {
    protected:
      "The pages, tables of estimates, and the coded answers row by row, so that browsers can filter. In the rows, every combination of filters is shared by the minimum base or by nobody; rarer ones have their places withheld.",
    rows: "The pages, tables of estimates, and the coded answers of every respondent as they are: nothing is withheld from the rows. This is meant for closed networks.",
    pages: "The pages and tables of estimates. No row of anybody’s answers leaves its owner.",
  },
  never:
    "Never published: names and ids of respondents, free texts, exact dates, columns that the report does not use, the order of the file. Whoever has the address of this site can download what is listed here; a static site has no access control of its own.",
  filesTitle: "Which files can be downloaded?",
  holds: "What it holds",
  holdsOf: {
    estimates:
      "every published estimate: questions, index and factors, scores by written rules, gaps, problems, bands, samples",
    manifest: "waves, labels, hashes of files; no answers",
    report:
      "what a browser needs to filter: the survey, its waves and branches, how many there are to choose from, item non-response, questionnaires by stratum where not too few came; no answers",
  },
  holdsRows: (wave: string) => `coded answers, ${wave}`,
  outside: (branch: string) =>
    `Of everybody outside ${branch} the pages and the report’s description for browsers hold averages with their bases, and nothing else.`,
  outsideNone: (branch: string) => `Of everybody outside ${branch} nothing is published.`,
  columns: "Columns",
  size: "Size",
  besides:
    "Besides: the pages, their pictures for sharing, the list that the search reads and the feed, which hold what pages show. Rows are DuckDB files compressed by gzip. Rows of the manifest and the report are not counted: they are no tables.",
  estimatesColumns: "What each column of the estimates holds:",
  columnsTitle: "Which columns do the rows have?",
  columnsLead: "One row a respondent. Places and answers are codes; manifest.json says what they stand for.",
  column: "Column",
  kind: "Kind",
  waves: "Waves",
  allWaves: "all",
  columnKinds: { place: "filter", answer: "answer", choice: "choice, ticked or not", weight: "weight" },
  weight: "Weight, mean 1 within a wave",
  withheldTitle: "How much was withheld from the rows?",
  withheldLead: (minimum: string) =>
    `Rows of which at least one place is withheld, and places by filter, so that every combination is shared by ${minimum} respondents of a wave or by none.`,
  rowsStay: "The respondents and their answers stay in the rows.",
  pagesOfAll: "Pages for everybody are made of all places.",
  /** `waves`: titles of waves of fewer respondents than the minimum. */
  wholeWaves: (waves: string, minimum: string) =>
    `No row goes out of ${waves}: fewer than ${minimum} respondents answered.`,
  weightsJoined: (rows: string, all: string, moved: string, most: string) =>
    `A weight could tell a place, so that in ${rows} of ${all} rows the weight is the mean of several: at most ${most} from what it was, and in no wave does more than ${moved} of all weight stand at other respondents. Sums of weights by published combination are exact, and so are unweighted figures; a weighted figure under a filter can differ a little from the same one on the pages for everybody.`,
  rowsWithheld: "With a place withheld",
};
