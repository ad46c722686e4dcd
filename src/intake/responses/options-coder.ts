import { rareValues, type VariableReading } from "../../survey/reading.ts";
import { wholeNumber } from "./cleaning.ts";
import { missingCode } from "./coded-wave.ts";
import type { Coded, Coder, Located } from "./coder.ts";
import { type LookUp, lookUpCoder } from "./look-up-coder.ts";
import { meaningOf, placeOf } from "./meaning.ts";
import { othersOf } from "./other-values.ts";
import { badCell, type ProblemLog, spell } from "./problem-log.ts";
import { timesGiven, translated } from "./translated.ts";

type OptionsReading = Extract<VariableReading, { kind: "options" }>;

const mostValues = 1000;
const longestValue = 100;

/** A dimension or a single choice: of the options that the codebook labels, or of the values that the file holds. */
export function optionsCoder(reading: OptionsReading, located: Located, log: ProblemLog): Coder {
  return reading.options === "open"
    ? openCoder(reading, located, log)
    : labelledCoder(reading, reading.options, located, log);
}

function labelledCoder(
  reading: OptionsReading,
  options: readonly string[],
  located: Located,
  log: ProblemLog,
): Coder {
  const meaning = meaningOf(reading, placeOf(options));
  const others = othersOf(reading.other, options);
  const expectation = badCell(`one of ${spell(options)}${reading.words ? ", or its label" : ""}`);
  const lookUp: LookUp = (cell) => {
    const meant = meaning(cell);
    if (typeof meant === "string") return meant;
    if (meant !== undefined) return { code: meant };
    return others ? { code: others.place, other: true } : expectation;
  };
  return lookUpCoder(reading, located, log, { lookUp, dictionary: options, others: others?.values });
}

function openCoder(reading: OptionsReading, located: Located, log: ProblemLog): Coder {
  const dictionary: string[] = [];
  const places = new Map<string, number>();
  const placeOfValue = (value: string) => {
    const id = wholeNumber(value);
    const place = places.get(id);
    if (place !== undefined) return place;
    if (dictionary.length >= missingCode) return undefined;
    places.set(id, dictionary.length);
    return dictionary.push(id) - 1;
  };
  const meaning = meaningOf(reading, placeOfValue);
  const lookUp: LookUp = (cell) => {
    const meant = meaning(cell);
    if (typeof meant === "string") return meant;
    return meant === undefined ? badCell("fewer than 65,535 different values") : { code: meant };
  };
  const coder = lookUpCoder(reading, located, log, { lookUp, dictionary });
  return {
    ...coder,
    finish() {
      checkValues(reading, dictionary, located, log);
      return { ...coder.finish(), settle: (coded) => withoutRareValues(coded, reading, located, log) };
    },
  };
}

/** A column of names, numbers or comments is no choice: it must not become a page of options. */
function checkValues(
  { rareBelow }: OptionsReading,
  found: readonly string[],
  { header }: Located,
  log: ProblemLog,
): void {
  const long = found.filter((value) => value.length > longestValue).length;
  const many = rareBelow !== undefined && found.length > mostValues;
  if (long === 0 && !many) return;
  log.whole("stop", {
    column: header,
    message: many
      ? `The column holds ${found.length} different values, too many for a choice without labels`
      : `The column holds values of more than ${longestValue} characters, which are no choices`,
    expected: `at most ${mostValues} different values, of at most ${longestValue} characters`,
    mend: "Give the values labels, make it a question of type `text`, or leave the column out.",
  });
}

/**
 * Joins the values of fewer respondents than a figure may stand on: a name that occurs once must not be an option. How
 * many gave a value is only known when the answers of those who were not asked are set aside.
 */
function withoutRareValues(
  coded: Coded,
  { name, rareBelow = 0 }: OptionsReading,
  { header }: Located,
  log: ProblemLog,
): Coded {
  const found = coded.dictionaries[name] ?? [];
  const times = timesGiven(coded.columns, found.length);
  const rare = times.filter((count) => count < rareBelow);
  if (rare.length === 0) return coded;
  const rows = rare.reduce((sum, count) => sum + count, 0);
  log.whole("note", {
    column: header,
    message: `Values given by fewer than ${rareBelow} respondents are shown together as "${rareValues}": ${rare.length} values of ${rows} respondents`,
    expected: "labels for all values that may be published",
    mend: "Label the values in the codebook, or recode them, to show them on their own.",
  });
  const names = found.map((id, code) => ((times[code] ?? 0) < rareBelow ? rareValues : id));
  return translated(coded, name, names);
}
