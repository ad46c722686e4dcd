/** Months come before years, whatever their number. */
function daysIn(text: string): number {
  const units = [/year|年/, /month|月/, /week|周|星期/, /day|天/];
  return [365, 30, 7, 1][units.findIndex((unit) => unit.test(text))] ?? 1;
}

/** Where a range of numbers begins, for an order: under 18, 18–24, 65 and over; undefined where there is no number. */
export function rangeStart(value: string): number | undefined {
  const text = value.toLowerCase().replace(/(\d)[,，](\d{3})/g, "$1$2");
  if (/^(无收入|没有收入|没有投入|no income|none|never)$/.test(text)) return -1;
  // D07 is a name, and no range.
  if (/^[a-z]+\d+$/.test(text)) return undefined;
  const found = /\d+(\.\d+)?/.exec(text);
  if (!found) return undefined;
  const number = Number(found[0]) * (/万/.test(text) ? 10_000 : 1) * daysIn(text);
  if (/under|below|less|younger|fewer|up to|at most|<|以下|以内|不到|小于|少于|before/.test(text))
    return number - 0.6;
  if (/over|above|more|older|at least|>|\+|以上|超过|大于|多于|after/.test(text)) return number + 0.6;
  return number;
}
