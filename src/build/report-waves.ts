import type { TableOutcome } from "./prepare-table.ts";
import type { WaveOutcome } from "./prepare-wave.ts";

/** What became of one wave: rows where its file was read, "unchanged" where an earlier build had read the same. */
export function waveLine(survey: string, wave: string, { fresh, wave: prepared }: WaveOutcome): string {
  const { rowsRead, kept } = prepared?.quality ?? {};
  const rows = prepared ? `${rowsRead} rows read, ${kept} kept` : "has problems";
  return `${survey} ${wave}: ${fresh ? rows : "unchanged"}`;
}

/** What became of the printed tables of one wave. */
export function tableLine(survey: string, wave: string, { table }: TableOutcome): string {
  const sum = (pick: "rowsRead" | "used") =>
    table?.files.reduce((total, { quality }) => total + quality[pick], 0) ?? 0;
  const rows = table ? `${sum("rowsRead")} rows read, ${sum("used")} used` : "has problems";
  return `${survey} ${wave}: printed tables, ${rows}`;
}

/** All waves together. Rows of waves that were not read again count too. */
export function totalLine(outcomes: readonly WaveOutcome[]): string {
  const read = outcomes.filter(({ fresh }) => fresh).length;
  const rows = outcomes.reduce((sum, { wave }) => sum + (wave?.quality.kept ?? 0), 0);
  return `${outcomes.length} waves, ${read} of them read now; ${rows} rows kept in all`;
}
