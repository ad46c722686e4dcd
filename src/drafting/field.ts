import type { ColumnRole } from "../intake/exports/layout.ts";
import type { ColumnProfile } from "./profile.ts";

/** One column of the survey, wherever it stands in each wave. */
export interface Field {
  /** Its header in the newest wave that has it. */
  readonly name: string;
  readonly text: string;
  readonly role: ColumnRole;
  readonly part?: string;
  readonly question: string;
  readonly typed: boolean;
  /** True where the survey tool says that answers were typed. */
  readonly open: boolean;
  /** Wave id → header. Waves that lack it are not in here. */
  readonly headers: ReadonlyMap<string, string>;
  /** Wave id → wording, where it differs from the newest. */
  readonly wordings: ReadonlyMap<string, string>;
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
  /** All waves together. */
  readonly profile: ColumnProfile;
  /** How the waves' columns were matched, where it was not by equal headers. */
  readonly matched?: "text" | "near";
  /** True where another field has the same header in a wave that lacks this one. */
  readonly ambiguous: boolean;
  /** Value → label, where the file itself says. */
  readonly valueLabels: ReadonlyMap<string, string>;
  /** Waves from which on the answers look like those to another question. */
  readonly breaks: readonly string[];
}

/** The values of a field, most frequent first; of equal ones the first to appear. */
export function frequent(values: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...values].toSorted((a, b) => b[1] - a[1]);
}

export function total(values: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of values.values()) sum += count;
  return sum;
}
