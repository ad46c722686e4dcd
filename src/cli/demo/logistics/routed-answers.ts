import { normal } from "../../../stats/random.ts";
import type { Experience } from "./experience.ts";
import { gradeCell } from "./rated-answers.ts";
import type { Respondent } from "./respondents.ts";
import { cannotSay, skipped } from "./special-cells.ts";

type Random = () => number;

/** What can go wrong, and how often it is part of a claim. */
const mishaps = {
  damage_broken: 0.58,
  damage_wet: 0.17,
  damage_lost: 0.14,
  damage_short: 0.21,
  damage_wrong: 0.09,
} as const;

type Mishap = keyof typeof mishaps;

/** Whether there was a claim, and what is asked of those only who say so. */
export function claimAnswers({ claim }: Experience, random: Random) {
  const unsure = random() < 0.012;
  const answer = unsure ? cannotSay : claim ? "1" : "2";
  if (!claim || unsure)
    return { claim: answer, claim_speed: skipped, claim_fair: skipped, ...flags(() => skipped) };
  return {
    claim: answer,
    claim_speed: gradeCell(claim.speed + 0.5 * normal(random), random),
    claim_fair: gradeCell(claim.fairness + 0.5 * normal(random), random),
    ...reasons(random),
  };
}

/** What went wrong: something did, and where nothing else was drawn it broke. */
function reasons(random: Random): Readonly<Record<Mishap, string>> {
  const ticked = flags((share) => (random() < share ? "1" : "0"));
  return Object.values(ticked).includes("1") ? ticked : { ...ticked, damage_broken: "1" };
}

function flags(cell: (share: number) => string): Readonly<Record<Mishap, string>> {
  return Object.fromEntries(
    Object.entries(mishaps).map(([mishap, share]) => [mishap, cell(share)]),
  ) as Record<Mishap, string>;
}

/** What is asked only of those who ship cold. */
export function coldChainAnswers({ byFactor }: Experience, { serviceLine }: Respondent, random: Random) {
  if (serviceLine !== "COLD") return { cold_temperature: skipped, cold_handling: skipped };
  return {
    cold_temperature: gradeCell(byFactor.safety + 0.5 * normal(random), random),
    cold_handling: gradeCell(byFactor.transit - 0.1 + 0.5 * normal(random), random),
  };
}
