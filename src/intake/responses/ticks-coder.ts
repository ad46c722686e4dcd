import { choiceName, type VariableReading } from "../../survey/reading.ts";
import { cleaner, plainNumber } from "./cleaning.ts";
import { missingCode } from "./coded-wave.ts";
import type { Coder, Locate } from "./coder.ts";
import { Growable } from "./growable.ts";
import { badCell, type ProblemLog, spell } from "./problem-log.ts";
import type { Row } from "./table.ts";
import { expectedTick, type Tick, tickOf } from "./tick.ts";

const tickCache = 10_000;

/** A multiple choice with one column a choice. */
export function choicesCoder(
  reading: Extract<VariableReading, { kind: "choices" }>,
  locate: Locate,
  log: ProblemLog,
): Coder | undefined {
  const located = reading.choices.map(({ column }) => (column === undefined ? undefined : locate(column)));
  if (located.every((column) => column === undefined)) return undefined;
  reading.choices.forEach(({ option, column }, at) => {
    if (located[at] || column === undefined) return;
    log.whole("note", {
      column,
      message: `The choice "${option}" has no column in this wave`,
      expected: `a column "${column}"`,
      mend: "Nothing, if this wave did not offer the choice; else correct the column.",
    });
  });
  const expectation = badCell(expectedTick(reading.mentioned));
  const tick = remembered(tickOf(reading.mentioned, cleaner(reading)));
  return ticksCoder(
    reading.name,
    located.map((column) => column !== undefined),
    reading.base,
    (row, ticks) => {
      let bad = false;
      located.forEach((column, at) => {
        if (!column) return;
        const cell = row.cells[column.place] ?? "";
        const found = tick(cell);
        if (found === "ticked") ticks[at] = 1;
        else if (found === "bad") {
          bad = true;
          log.cell(row.line, column.header, cell.trim(), expectation);
        }
      });
      return bad;
    },
  );
}

/** A multiple choice with one column a mention: each cell holds the code of a choice. */
export function mentionsCoder(
  reading: Extract<VariableReading, { kind: "mentions" }>,
  locate: Locate,
  log: ProblemLog,
): Coder | undefined {
  const clean = cleaner(reading);
  const located = reading.columns.flatMap((column) => locate(column) ?? []);
  if (located.length === 0) return undefined;
  const places = new Map(reading.options.map((id, place) => [id, place]));
  const expectation = badCell(`one of ${spell(reading.options)}`);
  return ticksCoder(
    reading.name,
    reading.options.map(() => true),
    reading.base,
    (row, ticks) => {
      let bad = false;
      for (const { header, place } of located) {
        const value = clean(row.cells[place] ?? "");
        if (value === undefined) continue;
        const at = places.get(value) ?? places.get(plainNumber(value));
        if (at !== undefined) ticks[at] = 1;
        else {
          bad = true;
          log.cell(row.line, header, value, expectation);
        }
      }
      return bad;
    },
  );
}

/**
 * The columns of a multiple choice: 1 ticked, 0 not, missing where the respondent is not in the base. The base is
 * those who ticked something; with base "asked" everybody who could have. A good tick wins over a bad cell: whoever
 * has both has answered, by the good ticks. Without a good tick a bad cell takes the respondent out of the base, for
 * nobody knows what it stood for. So answered (= the base) + missing + bad = rows, and `badRows` counts either kind.
 */
function ticksCoder(
  name: string,
  offered: readonly boolean[],
  base: "answered" | "asked",
  /** Ticks what the row mentions; true where a cell was bad. */
  fill: (row: Row, ticks: Uint8Array) => boolean,
): Coder {
  const columns = offered.map(() => new Growable((length) => new Uint16Array(length)));
  const ticks = new Uint8Array(offered.length);
  const response = { answered: 0, missing: 0, bad: 0 };
  let badRows = 0;
  return {
    name,
    code(row) {
      ticks.fill(0);
      const bad = fill(row, ticks);
      const counted = ticks.includes(1) || (base === "asked" && !bad);
      if (bad) badRows += 1;
      response[counted ? "answered" : bad ? "bad" : "missing"] += 1;
      columns.forEach((column, at) => {
        column.push(counted ? (ticks[at] ?? 0) : missingCode);
      });
    },
    finish: () => ({
      columns: columns.flatMap((column, at) =>
        offered[at] ? [{ name: choiceName(name, at), kind: "code" as const, values: column.values }] : [],
      ),
      dictionaries: {},
      response,
      badRows,
    }),
  };
}

function remembered(tick: (cell: string) => Tick): (cell: string) => Tick {
  const known = new Map<string, Tick>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const found = tick(cell);
    if (known.size < tickCache) known.set(cell, found);
    return found;
  };
}
