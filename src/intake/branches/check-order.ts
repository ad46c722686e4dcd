import { shiftDay } from "../../survey/calendar.ts";
import { byBranch, type Fault, type WrittenState } from "./written-state.ts";

/** The states of one branch follow each other day by day, and only the last one leads into another branch. */
export function checkOrder(states: readonly WrittenState[]): readonly Fault[] {
  return byBranch(states).flatMap((rows) => {
    const own = rows.flatMap(checkPeriod);
    if (own.length > 0 || rows.some(({ isDated }) => !isDated)) return own;
    return rows.flatMap((row, at) => {
      const next = rows[at + 1];
      return next ? checkNext(row, next) : [];
    });
  });
}

function checkPeriod({ line, from, until, into }: WrittenState): readonly Fault[] {
  const faults: Fault[] = [];
  if (from !== undefined && until !== undefined && from > until)
    faults.push({
      ...{ line, column: "until", value: until },
      message: "The state ends before it begins",
      expected: `${from} or a later day`,
      mend: "Correct the dates; `until` is the last day of the state.",
    });
  if (into !== undefined && until === undefined)
    faults.push({
      ...{ line, column: "into", value: into },
      message: "The branch goes into another, but it is not said when",
      expected: "the last day of its own in `until`",
      mend: "Add the day in `until`.",
    });
  return faults;
}

function checkNext(row: WrittenState, next: WrittenState): readonly Fault[] {
  const dayBefore = next.from === undefined ? undefined : shiftDay(next.from, -1);
  const at = (column: "from" | "until" | "into", { line }: WrittenState, value: string | undefined) => ({
    ...{ line, column, value: value ?? "" },
  });
  if (row.from === next.from)
    return [
      {
        ...at("from", next, next.from),
        message: `The state of line ${row.line} stands here again`,
        expected: "every state of a branch once",
        mend: "Take one of the two out, or give them days of their own.",
      },
    ];
  if (row.into !== undefined)
    return [
      {
        ...at("into", row, row.into),
        message: `The branch goes into another, and has a state of its own afterwards in line ${next.line}`,
        expected: "`into` in the last state of a branch only",
        mend: "Take `into` or the later state out.",
      },
    ];
  if (row.until === dayBefore) return [];
  const overlaps = row.until === undefined || row.until > (dayBefore ?? "");
  return [
    {
      ...at("until", row, row.until),
      message: overlaps
        ? `The state overlaps with the one of line ${next.line}`
        : `There is a gap between this state and the one of line ${next.line}`,
      expected: `${dayBefore}, the day before the next state begins`,
      mend: "Correct the dates; `until` is the last day of a state.",
    },
  ];
}
