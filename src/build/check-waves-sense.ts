import type { Problem } from "../survey/problem.ts";
import { dimensionName } from "../survey/reading.ts";
import type { Survey } from "../survey/survey.ts";
import type { PreparedWave } from "./prepared.ts";

/** What only shows when the answers are there: more of them than people were invited, levels upside down. */
export function checkWavesSense(
  survey: Survey,
  waves: readonly PreparedWave[],
  codebook: string,
): readonly Problem[] {
  return [...moreThanInvited(survey, waves, codebook), ...levelsUpsideDown(survey, waves, codebook)];
}

function moreThanInvited(
  survey: Survey,
  waves: readonly PreparedWave[],
  codebook: string,
): readonly Problem[] {
  return waves.flatMap(({ wave, quality }): readonly Problem[] => {
    const place = survey.waves.findIndex(({ id }) => id === wave);
    const invited = survey.waves[place]?.invited;
    if (invited === undefined || invited >= quality.kept) return [];
    return [
      {
        severity: "stop",
        file: codebook,
        column: `waves[${place}].invited`,
        value: String(invited),
        message: `${quality.kept} people answered, more than were invited`,
        expected: `at least ${quality.kept}`,
        mend: "Correct the number, or take it out where it is not known.",
      },
    ];
  });
}

/** A level below another has fewer groups. */
function levelsUpsideDown(
  { hierarchy }: Survey,
  waves: readonly PreparedWave[],
  codebook: string,
): readonly Problem[] {
  return hierarchy.flatMap((level, at): readonly Problem[] => {
    const names = [hierarchy[at - 1] ?? "", level].map(dimensionName);
    const both = waves.filter(({ layout }) => names.every((name) => layout.dictionaries[name]));
    const [above = 0, below = 0] = names.map(
      (name) => new Set(both.flatMap(({ layout }) => layout.dictionaries[name] ?? [])).size,
    );
    // One fewer may be a group without any below it.
    if (at === 0 || below >= above - 1) return [];
    return [
      {
        severity: "note",
        file: codebook,
        column: `hierarchy[${at}]`,
        value: level,
        message: `"${level}" has ${below} groups and stands below "${hierarchy[at - 1]}", which has ${above}`,
        expected: "the widest level first",
        mend: "Turn the levels round, unless this is meant.",
      },
    ];
  });
}
