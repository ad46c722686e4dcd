import type { Problem } from "../../survey/problem.ts";
import type { ItemResponse, WaveQuality } from "../../survey/quality.ts";
import type { WaveReading } from "../../survey/reading.ts";
import { findLayout } from "../exports/find-layout.ts";
import { type ExportLayout, headRows } from "../exports/layout.ts";
import { type RowSource, SourceError } from "../sources/source.ts";
import type { CodedColumn, CodedWave } from "./coded-wave.ts";
import type { Coded, Coder, Locate } from "./coder.ts";
import { coderOf } from "./coders.ts";
import { DecodingError, undecodable } from "./decode.ts";
import { Growable } from "./growable.ts";
import { Header } from "./header.ts";
import type { NamedCoded } from "./mask-rows.ts";
import { ProblemLog } from "./problem-log.ts";
import { reportRouting } from "./report-routing.ts";
import { outsideHierarchy, straightLining } from "./response-patterns.ts";
import { routeAnswers } from "./routing.ts";
import { RowGate } from "./row-gate.ts";
import type { Row } from "./table.ts";
import { Weights } from "./weights.ts";
import { withLayout } from "./with-layout.ts";

export interface ReadWaveOptions {
  readonly reading: WaveReading;
  /** The file's name in messages. */
  readonly file: string;
}

/**
 * Reads one wave's export into coded columns, in one pass and, of separated text, with flat memory. Every row is kept
 * or rejected with a reason; every bad cell is reported; nothing is thrown for bad data.
 */
export async function readWave(source: RowSource, options: ReadWaveOptions): Promise<CodedWave> {
  const log = new ProblemLog(options.file);
  const desk = new Desk(source, options, log);
  try {
    await source.readRows({
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
    if (error instanceof DecodingError) log.whole("stop", undecodable(error));
    else if (error instanceof SourceError) log.whole("stop", error.problem);
    else throw error;
  }
  return desk.finish();
}

/** Everything that reading one file keeps at hand. */
class Desk {
  readonly #source: RowSource;
  readonly #options: ReadWaveOptions;
  readonly #log: ProblemLog;
  /** Rows that wait until there are enough to tell the layout. */
  #waiting: Row[] | undefined = [];
  #layout: ExportLayout | undefined;
  #header: Header | undefined;
  #coders: readonly Coder[] = [];
  #gate: RowGate | undefined;
  #weights: Weights | undefined;
  readonly #used = new Set<string>();
  /** The line of every kept row, for what can only be said of it when all rows are through. */
  readonly #lines = new Growable((length) => new Uint32Array(length));

  constructor(source: RowSource, options: ReadWaveOptions, log: ProblemLog) {
    this.#source = source;
    this.#options = options;
    this.#log = log;
  }

  take(row: Row): void {
    if (!this.#waiting) this.#code(row);
    else if (this.#waiting.push(row) === headRows) this.#start(this.#waiting);
  }

  #code(row: Row): void {
    if (!this.#gate?.admits(row)) return;
    const clean = this.#layout?.clean;
    const cleaned = clean ? { ...row, cells: row.cells.map(clean) } : row;
    for (const coder of this.#coders) coder.code(cleaned);
    this.#weights?.take(cleaned);
    this.#lines.push(row.line);
  }

  #start(rows: readonly Row[]): void {
    this.#waiting = undefined;
    const { reading } = this.#options;
    const { dictionary } = this.#source;
    const head = { rows: rows.map(({ cells }) => cells), ...(dictionary ? { dictionary } : {}) };
    const found = findLayout(head, reading);
    if (found.status === "absent") {
      this.#log.whole("stop", { ...found.problem, line: rows[0]?.line ?? 1 });
      return;
    }
    this.#lay(found.layout, rows);
    for (const row of rows.slice(found.layout.headerRows)) this.#code(row);
  }

  #lay(layout: ExportLayout, rows: readonly Row[]): void {
    const { reading } = this.#options;
    const header = new Header(layout.columns);
    this.#layout = layout;
    this.#header = header;
    for (const name of header.clashes) this.#log.whole("stop", twoColumns(name, rows[0]?.line ?? 1));
    const locate: Locate = (column) => {
      const place = header.placeOf(column);
      if (place === undefined) return undefined;
      this.#used.add(header.names[place] ?? column);
      return { header: column, place };
    };
    const variables = withLayout(reading.variables, layout, header);
    this.#coders = variables.flatMap((variable) => coderOf(variable, locate, this.#log) ?? []);
    const headerWidth = rows[0]?.cells.length ?? 0;
    const { isIncomplete } = layout;
    const shape = { width: layout.columns.length, headerWidth, ...(isIncomplete ? { isIncomplete } : {}) };
    this.#gate = new RowGate(reading, shape, locate, this.#log);
    const weight = reading.weight === undefined ? undefined : locate(reading.weight);
    this.#weights = weight && new Weights(weight, this.#log);
  }

  finish(): CodedWave {
    const { reading } = this.#options;
    if (this.#waiting?.length) this.#start(this.#waiting);
    const gate = this.#gate;
    if ((gate?.kept ?? 0) === 0 && !this.#log.stopped) this.#reportNoRows();
    gate?.finish();
    const finished = this.#finishCoders();
    const items = Object.fromEntries(finished.map(({ name, response }) => [name, response]));
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
      header: this.#header?.addresses ?? [],
    };
  }

  /** Columns as they count: answers of people who were not asked are set aside before rare values are joined. */
  #finishCoders(): readonly NamedCoded[] {
    const { variables } = this.#options.reading;
    const finished = this.#coders.map((coder) => ({ name: coder.name, ...coder.finish() }));
    for (const coded of finished) this.#reportBadColumn(coded.name, coded);
    const routed = routeAnswers(finished, variables);
    reportRouting(routed, variables, { lines: this.#lines.values, log: this.#log });
    return routed.map(({ coded }) => ({ ...coded, ...coded.settle?.(coded) }));
  }

  #quality(
    gate: RowGate | undefined,
    columns: readonly CodedColumn[],
    items: Readonly<Record<string, ItemResponse>>,
    weight: WaveQuality["weight"],
  ): WaveQuality {
    const { reading } = this.#options;
    const { encoding, delimiter, sheet } = this.#source;
    const { fieldwork, tooFast } = gate?.facts ?? {};
    return {
      rowsRead: gate?.read ?? 0,
      kept: gate?.kept ?? 0,
      rejected: gate?.rejected ?? { duplicate: 0, ragged: 0, empty: 0, incomplete: 0 },
      ...(this.#layout?.isIncomplete ? { incomplete: gate?.incomplete ?? 0 } : {}),
      format: this.#layout?.format ?? reading.format ?? "plain",
      encoding,
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(sheet === undefined ? {} : { sheet }),
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
