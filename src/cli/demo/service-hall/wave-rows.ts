import { seededRandom } from "../../../stats/random.ts";
import { numberedRows } from "../numbered-rows.ts";
import { customerCells, gradedCells, minutesCell } from "./answers.ts";
import { fieldwork, type Stratum } from "./fieldwork.ts";
import { type Wave, workingDay } from "./waves.ts";

/** A wave's rows in the order of the days, and its strata. */
export function waveRows(wave: Wave) {
  const random = seededRandom(wave.seed);
  const strata: readonly Stratum[] = fieldwork(wave, random);
  const answered = strata.flatMap(({ firm, returned }) =>
    Array.from({ length: returned }, () => {
      const cells = {
        date: workingDay(wave, Math.floor(10 * random())),
        industry: firm.industry,
        firm: firm.code,
        ...customerCells(random),
        ...gradedCells(firm, wave, random),
        minutes: minutesCell(firm, wave, random),
      };
      return { when: cells.date, order: random(), cells };
    }),
  );
  return { rows: numberedRows(answered, `K${wave.year % 100}`), strata };
}
