import { rareValues, type VariableReading } from "../../survey/reading.ts";
import { cleaner, plainNumber, wholeNumber } from "./cleaning.ts";
import { missingCode } from "./coded-wave.ts";
import type { Coded, Coder, Located } from "./coder.ts";
import { type LookUp, lookUpCoder } from "./look-up-coder.ts";
import { badCell, type ProblemLog, spell } from "./problem-log.ts";
import { translated } from "./translated.ts";

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
  const clean = cleaner(reading);
  const places = new Map(options.map((id, place) => [id, place]));
  const expectation = badCell(`one of ${spell(options)}`);
  const lookUp: LookUp = (cell) => {
    const value = clean(cell);
    if (value === undefined) return "missing";
    const code = places.get(value) ?? places.get(plainNumber(value));
    return code === undefined ? expectation : { code };
  };
  return lookUpCoder(reading.name, located, log, lookUp, options, true);
}

function openCoder(reading: OptionsReading, located: Located, log: ProblemLog): Coder {
  const clean = cleaner(reading);
  const dictionary: string[] = [];
  const places = new Map<string, number>();
  const lookUp: LookUp = (cell) => {
    const value = clean(cell);
    if (value === undefined) return "missing";
    const id = wholeNumber(value);
    const place = places.get(id);
    if (place !== undefined) return { code: place };
    if (dictionary.length >= missingCode) return badCell("fewer than 65,535 different values");
    places.set(id, dictionary.length);
    return { code: dictionary.push(id) - 1 };
  };
  const coder = lookUpCoder(reading.name, located, log, lookUp, dictionary, true);
  return {
    ...coder,
    finish() {
      checkValues(reading, dictionary, located, log);
      return withoutRareValues(coder.finish(), reading, dictionary, located, log);
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

/** Joins the values of fewer respondents than a figure may stand on: a name that occurs once must not be an option. */
function withoutRareValues(
  coded: Coded,
  { name, rareBelow = 0 }: OptionsReading,
  found: readonly string[],
  { header }: Located,
  log: ProblemLog,
): Coded {
  const times = new Uint32Array(found.length);
  for (const { kind, values } of coded.columns) {
    if (kind !== "code") continue;
    for (let row = 0; row < values.length; row++) {
      const code = values[row] ?? missingCode;
      if (code !== missingCode) times[code] = (times[code] ?? 0) + 1;
    }
  }
  const rare = times.filter((count) => count < rareBelow);
  if (rare.length === 0) return coded;
  const rows = rare.reduce((sum, count) => sum + count, 0);
  log.whole("note", {
    column: header,
    message: `Values given by fewer than ${rareBelow} respondents are shown together as "${rareValues}": ${rare.length} values of ${rows} respondents`,
    expected: "labels for all values that may be published",
    mend: "Label the values in the codebook, or recode them, to show them on their own.",
  });
  return translated(
    coded,
    name,
    found.map((id, code) => ((times[code] ?? 0) < rareBelow ? rareValues : id)),
  );
}
