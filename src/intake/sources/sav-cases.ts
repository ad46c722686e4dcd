import { inflateSync } from "node:zlib";
import { SavBytes } from "./sav-bytes.ts";
import type { SavRecords } from "./sav-records.ts";

const unit = 8;
const blanks = new Uint8Array(unit).fill(0x20);

/** Reads cases one after another, each as its units of eight bytes. */
export interface SavCases {
  /** The case just read; the next one overwrites it. */
  readonly units: Uint8Array;
  /** False where there is no further case. */
  next(): boolean;
}

/** The number that stands for no number: the lowest there is. */
export const systemMissing = -Number.MAX_VALUE;

/** The cases behind a file's records, however they are compressed. */
export function savCases(records: SavRecords): SavCases {
  if (records.compression === "none") return plainCases(records);
  return bytecodeCases(records, records.compression === "zlib" ? inflated(records) : records.bytes);
}

function plainCases({ bytes, units: width }: SavRecords): SavCases {
  const units = new Uint8Array(width * unit);
  return {
    units,
    next() {
      // Without variables a case takes no bytes, and the data would never end.
      if (units.length === 0 || bytes.at + units.length > bytes.bytes.length) return false;
      units.set(bytes.take(units.length));
      return true;
    },
  };
}

/**
 * Eight codes of one byte, then what some of them stand for: 1–251 a small number, 252 the end, 253 eight bytes as
 * they are, 254 eight blanks, 255 no number, 0 nothing. A group of codes may reach from one case into the next.
 */
function bytecodeCases(
  { bias, units: width, bytes: { littleEndian } }: SavRecords,
  data: SavBytes,
): SavCases {
  const units = new Uint8Array(width * unit);
  const view = new DataView(units.buffer);
  let codes = new Uint8Array();
  let place = unit;
  const nextCode = (): number => {
    for (;;) {
      if (place === unit) {
        if (data.at + unit > data.bytes.length) return 252;
        codes = new Uint8Array(data.take(unit));
        place = 0;
      }
      const code = codes[place] ?? 0;
      place += 1;
      if (code !== 0) return code;
    }
  };
  const fill = (at: number): boolean => {
    const code = nextCode();
    if (code === 252) return false;
    if (code === 253) units.set(data.take(unit), at);
    else if (code === 254) units.set(blanks, at);
    else view.setFloat64(at, code === 255 ? systemMissing : code - bias, littleEndian);
    return true;
  };
  return {
    units,
    next() {
      for (let at = 0; at < units.length; at += unit) if (!fill(at)) return false;
      return units.length > 0;
    },
  };
}

/** The blocks of a compressed file, one after another. Its trailer, which the data begin by naming, lists them. */
function inflated({ bytes }: SavRecords): SavBytes {
  bytes.at += unit;
  bytes.at = bytes.place() + 2 * unit + 4;
  const blocks = Array.from({ length: bytes.integer() }, () => {
    bytes.at += unit;
    const start = bytes.place();
    bytes.at += 4;
    return inflateSync(bytes.bytes.subarray(start, start + bytes.integer()));
  });
  const whole = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return new SavBytes(whole);
}
