import type { Population } from "../population/read-population.ts";
import type { ProblemLog } from "../responses/problem-log.ts";
import { place } from "./place.ts";
import type { WaveNetwork } from "./standing.ts";

/**
 * Puts a wave's population on today's network as its answers are: people under an old code belong to the branch that
 * took it over. A level that the file leaves out stays out.
 */
export function placePopulation(population: Population, wave: WaveNetwork, log: ProblemLog): Population {
  const { levels } = wave.network;
  const cells = population.cells.map((cell) => {
    const found = place(
      levels.map((level) => cell.place[level]),
      wave,
    );
    for (const { level, id, ...what } of found.remarks) log.note(cell.line, levels[level] ?? "", id, what);
    const moved = levels.flatMap((level, depth) => {
      const id = found.ids[depth];
      return cell.place[level] === undefined || id === undefined ? [] : [[level, id]];
    });
    return { ...cell, place: { ...cell.place, ...Object.fromEntries(moved) } };
  });
  return { ...population, cells };
}
