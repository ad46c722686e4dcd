import type { ExportColumn, ExportLayout } from "../intake/exports/layout.ts";
import { isPlace } from "./header-words.ts";
import { Nesting } from "./nesting.ts";
import { type ColumnProfile, ColumnProfiler } from "./profile.ts";

export interface SheetColumn extends ExportColumn {
  readonly profile: ColumnProfile;
}

/** One export as it was read: its form, and what each of its columns holds. */
export interface Sheet {
  /** The file's name in the survey's folder. */
  readonly file: string;
  readonly layout: ExportLayout;
  /** Written into the codebook where it can't be found out from the bytes. */
  readonly encoding?: "windows-1252";
  readonly rows: number;
  /** Rows with more or fewer cells than the header: they will be rejected. */
  readonly ragged: number;
  readonly columns: readonly SheetColumn[];
  /** Names of columns that stand within others. */
  readonly nested: readonly (readonly [child: string, parent: string])[];
}

/** Takes an export's rows in batches and makes a sheet of them, in one pass and little memory. */
export class SheetReader {
  readonly #layout: ExportLayout;
  readonly #profilers: readonly ColumnProfiler[];
  readonly #nesting: Nesting;
  readonly #absent: ReadonlySet<string>;
  #rows = 0;
  #ragged = 0;

  constructor(layout: ExportLayout) {
    this.#layout = layout;
    this.#profilers = layout.columns.map(() => new ColumnProfiler());
    this.#nesting = new Nesting(layout.columns.flatMap((column, place) => (isPlace(column) ? [place] : [])));
    this.#absent = new Set([...layout.notAsked, ...layout.missing]);
  }

  /** @param rows answers only, without the header rows. */
  push(rows: readonly { readonly cells: readonly string[] }[]): void {
    for (const { cells } of rows) this.#take(cells);
  }

  finish({ file, encoding }: Pick<Sheet, "file" | "encoding">): Sheet {
    const name = (place: number) => this.#layout.columns[place]?.name ?? "";
    return {
      file,
      layout: this.#layout,
      ...(encoding === undefined ? {} : { encoding }),
      rows: this.#rows,
      ragged: this.#ragged,
      columns: this.#layout.columns.map((column, place) => ({
        ...column,
        profile: this.#profilers[place]?.finish() ?? new ColumnProfiler().finish(),
      })),
      nested: this.#nesting.finish().map(([child, parent]) => [name(child), name(parent)]),
    };
  }

  #take(cells: readonly string[]): void {
    if (cells.every((cell) => cell.trim() === "")) return;
    this.#rows += 1;
    if (cells.length !== this.#profilers.length) {
      this.#ragged += 1;
      return;
    }
    const { clean } = this.#layout;
    this.#profilers.forEach((profiler, place) => {
      const written = (cells[place] ?? "").trim();
      const cell = clean && !this.#absent.has(written) ? clean(written) : written;
      profiler.push(this.#absent.has(cell.trim()) ? "" : cell);
    });
    this.#nesting.push(cells);
  }
}
