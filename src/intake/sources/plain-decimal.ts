/** Digits that a spreadsheet shows at most; what follows them is noise of binary arithmetic. */
const digits = 15;
/** Decimal places at most. */
const places = 20;

/**
 * A number as people write it: no exponent, no `0.30000000000000004`. Whole numbers keep all their digits, for they
 * may be ids.
 *
 * @example plainDecimal(0.1 + 0.2) // "0.3"
 */
export function plainDecimal(number: number): string {
  if (Number.isInteger(number)) return BigInt(number).toString();
  const rounded = Number(number.toPrecision(digits));
  const text = String(rounded);
  return text.includes("e") ? rounded.toFixed(places).replace(/\.?0+$/, "") : text;
}
