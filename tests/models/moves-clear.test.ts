import { describe, expect, test } from "vitest";
import { verdictsOf } from "../../src/measures/difference.ts";
import {
  type ClearBranch,
  type ClearCell,
  claimsOfLevel,
  clearBranches,
  clearCells,
} from "../../src/models/moves/clear-walk.ts";
import { indexFigure } from "../../src/models/moves/index-figure.ts";
import { moves } from "../../src/models/moves.ts";
import type { Row } from "../counts/ask-rows.ts";
import { items } from "../measures/index/index-survey.ts";
import { pairsBy, placedDefinition, placedSurvey } from "./placed-rows.ts";

/** Four cities of sixty people a wave, two a region; `falls`: grades off factor f (a, b) in the later wave. */
function levelOf(
  falls: Readonly<Record<string, number>>,
  cities: readonly string[] = ["n1", "n2", "s1", "s2"],
) {
  const rows = ["w1", "w2"].flatMap((wave) =>
    cities.flatMap((city) =>
      Array.from({ length: 60 }, (_, at): Row => {
        const off = wave === "w2" ? (falls[city] ?? 0) : 0;
        const answers = items.map((id, place) => [
          id,
          5 + ((at + place * 7) % 4) - (["a", "b"].includes(id) ? off : 0),
        ]);
        return {
          wave,
          places: { region: city[0] === "n" ? "north" : "south", city },
          answers: Object.fromEntries(answers),
        };
      }),
    ),
  );
  const figure = indexFigure(pairsBy(rows, ["region", "city"]), {
    definitionOf: () => placedDefinition,
    base: placedSurvey.base,
  });
  const found = moves(figure, { from: "w1", to: "w2", minimum: 5 });
  if (found.status !== "split") throw new Error(found.reason);
  return found.level;
}

function walked(falls: Readonly<Record<string, number>>, cities?: readonly string[]) {
  const level = levelOf(falls, cities);
  const judge = verdictsOf(claimsOfLevel(level));
  const isClear = (difference: Parameters<typeof judge>[0]) => judge(difference) !== "unclear";
  const branch = ({ line, under }: ClearBranch): unknown => [line.id, ...under.map(branch)];
  const cell = ({ line, move, under }: ClearCell): unknown => [
    `${line.id} ${move.member}`,
    ...under.map(cell),
  ];
  return {
    branches: clearBranches(level, isClear).map(branch),
    cells: clearCells(level, isClear).map(cell),
  };
}

describe("what is clear, down the hierarchy", () => {
  test("leads to the city and the factor that fell", () => {
    expect(walked({ s2: 3 })).toEqual({
      branches: [["south", ["s2"]]],
      cells: [["south f", ["s2 f"]]],
    });
  });

  test("nothing where nothing moved", () => {
    expect(walked({})).toEqual({ branches: [], cells: [] });
  });

  test("does not look into a region that stands still, though its cities moved against each other", () => {
    expect(walked({ s1: 3, s2: -3 })).toEqual({ branches: [], cells: [] });
  });

  test("leaves out a city that went the other way than its region", () => {
    expect(walked({ n1: 4, n2: -1 })).toEqual({
      branches: [["north", ["n1"]]],
      cells: [["north f", ["n1 f"]]],
    });
  });

  test("does not name the only city of a region once more: its respondents are the region's", () => {
    expect(walked({ s2: 3 }, ["n1", "n2", "s2"])).toEqual({
      branches: [["south"]],
      cells: [["south f"]],
    });
  });

  test("what is under a region is judged by itself: its family names the region", () => {
    const families = claimsOfLevel(levelOf({ s2: 3 })).flatMap((claim) =>
      claim.status === "tested" ? claim.families.map(({ kind, of }) => `${kind} ${of}`) : [],
    );
    expect([...new Set(families)].toSorted()).toEqual(["moves csi ", "moves csi  north", "moves csi  south"]);
  });
});
