import type { Complaint, Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

type Bands = NonNullable<NonNullable<Codebook["models"]>["bands"]>["bands"];
type Placed = Bands[number] & { readonly at: number };
type What = Omit<Complaint, "value" | "rests">;

const path = ["models", "bands", "bands"];

/** From the lowest band up: none leaves the index, no two share a place of it, and no place is without a band (M18). */
export function checkRange(bands: Bands, most: number, notebook: Notebook): void {
  const sorted = bands
    .map((band, at): Placed => ({ ...band, at }))
    .toSorted((a, b) => (a.from ?? Number.NEGATIVE_INFINITY) - (b.from ?? Number.NEGATIVE_INFINITY));
  const tell = ({ at, id }: Placed, key: "from" | "to", what: What, rests: readonly KeyPath[]) =>
    notebook.stop([...path, at, key], {
      ...what,
      message: `"${id}" ${what.message}`,
      value: bands[at]?.[key],
      rests,
    });
  const neighbours = notebook.restsOnEach(path, bands.length, ["from", "to"]);
  const scale = [["index", "measure"]];
  sorted.forEach((band, place) => {
    const [before, next] = [sorted[place - 1], sorted[place + 1]];
    for (const key of ["from", "to"] as const) {
      const outside = outsideIndex(band, key, most);
      if (outside) tell(band, key, outside, [...scale, [...path, band.at, key]]);
    }
    const from = fromBeside(band, before);
    if (from) tell(band, "from", from, neighbours);
    const to = toBeside(band, next, most);
    if (to) tell(band, "to", to, [...scale, ...neighbours]);
  });
}

function outsideIndex(band: Placed, key: "from" | "to", most: number): What | undefined {
  const end = band[key];
  if (end === undefined || (end >= 0 && end <= most)) return undefined;
  return {
    message: `${key === "from" ? "starts" : "ends"} outside the index, which goes from 0 to ${most}`,
    expected: key === "from" ? `a number above 0, to ${most}` : `no to in the highest band, or ${most}`,
    mend:
      key === "from"
        ? "Write it on the index's own scale."
        : "Take it out, or write it on the index's own scale.",
  };
}

function fromBeside({ from }: Placed, before: Placed | undefined): What | undefined {
  if (!before)
    return from !== undefined && from > 0
      ? {
          message: `leaves a hole: nothing holds an index under ${from}`,
          expected: "no from in the lowest band",
          mend: "Take the from of the lowest band out, or add a band under it.",
        }
      : undefined;
  if (from === undefined)
    return {
      message: "overlaps: two bands have no lower end",
      expected: "from in every band but the lowest",
      mend: "Add from to one of the two.",
    };
  // The lowest starts at 0, whether that is written or not.
  if (from !== before.from && !(from === 0 && before.from === undefined)) return undefined;
  return {
    message: `overlaps "${before.id}": both start at ${from}`,
    expected: "a lower end of its own for every band",
    mend: "Correct one of the two.",
  };
}

function toBeside({ from = 0, to }: Placed, next: Placed | undefined, most: number): What | undefined {
  if (to === undefined) return undefined;
  if (to < from)
    return {
      message: `ends at ${to}, before it starts`,
      expected: `a number from ${from} on`,
      mend: "Correct one of the two; to can be left out.",
    };
  if (!next)
    return to < most
      ? {
          message: `leaves a hole: nothing holds an index over ${to}`,
          expected: `no to in the highest band, or ${most}`,
          mend: "Take it out.",
        }
      : undefined;
  if (next.from === undefined) return undefined;
  if (to >= next.from)
    return {
      message: `overlaps "${next.id}", which starts at ${next.from}`,
      expected: `a number under ${next.from}`,
      mend: "Correct one of the two; to can be left out.",
    };
  if (next.from - to <= 1) return undefined;
  return {
    message: `leaves a hole between ${to} and ${next.from}, where "${next.id}" starts`,
    expected: `the last whole point under ${next.from}`,
    mend: "Correct one of the two; to can be left out.",
  };
}
