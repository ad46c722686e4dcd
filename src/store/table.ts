import { createHash } from "node:crypto";

/** A column of the store: small whole numbers or measured numbers. Nothing else is ever handed to the writer. */
export type StoreColumn =
  | { readonly name: string; readonly type: "UTINYINT"; readonly values: Uint8Array; readonly missing: 255 }
  | {
      readonly name: string;
      readonly type: "USMALLINT";
      readonly values: Uint16Array;
      readonly missing: 65535;
    }
  | {
      readonly name: string;
      readonly type: "INTEGER";
      readonly values: Int32Array;
      readonly missing: -2147483648;
    }
  | { readonly name: string; readonly type: "DOUBLE"; readonly values: Float64Array };

export interface StoreTable {
  readonly rows: number;
  readonly columns: readonly StoreColumn[];
}

/** Places or codes as the narrowest column that holds them; `missing` stands for no value. */
export function codeColumn(name: string, codes: Uint16Array, missing: number): StoreColumn {
  if (largestOf(codes, missing) < 255) {
    const values = marked(codes, new Uint8Array(codes.length), (code) => code === missing, 255);
    return { name, type: "UTINYINT", values, missing: 255 };
  }
  const values = marked(codes, new Uint16Array(codes.length), (code) => code === missing, 65535);
  return { name, type: "USMALLINT", values, missing: 65535 };
}

/** Measured numbers, NaN for none: as whole numbers where all are, because they pack better. */
export function numberColumn(name: string, numbers: Float64Array): StoreColumn {
  const whole = numbers.every(
    (number) => Number.isNaN(number) || (Number.isInteger(number) && Math.abs(number) < 2 ** 31),
  );
  if (!whole) return { name, type: "DOUBLE", values: numbers };
  const values = marked(numbers, new Int32Array(numbers.length), Number.isNaN, -2147483648);
  return { name, type: "INTEGER", values, missing: -2147483648 };
}

/** The largest code but `missing`. By index: over a million rows an iterator takes ten times as long. */
function largestOf(codes: Uint16Array, missing: number): number {
  let largest = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? missing;
    if (code !== missing && code > largest) largest = code;
  }
  return largest;
}

/** Copies values into another kind of array, with the mark of that kind for those that are missing. */
function marked<Values extends Uint8Array | Uint16Array | Int32Array>(
  from: Uint16Array | Float64Array,
  to: Values,
  isMissing: (value: number) => boolean,
  mark: number,
): Values {
  for (let row = 0; row < to.length; row++) {
    const value = from[row] ?? 0;
    to[row] = isMissing(value) ? mark : value;
  }
  return to;
}

/**
 * A hash of the answers themselves, not of the file that holds them: equal answers, equal name. Sixteen hex digits. A
 * stored code is a place in its column's dictionary, so the dictionaries count: all A and all B are the same codes.
 */
export function tableHash(
  table: StoreTable,
  dictionaries: Readonly<Record<string, readonly string[]>> = {},
): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify(Object.entries(dictionaries).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  hash.update(JSON.stringify([table.rows, table.columns.map(({ name, type }) => [name, type])]));
  for (const { values } of table.columns) {
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest("hex").slice(0, 16);
}
