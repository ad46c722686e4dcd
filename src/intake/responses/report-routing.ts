import type { Condition, VariableReading } from "../../survey/reading.ts";
import { type ProblemLog, spell } from "./problem-log.ts";
import type { Routed } from "./routing.ts";

/** Share of a question's answers that may come from people who were not asked: more look like the wrong condition. */
const maskedLimit = 0.5;

/**
 * Says what became of answers of people who were not asked, and which conditions a wave can't tell. `lines`: by row,
 * the line of the file.
 */
export function reportRouting(
  routed: readonly Routed[],
  variables: readonly VariableReading[],
  { lines, log }: { readonly lines: Uint32Array; readonly log: ProblemLog },
): void {
  const readings = new Map(variables.map((reading) => [reading.name, reading]));
  for (const one of routed) {
    const conditions = readings.get(one.coded.name)?.asked ?? [];
    for (const condition of one.untold) reportUntold(one, condition, log);
    reportMasked(one, conditions, { lines, log });
  }
}

function reportUntold({ coded }: Routed, { variable }: Condition, log: ProblemLog): void {
  log.whole("note", {
    column: coded.name.slice(2),
    value: variable.slice(2),
    message: `This wave can't tell by "${variable.slice(2)}" who was asked: everybody who answered counts`,
    expected: `the columns of "${variable.slice(2)}", on which the condition stands`,
    mend: "Nothing, if the wave does not have them; else correct their names.",
  });
}

function reportMasked(
  { coded, masked, answers }: Routed,
  conditions: readonly Condition[],
  { lines, log }: { readonly lines: Uint32Array; readonly log: ProblemLog },
): void {
  const column = coded.name.slice(2);
  const asked = conditions.map(({ variable, values }) => `${variable.slice(2)} is ${spell(values)}`);
  const expected = `answers only where ${asked.join(" and ")}`;
  for (const row of masked)
    log.unasked(lines[row] ?? 0, column, {
      message: "There are answers of respondents who were not asked; they do not count",
      expected,
      mend: "Nothing, if they answered by mistake; else correct the condition (`asked`), or the column that it stands on.",
    });
  if (masked.length <= maskedLimit * answers) return;
  log.whole("stop", {
    column,
    message: `${masked.length} of ${answers} answers come from respondents who were not asked: the condition looks wrong`,
    expected,
    mend: "Correct the condition (`asked`) of the question, or the codes of the column that it stands on.",
  });
}
