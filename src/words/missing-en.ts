/** Who is missing from what is published of a wave's rows (M34), in English. */
export const missingEnglish = {
  /** Of one value whose size in all is known. */
  of: ({ held, all, who, wave, missing, title }: MissingOf) =>
    `${held} of the ${all} respondents in ${who}, ${wave}; the ${lowerFirst(title)} of ${missing} is not public (M34)`,
  /** Of several dimensions together, of which only the sum of those missing is known. */
  atMost: (count: string, titles: readonly string[]) =>
    `up to ${count} more belong here, but their ${titles.map(lowerFirst).join(" or ")} is not public (M34)`,
  /** Of everybody, in breakdowns. */
  groups: (counts: readonly MissingCount[]) =>
    `figures of groups lack those of whom the place is not public (M34): ${counts.map(({ title, count }) => `${lowerFirst(title)} of ${count}`).join(", ")}`,
  /** The band's line, and who is missing. */
  joined: (line: string, more: string) => `${line}; ${more}`,
  ownPage: (all: string) => `All ${all}: its own page`,
  ownPageOf: (who: string) => `The page of ${who} has all of them`,
  /** Why a value can't be filtered by. */
  short: ({ held, all, who, wave }: Omit<MissingOf, "missing" | "title">) =>
    `${who}: only ${held} of the ${all} respondents of ${wave} are public (M34), too few to show them as if they were all.`,
  /** The same behind the value in a list. */
  shortHere: (held: string, all: string) => `only ${held} of ${all} public (M34)`,
  setShort: (reason: string) => `too little published (M34): ${reason}`,
  /** Dimensions that the codebook's list of filters does not hold. */
  unfiltered: (dimensions: string) =>
    `${dimensions}: not among the filters that the codebook names; the pages for everybody have it.`,
  comparedWith: (what: string) => `Compared with: ${what}`,
};

export interface MissingOf {
  readonly held: string;
  readonly all: string;
  readonly missing: string;
  readonly who: string;
  readonly wave: string;
  /** Title of the dimension that is withheld. */
  readonly title: string;
}

export interface MissingCount {
  readonly title: string;
  readonly count: string;
}

/** Within a sentence; names that are capitals throughout stay. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
