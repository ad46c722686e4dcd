import type { Survey } from "../survey/survey.ts";
import { type CodedRows, type ProtectedRows, protectRows } from "./protect-rows.ts";

/**
 * M34 for waves of which pages show some figures together (M35). A branch that is shown over several waves, and of which
 * the rows of one wave hold nothing, must not stand in the rows of another: all of it less what the rows hold would tell
 * of the few in that wave.
 * @param waves reads a wave's rows, as often as need be: they are many
 * @param use is handed every wave's rows once, when they are what may be published
 */
export async function protectTogether<Used>(
  survey: Survey,
  waves: readonly (() => Promise<CodedRows>)[],
  use: (found: ProtectedRows, at: number) => Promise<Used>,
): Promise<readonly Used[]> {
  const pooled = Object.keys(survey.base.pool ?? {});
  const never = new Map(pooled.map((level) => [level, new Set<string>()]));
  for (;;) {
    const used: Used[] = [];
    let hasGrown = false;
    for (const [at, read] of waves.entries()) {
      const found = protectRows(survey, await read(), Object.fromEntries(never));
      for (const [level, values] of never)
        for (const value of found.vanished[level] ?? []) {
          if (!values.has(value)) hasGrown = true;
          values.add(value);
        }
      if (!hasGrown) used.push(await use(found, at));
    }
    if (!hasGrown) return used;
  }
}
