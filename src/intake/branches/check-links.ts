import { shiftDay } from "../../survey/calendar.ts";
import { suggestion } from "../../survey/nearest.ts";
import type { Fault, WrittenState } from "./written-state.ts";

export interface Levels {
  /** Dimension ids, widest first. */
  readonly levels: readonly string[];
  /** Codes that the codebook labels, by level: the widest level may be left to them. */
  readonly labelled: readonly (readonly string[])[];
}

/** What a row names, its parent and the branch that it goes into, must be there, on the right level. */
export function checkLinks(states: readonly WrittenState[], levels: Levels): readonly Fault[] {
  const idsOn = levels.levels.map(
    (_, level) => new Set(states.flatMap((state) => (state.level === level ? state.id : []))),
  );
  const inCircle = circles(states);
  return states.flatMap((state) => [
    ...checkParent(state, idsOn, levels),
    ...(inCircle.has(state) ? [circle(state)] : checkInto(state, states, idsOn, levels)),
  ]);
}

function checkParent(
  { line, level, parent }: WrittenState,
  idsOn: readonly ReadonlySet<string>[],
  { levels, labelled }: Levels,
): readonly Fault[] {
  const above = levels[level - 1];
  const fault = { line, column: "parent", value: parent ?? "" };
  if (above === undefined)
    return parent === undefined
      ? []
      : [
          {
            ...fault,
            message: "A branch of the widest level has no parent",
            expected: "a blank cell",
            mend: "Take the parent out, or correct the level.",
          },
        ];
  const expected = `a branch of the level ${above}`;
  if (parent === undefined)
    return [
      {
        ...fault,
        message: "The branch has no parent",
        expected,
        mend: `Name the ${above} that it belongs to.`,
      },
    ];
  const known = parentsOn(level - 1, idsOn, labelled);
  if (known === undefined || known.includes(parent)) return [];
  return [{ ...fault, ...unknown(parent, known, idsOn, { expected, levels, what: "parent" }) }];
}

/** Codes that may be parents; undefined where nothing is known of the level. */
function parentsOn(
  level: number,
  idsOn: readonly ReadonlySet<string>[],
  labelled: Levels["labelled"],
): readonly string[] | undefined {
  const ids = [...(idsOn[level] ?? [])];
  if (level > 0 || ids.length > 0) return ids;
  const labels = labelled[level] ?? [];
  return labels.length > 0 ? labels : undefined;
}

function unknown(
  id: string,
  known: readonly string[],
  idsOn: readonly ReadonlySet<string>[],
  {
    expected,
    levels,
    what,
  }: { readonly expected: string; readonly levels: readonly string[]; readonly what: string },
): Pick<Fault, "message" | "expected" | "mend"> {
  const elsewhere = levels.find((_, level) => idsOn[level]?.has(id));
  return {
    message:
      elsewhere === undefined
        ? `There is no such ${what} in the file of branches`
        : `The ${what} stands on the level ${elsewhere}`,
    expected,
    mend: suggestion(id, known, "Correct the code, or add a row for it."),
  };
}

function checkInto(
  { line, level, id, until, into }: WrittenState,
  states: readonly WrittenState[],
  idsOn: readonly ReadonlySet<string>[],
  { levels }: Levels,
): readonly Fault[] {
  if (into === undefined) return [];
  const fault = { line, column: "into", value: into };
  const ids = [...(idsOn[level] ?? [])].filter((other) => other !== id);
  const expected = `another branch of the level ${levels[level]}`;
  if (into === id)
    return [{ ...fault, message: "The branch goes into itself", expected, mend: "Name another branch." }];
  if (!ids.includes(into))
    return [{ ...fault, ...unknown(into, ids, idsOn, { expected, levels, what: "branch" }) }];
  if (until === undefined || isThere(states, { level, id: into }, until)) return [];
  return [
    {
      ...fault,
      message: "The branch goes into one that is not open then",
      expected: `a branch that is open on ${until} or the day after`,
      mend: "Correct the dates, or name the branch that took it over.",
    },
  ];
}

function isThere(
  states: readonly WrittenState[],
  { level, id }: Pick<WrittenState, "level" | "id">,
  day: string,
): boolean {
  const next = shiftDay(day, 1);
  return states.some(
    (state) =>
      state.level === level &&
      state.id === id &&
      (!state.isDated || ((state.from ?? "") <= next && (state.until ?? next) >= day)),
  );
}

/** The states whose branches lead, one into the other, back to themselves. */
function circles(states: readonly WrittenState[]): ReadonlySet<WrittenState> {
  const leading = states.filter(({ id, into }) => into !== undefined && into !== id);
  const nextOf = (state: WrittenState) =>
    leading.find(({ level, id }) => level === state.level && id === state.into);
  const found = leading.filter((start) => {
    let at = nextOf(start);
    for (let step = 0; at && at !== start && step < leading.length; step++) at = nextOf(at);
    return at === start;
  });
  return new Set(found);
}

function circle({ line, into = "" }: WrittenState): Fault {
  return {
    ...{ line, column: "into", value: into },
    message: "The branches go into each other in a circle",
    expected: "a branch that stays, at the end of every chain",
    mend: "Correct one of the branches of the circle.",
  };
}
