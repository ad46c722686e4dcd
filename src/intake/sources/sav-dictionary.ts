import { plainDecimal } from "./plain-decimal.ts";
import { SavBytes } from "./sav-bytes.ts";
import { encodingOfSav } from "./sav-encoding.ts";
import type { SavField, SavRecords } from "./sav-records.ts";

/** What an SPSS file says about one variable. */
export interface SavVariable {
  readonly name: string;
  readonly label?: string;
  readonly measure?: "nominal" | "ordinal" | "scale";
  readonly valueLabels: readonly { readonly value: string; readonly label: string }[];
  /** Values that the file declares missing; of a range, those that have a label. */
  readonly missing: readonly string[];
  /** Numbers from low to high are missing; those without a label are read as blank cells. */
  readonly missingRange?: { readonly low: number; readonly high: number };
  /** Number of a print format: dates are numbers with a format of their own. */
  readonly format: number;
  /** Where a case holds it: a number in one unit of eight bytes, text in segments. */
  readonly place:
    | { readonly kind: "number"; readonly unit: number }
    | {
        readonly kind: "text";
        readonly segments: readonly { readonly unit: number; readonly width: number }[];
      };
}

const measures = { 1: "nominal", 2: "ordinal", 3: "scale" } as const;
/** Subtypes of extension records. */
const subtype = { display: 11, longNames: 13, longTexts: 14, textLabels: 21, textMissing: 22 } as const;

/** Makes variables of a file's records; `encoding` overrides the one that the file names. */
export function savDictionary(records: SavRecords, encoding?: string): readonly SavVariable[] {
  const { bytes, fields } = records;
  bytes.encoding = encoding ?? encodingOfSav(records);
  const makeVariable = variableMaker(records);
  const longTexts = pairsIn(records, subtype.longTexts);
  const variables: SavVariable[] = [];
  for (let at = 0; at < fields.length; ) {
    const shortName = bytes.text(fields[at]?.shortName ?? new Uint8Array());
    const width = Number(longTexts.get(shortName.toUpperCase()) ?? 0);
    const segments = fields.slice(at, at + segmentCount(width));
    variables.push(...makeVariable(segments, { shortName, at }));
    at += segments.length;
  }
  return variables;
}

/** Makes a variable of its fields, of which long text has several; `at` is the place of the first. */
function variableMaker(records: SavRecords) {
  const { bytes } = records;
  const longNames = pairsIn(records, subtype.longNames);
  const textLabels = textLabelsOf(records);
  const textMissing = textMissingOf(records);
  const measure = measureOf(records);
  return (
    segments: readonly SavField[],
    { shortName, at }: { readonly shortName: string; readonly at: number },
  ): readonly SavVariable[] => {
    const [field] = segments;
    if (!field) return [];
    const name = longNames.get(shortName.toUpperCase()) ?? shortName;
    const labels = [...labelsOf(records, field), ...(textLabels.get(name) ?? [])];
    const kind = measure(at);
    return [
      {
        name,
        ...(field.label ? { label: bytes.text(field.label) } : {}),
        ...(kind ? { measure: kind } : {}),
        valueLabels: labels,
        ...missingOf(bytes, field, { labels, more: textMissing.get(name) ?? [] }),
        format: field.format,
        place: placeOf(field, segments),
      },
    ];
  };
}

function pairsIn({ bytes, extensions }: SavRecords, type: number): ReadonlyMap<string, string> {
  return namedPairs(bytes.text(extensions.get(type) ?? new Uint8Array()));
}

function placeOf(field: SavField, segments: readonly SavField[]): SavVariable["place"] {
  if (field.width === 0) return { kind: "number", unit: field.unit };
  return { kind: "text", segments: segments.map(({ unit, width }) => ({ unit, width })) };
}

/** Text of more than 255 bytes is spread over several variables, each for 252 bytes of the whole; at least one. */
function segmentCount(width: number): number {
  return width > 255 ? Math.ceil(width / 252) : 1;
}

/** `SHORT=Long name`, separated by tabs. */
function namedPairs(text: string): ReadonlyMap<string, string> {
  const pairs = text.split("\t").map((pair) => pair.replaceAll("\0", "").split("="));
  return new Map(pairs.map(([key = "", ...value]) => [key.toUpperCase(), value.join("=")]));
}

function valueText(bytes: SavBytes, field: SavField, value: Uint8Array): string {
  return field.width === 0 ? plainDecimal(bytes.floatOf(value)) : bytes.text(value);
}

function labelsOf({ bytes, labelSets }: SavRecords, field: SavField): SavVariable["valueLabels"] {
  const sets = labelSets.filter(({ units }) => units.includes(field.unit));
  return sets.flatMap(({ labels }) =>
    labels.map(({ value, label }) => ({ value: valueText(bytes, field, value), label: bytes.text(label) })),
  );
}

function missingOf(
  bytes: SavBytes,
  field: SavField,
  { labels, more }: { readonly labels: SavVariable["valueLabels"]; readonly more: readonly string[] },
): Pick<SavVariable, "missing" | "missingRange"> {
  if (!field.hasMissingRange)
    return { missing: [...field.missing.map((value) => valueText(bytes, field, value)), ...more] };
  const [low = Number.NaN, high = Number.NaN] = field.missing.map((value) => bytes.floatOf(value));
  const single = field.missing.slice(2).map((value) => valueText(bytes, field, value));
  const labelled = labels
    .map(({ value }) => value)
    .filter((value) => Number(value) >= low && Number(value) <= high);
  return { missing: [...single, ...labelled], missingRange: { low, high } };
}

/** Two or three integers a variable, of which the first is the measure. */
function measureOf({ bytes, fields, extensions }: SavRecords): (at: number) => SavVariable["measure"] {
  const display = extensions.get(subtype.display);
  if (!display) return () => undefined;
  const each = Math.floor(display.length / 4 / fields.length);
  const cursor = reader(bytes, display);
  return (at) => {
    cursor.at = at * each * 4;
    return measures[cursor.integer() as keyof typeof measures];
  };
}

/** Labels of text values longer than eight bytes, by variable. */
function textLabelsOf({ bytes, extensions }: SavRecords): ReadonlyMap<string, SavVariable["valueLabels"]> {
  const found = new Map<string, SavVariable["valueLabels"]>();
  const cursor = reader(bytes, extensions.get(subtype.textLabels));
  const text = () => bytes.text(cursor.take(cursor.integer()));
  while (cursor.at < cursor.bytes.length) {
    const name = text();
    cursor.at += 4;
    const labels = Array.from({ length: cursor.integer() }, () => ({ value: text(), label: text() }));
    found.set(name, labels);
  }
  return found;
}

/** Missing values, of eight bytes at most, of variables that hold longer text. */
function textMissingOf({ bytes, extensions }: SavRecords): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const cursor = reader(bytes, extensions.get(subtype.textMissing));
  while (cursor.at < cursor.bytes.length) {
    const name = bytes.text(cursor.take(cursor.integer()));
    const count = cursor.take(1)[0] ?? 0;
    const length = cursor.integer();
    found.set(
      name,
      Array.from({ length: count }, () => bytes.text(cursor.take(length))),
    );
  }
  return found;
}

function reader({ littleEndian }: SavBytes, part: Uint8Array = new Uint8Array()): SavBytes {
  const cursor = new SavBytes(part);
  cursor.littleEndian = littleEndian;
  return cursor;
}
