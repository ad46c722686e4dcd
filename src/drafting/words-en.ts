const list = (values: readonly unknown[], most = 6) =>
  `${values
    .slice(0, most)
    .map((value) => `"${value}"`)
    .join(", ")}${values.length > most ? ", …" : ""}`;

/** 1 row, 2 rows. */
const many = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;

/** The draft's sentences in English. */
export const english = {
  decide: "Decide: ",
  other: "Other",
  noName: "(no header)",

  // What the file starts with.
  heading: (files: readonly string[]) => [
    `A first draft, guessed from ${files.join(", ")}. Every guess has its reason above it; what a person should decide`,
    'is marked "Decide:". `npm run check` says what does not fit; take comments out as you settle them.',
  ],

  // Why a question was taken for what it is.
  recommendScale: (ends: string) => `Likelihood to recommend, ${ends}: by the words of the header.`,
  codeScale: (ends: string, why: string) => `Rating on ${ends}: ${why}.`,
  inBattery: (size: number) => `one of ${size} neighbours with the same codes`,
  byHeader: "by the words of the header",
  byShape: "the answers pile up as grades do",
  wordScale: (worst: string, best: string) => `Rating in words, from "${worst}" (worst) to "${best}" (best).`,
  codedChoice: (codes: number) => `One choice of ${codes} codes.`,
  yesOrNo: "Yes or no.",
  ranges: (options: number) => `One choice of ${options} ranges, in the order of their numbers.`,
  writtenChoice: (options: number, percent: number) =>
    percent === 100
      ? `One choice of ${options} answers.`
      : `One choice of ${options} answers, which are ${percent} % of all.`,
  place: (values: number) => `A place, by the words of the header: ${values} values, taken as found.`,
  joined: (separator: string, percent: number, options: number) =>
    `Several choices in one cell, parted by "${separator}" (in ${percent} % of the cells): ${options} options.`,
  choiceColumns: (columns: number, values: readonly string[]) =>
    `A column a choice: ${many(columns, "column")}, with ${list(values)}.`,
  mentions: (columns: number, options: number) =>
    `First to ${columns}. mention of one question: ${options} different answers.`,
  ranks: (places: number) => `Places from 1 (best) to ${places}: the mean place is shown.`,
  quantity: (min: number, max: number) => `A quantity, from ${min} to ${max}.`,
  freeText: "Words of the respondent's own: only how many wrote something is published.",
  openByForm: "Typed, as the survey tool says: only how many wrote something is published.",
  joinedCodes: (separator: string, percent: number, options: number) =>
    `Codes of several choices in one cell, parted by "${separator}" (in ${percent} % of the cells): ${options} options.`,
  typedBeside: "Typed beside a choice: only how many wrote something is published.",

  // What a person should decide.
  doubtfulScale: (ends: string, missing: readonly number[]) =>
    missing.length > 0
      ? `is it ${ends}, and ${list(missing)} no answer?`
      : `is it ${ends}? Another scale is about as likely.`,
  codesAsMissing: (codes: readonly number[]) => `${list(codes)} is taken for no answer.`,
  wordsAsMissing: (values: readonly string[]) => `${list(values)} is taken for no answer.`,
  onlyShape: "only the spread of the answers says that this is a rating; else make it a single choice.",
  recommendFromOne: "nobody gave 0, so the scale starts at 1; take `scale` out if 0 could be given.",
  strays: (values: readonly string[]) => `${list(values)} fits no code; such cells are counted as bad cells.`,
  wordsForCodes: "some waves hold words and others codes; 1 was taken for the worst of the words.",
  isOftenBest: 'is "always" the best answer? Else turn the scale round.',
  stepMissing: "a step that nobody gave may be missing from the scale.",
  nameCodes: "what do the codes mean? Write it as their labels.",
  rareToOther: (values: number) => `rare values (${values}) count as other; list those that may be shown.`,
  maybeFreeText: "so few answered that these may be words of their own: if they are, make it type text.",
  textByHeader: "the header asks for words; if the answers are those of a list, make it a single choice.",
  decimalCommas:
    "these look like numbers with a decimal comma (12,3), which is not read: save the export with decimal points, then make it type number.",
  typedAsOther: (header: string) =>
    `whoever typed something under "${header}" counts as "other"; the words are not read. Right?`,
  turnedIntoDate:
    "a spreadsheet seems to have turned ranges such as 6-10 into dates; mend them with `recode`.",
  optionHoldsSeparator: (options: readonly string[]) =>
    `${list(options)} contains the separator; it was taken for one option.`,
  rankingAsChoices: "the order of the choices is not kept.",
  noneChoice: (code: string) => `"${code}" is taken for "none of these".`,
  notTicked: (values: readonly string[]) =>
    `${list(values)} is taken for not ticked, anything else for ticked.`,
  baseOfChoices: "shares are of those who ticked something; `base: asked` makes them shares of all.",
  blankIsNo: "a blank is taken for no; without `base: asked` it would be no answer.",
  whatWasAsked: "the headers name choices, not the question: write its text.",
  whichUnit: "which unit?",
  scaleChanged: "the scale is not the same in all waves; no change is computed over that.",
  matchedNear: (headers: readonly string[]) =>
    `are ${list(headers)} the same question? They were matched by similar headers.`,
  notInWaves: (waves: readonly string[]) => `not in wave ${list(waves)}, and nothing there is like it.`,
  renamed: (waves: readonly string[], id: string, header: string) =>
    `not in wave ${list(waves)}. Is it "${header}" (\`${id}\`) there? Then make one question of the two, with \`column\` by wave.`,
  sameHeaderOtherAnswers: (waves: readonly string[]) =>
    `the header is the same, but the answers differ much from ${list(waves)} on: is it another question? No change is computed over that.`,

  // Keys of the survey.
  checkTitle: "a title for readers, in both languages: { en: …, zh: … }.",
  respondentGuess: "the column is unique in every wave; it is never published.",
  dateGuess: "only the first and last month of a wave are published.",
  dateBySpan: "is this when they answered? Only that the dates lie near each other says so.",
  whichDate: (header: string) =>
    `no date of the interviews was found; if "${header}" is one, write \`date: { column: …, publish: month }\`.`,
  dateOrder: (order: string) => `no day above 12 tells whether day or month comes first; ${order} was taken.`,
  weightGuess: "positive numbers around 1, or so named.",
  durationGuess: "add `minimum`, the seconds under which an interview was too fast.",
  commonMissing: "values that most questions share as no answer; a question's own list replaces this one.",
  wavesOrder:
    "oldest first, by the years in the names of the files, else as given. Add start, end and invited where known.",
  waveGuess: "add start, end and the number invited, where known.",
  encodingGuess:
    "the bytes are neither UTF-8 nor GB18030; windows-1252 was taken. Look for letters with accents.",
  sheetChosen: (file: string, sheet: string, others: readonly string[]) =>
    `of ${file} the sheet "${sheet}" was read, whose table is the largest; for another one write \`sheet:\`. The others: ${list(others)}.`,
  hierarchyNested: "Each of these stands within the one before: they give the branch pages.",
  hierarchyLone: "The one place that was found; add levels, widest first, or take it out.",
  outcomeByWords: "By its words the rating that sums up; it heads the report.",
  outcomeFirst: "The first rating; name the one that should head the report.",
  noOutcome: "no rating was found; the first question heads the report.",

  // Why a column was left out.
  leftOutHeading: "Columns that were left out, and why:",
  personalHeader:
    "personal, by its header: it could tell who somebody is. Nothing of it is read or published.",
  personalValues: (what: string) =>
    `personal: its cells look like ${what}. Nothing of it is read or published.`,
  patterns: {
    email: "e-mail addresses",
    ip: "IP addresses",
    mobile: "mobile numbers",
    phone: "phone numbers",
    place: "coordinates",
    identity: "identity numbers",
  },
  empty: "empty in every wave.",
  constant: (value: string) => `every row holds "${value}".`,
  ofTheTool: "a column of the survey tool's own.",
  roleNotUsed: "another time or id of the survey tool's; one is used.",
  secondWeight: "another weight; one is used.",
  secondDate: "dates; one column of dates is used. As a question: type date.",
  datesOfSomething: "dates, of what nobody can tell. As a question: type date.",
  timesOfDay: "times of day, which no type of question takes.",
  ids: "ids or serial numbers.",
  unreadableDates: "named a date, but its numbers are none that can be read.",
  codesOfList: (codes: number) => `${codes} different codes; give the labels of those that matter to use it.`,
  commentCodes: (codes: number) =>
    `mentions with ${codes} different codes, such as coded comments; give the labels of the codes to use it.`,

  // The report.
  reportTitle: (id: string) => `What was guessed for ${id}`,
  filesHeading: "Read",
  fileLine: (file: string, rows: number, columns: number, form: string, wave: string) =>
    `${file}: ${many(rows, "row")}, ${many(columns, "column")}, form ${form}, wave ${wave}`,
  raggedLine: (rows: number) =>
    `${many(rows, "row")} with more or fewer cells than the header, which will be rejected`,
  toDecideHeading: "For a person to decide",
  guessedHeading: "Guessed, and why",
  leftOutReportHeading: "Left out, and why",
  confidence: (doubts: number): string => (doubts === 0 ? "(sure)" : doubts === 1 ? "(likely)" : "(unsure)"),
  nothingLeftOut: "Nothing.",
  reportEnd: "This file can be deleted.",

  // The command.
  usage: "npm run new -- export.csv [later-wave.csv …] [--id name] [--out folder] [--language en|zh]",
  noFiles: "no export was named",
  unknownOption: (option: string) => `there is no option ${option}`,
  optionValue: (option: string, expected: string) => `${option} needs ${expected}`,
  noFile: (path: string) => `${path}: there is no such file`,
  noRows: (path: string) => `${path}: no rows of answers below the header`,
  noColumns: (path: string) => `${path}: this is no table with a header row`,
  unreadable: (path: string, why: string) => `${path}: ${why}`,
  noQuestions: "no column holds anything that could be a question",
  isTable: (path: string) =>
    `${path}: this is a table of figures, not of respondents. Name it in the wave as \`tabulated\` in place of \`file\`:`,
  exists: (path: string) => `${path} is there already; delete it, or choose another --id or --out`,
  wrote: (path: string) => `Wrote ${path}`,
  counts: (dimensions: number, questions: number, toDecide: number, leftOut: number) =>
    `${many(dimensions, "dimension")}, ${many(questions, "question")}, ${many(leftOut, "column")} left out, ${many(toDecide, "point")} for a person to decide`,
  summary: (stop: number, row: number, cell: number, note: number) =>
    `${stop} to stop for, ${many(row, "row")} rejected, ${many(cell, "cell")} missing, ${many(note, "note")}`,
  builds: "The site builds from it: npm run dev",
  buildsElsewhere: (folder: string) => `The site builds from it: MANYI_DATA=${folder} npm run dev`,
  stops:
    "The check stops at the draft, so nothing was written: mend the export as listed, then run this again",
  sameFile: (a: string, b: string) => `${a} and ${b} are the same file; name each wave's export once`,
  notText: (path: string) =>
    `${path}: this is no table of text, for it holds NUL bytes or control characters; export the answers as CSV or as a workbook`,
  noHeader: (path: string) =>
    `${path}: the first row is no header, for none of its cells holds a word; put the questions' names there`,
};
