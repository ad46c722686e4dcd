import type { Row } from "../responses/table.ts";
import { plainDecimal } from "./plain-decimal.ts";
import { SavBytes } from "./sav-bytes.ts";
import { savCases, systemMissing } from "./sav-cases.ts";
import { type SavVariable, savDictionary } from "./sav-dictionary.ts";
import { readSavRecords, type SavRecords } from "./sav-records.ts";
import { type RowSource, SourceError } from "./source.ts";

const batch = 1000;
/** Print formats whose numbers are seconds since 14 October 1582. */
const dates = new Set([20, 23, 24, 28, 29, 30, 38, 39]);
const datesWithTime = new Set([22, 41]);
const secondsBefore1970 = 12_219_379_200;

/**
 * An SPSS file (.sav, .zsav). The header is the variables' names; a case's line is its number. Numbers come as plain
 * decimal text, dates as 2024-03-31, a number that is system-missing as a blank cell.
 *
 * @throws SourceError for a file that is broken
 */
export function savSource(content: Uint8Array, { encoding }: { readonly encoding?: string } = {}): RowSource {
  const { records, dictionary } = open(content, encoding);
  return {
    encoding: "sav",
    dictionary,
    readRows: async ({ onRows }) => {
      onRows([{ cells: dictionary.map(({ name }) => name), line: 0 }]);
      const rows = batches(records, dictionary);
      for (;;) {
        const { value, done } = whole(() => rows.next());
        if (done) return;
        onRows(value);
      }
    },
  };
}

function open(content: Uint8Array, encoding: string | undefined) {
  return whole(() => {
    const records = readSavRecords(content);
    return { records, dictionary: savDictionary(records, encoding) };
  });
}

/** A broken file sends the reader behind its end, or holds blocks that don't unpack. */
function whole<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const unpacking = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    if (!(error instanceof RangeError) && !unpacking) throw error;
    throw new SourceError(broken, error);
  }
}

function* batches(records: SavRecords, dictionary: readonly SavVariable[]): Generator<readonly Row[]> {
  // Rows may be read again: the place of the data is kept.
  const { at } = records.bytes;
  const cases = savCases(records);
  const text = new SavBytes(cases.units);
  text.littleEndian = records.bytes.littleEndian;
  const cellsOf = dictionary.map((variable) => cellReader(variable, text, records.bytes));
  let rows: Row[] = [];
  let line = 0;
  while (line !== records.cases && cases.next()) {
    line += 1;
    rows.push({ cells: cellsOf.map((cell) => cell()), line });
    if (rows.length === batch) {
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
  records.bytes.at = at;
  if (line < (records.cases ?? 0)) throw new RangeError("there are fewer cases than the file says");
}

/** Reads one variable's cell of the case at hand. */
function cellReader({ place, format, missing, missingRange }: SavVariable, units: SavBytes, file: SavBytes) {
  if (place.kind === "text") {
    return () =>
      file.text(
        joined(place.segments.map(({ unit, width }) => units.bytes.subarray(unit * 8, unit * 8 + width))),
      );
  }
  return () => {
    units.at = place.unit * 8;
    const number = units.float();
    if (number === systemMissing || !Number.isFinite(number)) return "";
    const cell = numberText(number, format);
    const isMissing = missingRange && number >= missingRange.low && number <= missingRange.high;
    return isMissing && !missing.includes(cell) ? "" : cell;
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first) return first;
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function numberText(number: number, format: number): string {
  const withTime = datesWithTime.has(format);
  if (!withTime && !dates.has(format)) return plainDecimal(number);
  const moment = new Date((number - secondsBefore1970) * 1000);
  if (Number.isNaN(moment.getTime())) return "";
  const [date = "", time = ""] = moment.toISOString().split("T");
  return withTime ? `${date} ${time.slice(0, 8)}` : date;
}

const broken = {
  message: "The file is no SPSS file that can be read",
  expected: "a whole .sav or .zsav file",
  mend: "Open it in SPSS or PSPP and save it again, or export it as CSV.",
};
