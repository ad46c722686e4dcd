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
  let largest = 0;
  for (const code of codes) if (code !== missing && code > largest) largest = code;
  if (largest >= 255)
    return {
      name,
      type: "USMALLINT",
      values: codes.map((code) => (code === missing ? 65535 : code)),
      missing: 65535,
    };
  return {
    name,
    type: "UTINYINT",
    values: Uint8Array.from(codes, (code) => (code === missing ? 255 : code)),
    missing: 255,
  };
}

/** Measured numbers, NaN for none: as whole numbers where all are, because they pack better. */
export function numberColumn(name: string, numbers: Float64Array): StoreColumn {
  const whole = numbers.every(
    (number) => Number.isNaN(number) || (Number.isInteger(number) && Math.abs(number) < 2 ** 31),
  );
  if (!whole) return { name, type: "DOUBLE", values: numbers };
  return {
    name,
    type: "INTEGER",
    values: Int32Array.from(numbers, (number) => (Number.isNaN(number) ? -2147483648 : number)),
    missing: -2147483648,
  };
}

/** A hash of the rows themselves, not of the file that holds them: equal answers, equal name. Sixteen hex digits. */
export function tableHash(table: StoreTable): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([table.rows, table.columns.map(({ name, type }) => [name, type])]));
  for (const { values } of table.columns) {
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest("hex").slice(0, 16);
}
