import type { ExportColumn, ExportLayout } from "../intake/exports/layout.ts";
import { Header } from "../intake/responses/header.ts";
import type { SavVariable } from "../intake/sources/sav-dictionary.ts";
import { isPlace } from "./header-words.ts";
import { Nesting } from "./nesting.ts";
import { type ColumnProfile, ColumnProfiler } from "./profile.ts";

export interface SheetColumn extends ExportColumn {
  readonly profile: ColumnProfile;
  /** Value → label, where the file itself says. */
  readonly valueLabels: ReadonlyMap<string, string>;
}

/** One export as it was read: its form, and what each of its columns holds. */
export interface Sheet {
  /** The file's name in the survey's folder. */
  readonly file: string;
  readonly layout: ExportLayout;
  /** Written into the codebook where it can't be found out from the bytes. */
  readonly encoding?: "windows-1252";
  /** Of a workbook with several sheets: the one that was read, and whether it is the first. */
  readonly workbook?: {
    readonly sheet: string;
    readonly first: boolean;
    readonly others: readonly string[];
  };
  readonly rows: number;
  /** Rows with more or fewer cells than the header: they will be rejected. */
  readonly ragged: number;
  /** With the names that a codebook finds them by. */
  readonly columns: readonly SheetColumn[];
  /** Names of columns that stand within others. */
  readonly nested: readonly (readonly [child: string, parent: string])[];
}

const han = /\p{Script=Han}/u;
const fewTexts = 3;

/**
 * Whether a file that can be read as GB18030 holds next to no Chinese: then the few characters are more likely quotes,
 * dashes and accents of windows-1252, two of which make one Chinese character.
 */
export function isHardlyChinese({ columns }: Sheet): boolean {
  const texts = new Set<string>();
  for (const { text, part = "", profile } of columns) {
    for (const value of [text, part, ...profile.values.keys()]) if (han.test(value)) texts.add(value);
    if (texts.size > fewTexts) return false;
  }
  return true;
}

export interface SheetForm {
  readonly layout: ExportLayout;
  /** Of an SPSS file. */
  readonly dictionary?: readonly SavVariable[];
}

/** Takes an export's rows in batches and makes a sheet of them, in one pass and little memory. */
export class SheetReader {
  readonly #form: SheetForm;
  readonly #profilers: readonly ColumnProfiler[];
  readonly #nesting: Nesting;
  /** By place: values that say nothing, because nobody asked or nobody answered. */
  readonly #absent: readonly ReadonlySet<string>[];
  #rows = 0;
  #ragged = 0;

  constructor(form: SheetForm) {
    const { columns, notAsked, missing } = form.layout;
    this.#form = form;
    this.#profilers = columns.map(() => new ColumnProfiler());
    this.#nesting = new Nesting(columns.flatMap((column, place) => (isPlace(column) ? [place] : [])));
    this.#absent = columns.map((column) => new Set([...notAsked, ...missing, ...(column.missing ?? [])]));
  }

  /** @param rows answers only, without the header rows. */
  push(rows: readonly { readonly cells: readonly string[] }[]): void {
    for (const { cells } of rows) this.#take(cells);
  }

  finish({ file, encoding }: Pick<Sheet, "file" | "encoding">): Sheet {
    const { layout, dictionary } = this.#form;
    const { names } = new Header(layout.columns);
    return {
      file,
      layout,
      ...(encoding === undefined ? {} : { encoding }),
      rows: this.#rows,
      ragged: this.#ragged,
      columns: layout.columns.map((column, place) => ({
        ...column,
        name: names[place] ?? column.name,
        profile: (this.#profilers[place] ?? new ColumnProfiler()).finish(),
        valueLabels: new Map(dictionary?.[place]?.valueLabels.map(({ value, label }) => [value, label])),
      })),
      nested: this.#nesting.finish().map(([child, parent]) => [names[child] ?? "", names[parent] ?? ""]),
    };
  }

  #take(cells: readonly string[]): void {
    if (cells.every((cell) => cell.trim() === "")) return;
    this.#rows += 1;
    const width = this.#profilers.length;
    if (cells.length < width || cells.slice(width).some((cell) => cell.trim() !== "")) {
      this.#ragged += 1;
      return;
    }
    const { clean } = this.#form.layout;
    this.#profilers.forEach((profiler, place) => {
      const written = cells[place] ?? "";
      const cell = (clean ? clean(written, place) : written).trim();
      profiler.push(this.#absent[place]?.has(cell) ? "" : cell);
    });
    this.#nesting.push(cells);
  }
}
