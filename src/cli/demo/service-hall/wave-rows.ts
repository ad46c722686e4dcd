import { seededRandom } from "../../../stats/random.ts";
import { numberedRows } from "../numbered-rows.ts";
import { customerCells, gradedCells, minutesCell, phoneCells } from "./answers.ts";
import { fieldwork, type Stratum } from "./fieldwork.ts";
import { type Wave, workingDay } from "./waves.ts";

const besidesSeed = 7_000_000;

/** A wave's rows in the order of the days, and its strata. */
export function waveRows(wave: Wave) {
  const random = seededRandom(wave.seed);
  // A stream of its own, so that no other cell hangs on these.
  const besides = seededRandom(wave.seed + besidesSeed);
  const strata: readonly Stratum[] = fieldwork(wave, random);
  const answered = strata.flatMap(({ firm, returned }) =>
    Array.from({ length: returned }, () => {
      const date = workingDay(wave, Math.floor(10 * random()));
      const customer = customerCells(random);
      const { mood, cells: graded } = gradedCells(firm, wave, random);
      const cells = {
        date,
        industry: firm.industry,
        firm: firm.code,
        ...customer,
        ...graded,
        minutes: minutesCell(firm, wave, random),
        ...phoneCells(customer.channel, mood, besides),
      };
      return { when: cells.date, order: random(), cells };
    }),
  );
  return { rows: numberedRows(answered, `K${wave.year % 100}`), strata };
}
