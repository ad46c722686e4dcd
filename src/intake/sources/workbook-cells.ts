import { type CellObject, SSF } from "@e965/xlsx";
import { plainDecimal } from "./plain-decimal.ts";

/** The library's number formats, which it gives no types for. */
const numberFormats: {
  is_date(format: string): boolean;
  parse_date_code(
    value: number,
    options: { readonly date1904: boolean },
  ): {
    readonly y: number;
    readonly m: number;
    readonly d: number;
    readonly H: number;
    readonly M: number;
    readonly S: number;
  } | null;
} = SSF;

/** The text of a sheet's cell: what a CSV of the same sheet would hold, with dates as 2024-03-31 or 2024-03-31 14:05:06. */
export function cellText(
  cell: CellObject | null | undefined,
  { date1904 = false }: { readonly date1904?: boolean } = {},
): string {
  if (!cell) return "";
  switch (cell.t) {
    case "n":
      return numberText(Number(cell.v), String(cell.z ?? ""), date1904);
    case "b":
      return cell.v === true ? "TRUE" : "FALSE";
    case "e":
      return cell.w ?? "#ERROR";
    case "z":
      return "";
    default:
      return String(cell.v ?? "");
  }
}

function numberText(value: number, format: string, date1904: boolean): string {
  if (format === "" || !numberFormats.is_date(format)) return plainDecimal(value);
  const parts = numberFormats.parse_date_code(value, { date1904 });
  if (!parts) return plainDecimal(value);
  const two = (part: number) => String(part).padStart(2, "0");
  const time = `${two(parts.H)}:${two(parts.M)}:${two(Math.floor(parts.S))}`;
  // Below one day there is no date: a time of day, or a length of time.
  if (value >= 0 && value < 1) return time;
  const date = `${parts.y}-${two(parts.m)}-${two(parts.d)}`;
  return Number.isInteger(value) ? date : `${date} ${time}`;
}
