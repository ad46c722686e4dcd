import type { Problem } from "../../survey/problem.ts";
import type { ItemResponse, WaveQuality } from "../../survey/quality.ts";
import type { WaveReading } from "../../survey/reading.ts";
import type { CodedColumn, CodedWave } from "./coded-wave.ts";
import type { Coded, Coder, Locate } from "./coder.ts";
import { coderOf } from "./coders.ts";
import { DecodingError, undecodable } from "./decode.ts";
import { Growable } from "./growable.ts";
import { Header } from "./header.ts";
import { ProblemLog } from "./problem-log.ts";
import { outsideHierarchy, straightLining } from "./response-patterns.ts";
import { RowGate } from "./row-gate.ts";
import { type Row, readRows } from "./table.ts";
import { Weights } from "./weights.ts";

export interface ReadWaveOptions {
  readonly reading: WaveReading;
  /** The file's name in messages. */
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string;
}

/**
 * Reads one wave's separated text into coded columns, in one pass and with flat memory. Every row is kept or
 * rejected with a reason; every bad cell is reported; nothing is thrown for bad data.
 */
export async function readWave(text: AsyncIterable<string>, options: ReadWaveOptions): Promise<CodedWave> {
  const log = new ProblemLog(options.file);
  const desk = new Desk(options, log);
  try {
    await readRows(text, {
      delimiter: options.delimiter,
      onRows: (rows) => {
        for (const row of rows) desk.take(row);
      },
      onFault: ({ line, message }) =>
        log.whole("stop", {
          line,
          message: `A quote is not closed or not doubled (${message})`,
          expected: "quotes in pairs; a quote inside a quoted cell written twice",
          mend: "Correct the quotes on this line, or name the right delimiter for the wave.",
        }),
    });
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    log.whole("stop", undecodable(error));
  }
  return desk.finish();
}

/** Everything that reading one file keeps at hand. */
class Desk {
  readonly #options: ReadWaveOptions;
  readonly #log: ProblemLog;
  #header: Header | undefined;
  #coders: readonly Coder[] = [];
  #gate: RowGate | undefined;
  #weights: Weights | undefined;
  readonly #used = new Set<string>();
  readonly #lines = new Growable((length) => new Uint32Array(length));

  constructor(options: ReadWaveOptions, log: ProblemLog) {
    this.#options = options;
    this.#log = log;
  }

  take(row: Row): void {
    if (!this.#gate) {
      this.#start(row);
    } else if (this.#gate.admits(row)) {
      this.#lines.push(row.line);
      for (const coder of this.#coders) coder.code(row);
      this.#weights?.take(row);
    }
  }

  #start(row: Row): void {
    const { reading } = this.#options;
    const header = new Header(row.cells);
    this.#header = header;
    for (const name of header.clashes) this.#log.whole("stop", twoColumns(name, row.line));
    const locate: Locate = (column) => {
      const place = header.placeOf(column);
      if (place === undefined) return undefined;
      this.#used.add(header.names[place] ?? column);
      return { header: column, place };
    };
    this.#coders = reading.variables.flatMap((variable) => coderOf(variable, locate, this.#log) ?? []);
    this.#gate = new RowGate(reading, header.names.length, locate, this.#log);
    const weight = reading.weight === undefined ? undefined : locate(reading.weight);
    this.#weights = weight && new Weights(weight, this.#log);
  }

  finish(): CodedWave {
    const { reading } = this.#options;
    const gate = this.#gate;
    if ((gate?.kept ?? 0) === 0 && !this.#log.stopped) this.#reportNoRows();
    gate?.finish();
    const finished = this.#coders.map((coder) => ({ name: coder.name, ...coder.finish() }));
    const items = Object.fromEntries(finished.map(({ name, response }) => [name, response]));
    for (const coded of finished) this.#reportBadColumn(coded.name, coded);
    const columns = finished.flatMap((coder) => coder.columns);
    const weights = this.#weights?.finish(reading.badCellLimit);
    return {
      wave: reading.wave,
      rows: gate?.kept ?? 0,
      columns,
      ...(weights ? { weights: weights.normalised } : {}),
      dictionaries: Object.assign({}, ...finished.map((coder) => coder.dictionaries)),
      lines: this.#lines.values,
      quality: this.#quality(gate, columns, items, weights?.quality),
      problems: this.#log.problems,
      header: this.#header?.names ?? [],
    };
  }

  #quality(
    gate: RowGate | undefined,
    columns: readonly CodedColumn[],
    items: Readonly<Record<string, ItemResponse>>,
    weight: WaveQuality["weight"],
  ): WaveQuality {
    const { reading, encoding, delimiter } = this.#options;
    const { fieldwork, tooFast } = gate?.facts ?? {};
    return {
      rowsRead: gate?.read ?? 0,
      kept: gate?.kept ?? 0,
      rejected: gate?.rejected ?? { duplicate: 0, ragged: 0, empty: 0 },
      encoding,
      delimiter,
      ...(weight ? { weight } : {}),
      ...(fieldwork ? { fieldwork } : {}),
      straightLining: straightLining(columns, reading.batteries),
      ...(tooFast ? { tooFast } : {}),
      outsideHierarchy: outsideHierarchy(columns, reading.hierarchy, gate?.kept ?? 0),
      items,
      unusedColumns: (this.#header?.names ?? []).filter((name) => !this.#used.has(name)),
    };
  }

  #reportNoRows(): void {
    this.#log.whole("stop", {
      message: "The file holds no answers",
      expected: "a header row and at least one row of answers",
      mend: "Export the wave again, or take it out of the codebook.",
    });
  }

  /** Too many bad cells among those that hold something stop: blank cells don't dilute them. */
  #reportBadColumn(name: string, { response: { answered, bad }, badRows = bad }: Coded): void {
    const limit = this.#options.reading.badCellLimit;
    const filled = answered + bad;
    if (badRows <= limit * filled) return;
    this.#log.whole("stop", {
      column: name.slice(2),
      message: `${badRows} of ${filled} cells that hold something are no answer that the codebook knows`,
      expected: `at most ${limit * 100} % of a column's answers (quality.badCells)`,
      mend: "Mend the cells listed above, add their values to the codebook, or raise the limit.",
    });
  }
}

function twoColumns(name: string, line: number) {
  return {
    line,
    column: name,
    message: `Two columns would be addressed as "${name}"`,
    expected: "every header once, or repeated ones without a `#` and number of their own",
    mend: "Rename one of the columns.",
  };
}

/** True when a wave must not be built: its file has a problem that stops. */
export function stops(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === "stop");
}
