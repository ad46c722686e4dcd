import { SavBytes } from "./sav-bytes.ts";

/** A variable record: a number, or up to 255 bytes of text; longer text has several. */
export interface SavField {
  /** In the file's encoding, which is named further on. */
  readonly shortName: Uint8Array;
  /** Bytes of text; 0 for a number. */
  readonly width: number;
  /** What the number is shown as; dates are numbers too. */
  readonly format: number;
  readonly label: Uint8Array | undefined;
  /** Raw: eight bytes each. */
  readonly missing: readonly Uint8Array[];
  /** The first two missing values are the ends of a range. */
  readonly hasMissingRange: boolean;
  /** Place among the units of eight bytes that make a case. */
  readonly unit: number;
}

/** Value labels and the units of the variables that they belong to. */
export interface SavLabelSet {
  readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
  readonly units: readonly number[];
}

/** Everything before the data, as it stands there. */
export interface SavRecords {
  readonly bytes: SavBytes;
  readonly compression: "none" | "bytecode" | "zlib";
  /** Number of cases, where the file says it. */
  readonly cases: number | undefined;
  readonly bias: number;
  readonly units: number;
  readonly fields: readonly SavField[];
  readonly labelSets: readonly SavLabelSet[];
  /** Extension records by subtype. */
  readonly extensions: ReadonlyMap<number, Uint8Array>;
}

/**
 * Reads the records before the data, after "System File Format" in the PSPP developers' guide.
 *
 * @throws RangeError where the file ends too early or holds a record that there is none of
 */
export function readSavRecords(content: Uint8Array): SavRecords {
  const bytes = new SavBytes(content);
  bytes.at = 64;
  const layoutCode = bytes.integer();
  bytes.littleEndian = layoutCode > 0 && layoutCode < 16;
  bytes.at += 4;
  const compression = (["none", "bytecode", "zlib"] as const)[bytes.integer()];
  bytes.at += 4;
  const cases = bytes.integer();
  const bias = bytes.float();
  bytes.at = 176;
  if (!compression) throw new RangeError("unknown compression");
  const body = readBody(bytes);
  return { bytes, compression, cases: cases < 0 ? undefined : cases, bias, ...body };
}

type Body = Pick<SavRecords, "units" | "fields" | "labelSets" | "extensions">;

function readBody(bytes: SavBytes): Body {
  const fields: SavField[] = [];
  const labelSets: SavLabelSet[] = [];
  const extensions = new Map<number, Uint8Array>();
  let units = 0;
  for (;;) {
    const type = bytes.integer();
    if (type === 2) {
      const field = readField(bytes, units);
      units += 1;
      if (field.width >= 0) fields.push(field);
    } else if (type === 3) labelSets.push(readLabelSet(bytes));
    else if (type === 6) bytes.take(80 * bytes.integer());
    else if (type === 7) {
      const subtype = bytes.integer();
      const size = bytes.integer();
      extensions.set(subtype, bytes.take(size * bytes.integer()));
    } else if (type === 999) {
      bytes.at += 4;
      return { units, fields, labelSets, extensions };
    } else throw new RangeError(`unknown record ${type}`);
  }
}

function readField(bytes: SavBytes, unit: number): SavField {
  const width = bytes.integer();
  const hasLabel = bytes.integer() === 1;
  const missing = bytes.integer();
  const format = (bytes.integer() >> 16) & 0xff;
  bytes.at += 4;
  const shortName = bytes.take(8);
  const label = hasLabel ? readPadded(bytes, bytes.integer(), 4) : undefined;
  return {
    shortName,
    width,
    format,
    label,
    missing: Array.from({ length: Math.abs(missing) }, () => bytes.take(8)),
    hasMissingRange: missing < 0,
    unit,
  };
}

function readLabelSet(bytes: SavBytes): SavLabelSet {
  const labels = Array.from({ length: bytes.integer() }, () => {
    const value = bytes.take(8);
    const length = bytes.take(1)[0] ?? 0;
    const label = bytes.take(length);
    bytes.take((8 - ((length + 1) % 8)) % 8);
    return { value, label };
  });
  if (bytes.integer() !== 4) throw new RangeError("value labels without variables");
  const units = Array.from({ length: bytes.integer() }, () => bytes.integer() - 1);
  return { labels, units };
}

function readPadded(bytes: SavBytes, length: number, block: number): Uint8Array {
  const content = bytes.take(length);
  bytes.take((block - (length % block)) % block);
  return content;
}
