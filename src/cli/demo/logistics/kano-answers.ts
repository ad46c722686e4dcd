import { answerCell, type Silence } from "../answer-cell.ts";
import { pick, pickEvenly } from "../draws.ts";
import type { Respondent } from "./respondents.ts";
import { cannotSay } from "./special-cells.ts";
import { type KanoCategory, type KanoFeature, kanoShares, kanoSharesOf } from "./stories.ts";

/** Code of the answer if the feature is there, and if it is not: 1 I like it, 2 I expect it … 5 I dislike it. */
type Legs = readonly [functional: number, dysfunctional: number];

/** The cells of Kano's table (Kano et al. 1984), by category. Of the middling answers the likelier stand twice. */
const table: Readonly<Record<KanoCategory, readonly [Legs, ...Legs[]]>> = {
  A: [
    [1, 3],
    [1, 3],
    [1, 4],
    [1, 2],
  ],
  O: [[1, 5]],
  M: [
    [2, 5],
    [2, 5],
    [3, 5],
    [4, 5],
  ],
  I: [
    [3, 3],
    [3, 3],
    [2, 3],
    [2, 4],
    [3, 4],
    [2, 2],
    [4, 4],
  ],
  R: [
    [5, 1],
    [5, 3],
    [5, 2],
    [4, 1],
    [3, 1],
  ],
  Q: [
    [1, 1],
    [5, 5],
  ],
};

const silence: Silence = { blank: 0.015, unsure: 0.02, cannotSay };

type KanoCells = Readonly<Record<`kano_${KanoFeature}_${"with" | "without"}`, string>>;

/** Both answers about each feature. */
export function kanoAnswers({ serviceLine }: Respondent, random: () => number): KanoCells {
  const features = Object.keys(kanoShares) as readonly KanoFeature[];
  const cells = features.flatMap((feature) => {
    const category = pick(kanoSharesOf(feature, serviceLine === "COLD"), random);
    const [functional, dysfunctional] = pickEvenly(table[category], random);
    return [
      [`kano_${feature}_with`, answerCell(functional, silence, random)],
      [`kano_${feature}_without`, answerCell(dysfunctional, silence, random)],
    ] as const;
  });
  return Object.fromEntries(cells) as KanoCells;
}
