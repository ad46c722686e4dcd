import { type Survey, waveIds } from "../survey/survey.ts";
import { wavesText } from "../survey/waves-text.ts";
import { type View, wavesOf } from "./view.ts";

/** Waves in a row that a view shows as one, oldest first; one wave alone keeps its id. */
export interface Pool {
  readonly id: string;
  readonly waves: readonly string[];
}

/**
 * All waves of a survey as a view takes them together, oldest first: its own, those that it is set against, and before,
 * between and after them as many at a time as it takes itself; what is left over at an early end stands together alone.
 * Empty where the view takes no waves together.
 * @param wave the page's own, of a view that names none
 */
export function poolsOf(survey: Pick<Survey, "waves">, view: View, wave: string): readonly Pool[] {
  const order = waveIds(survey);
  const own = ownWaves(survey, view, wave);
  const other = versusWaves(survey, view, wave) ?? [];
  if (own.length <= 1 && other.length <= 1) return [];
  const runs = [own, other]
    .filter((run) => run.length > 0)
    .toSorted((a, b) => order.indexOf(a[0] ?? "") - order.indexOf(b[0] ?? ""));
  const pools: (readonly string[])[] = [];
  let from = 0;
  for (const run of runs) {
    const start = order.indexOf(run[0] ?? "");
    pools.push(...fromTheEnd(order.slice(from, start), own.length), run);
    from = start + run.length;
  }
  pools.push(...fromTheStart(order.slice(from), own.length));
  return pools.map((waves) => ({ id: wavesText(waves), waves }));
}

/** The waves that a view shows on a page. */
export function ownWaves(survey: Pick<Survey, "waves">, view: View, wave: string): readonly string[] {
  return view.waves ? wavesOf(survey, view) : [wave];
}

/** The waves that a view is set against; undefined where that is none, or none that it does not show itself. */
export function versusWaves(
  survey: Pick<Survey, "waves">,
  view: View,
  wave: string,
): readonly string[] | undefined {
  const { versus } = view;
  if (versus.kind !== "wave") return undefined;
  const waves = wavesOf(survey, { waves: [versus.wave, versus.until ?? versus.wave] });
  const own = ownWaves(survey, view, wave);
  return waves.length === 0 || waves.some((one) => own.includes(one)) ? undefined : waves;
}

function fromTheEnd(waves: readonly string[], size: number): readonly (readonly string[])[] {
  const first = waves.length % size;
  return [...(first > 0 ? [waves.slice(0, first)] : []), ...fromTheStart(waves.slice(first), size)];
}

function fromTheStart(waves: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(waves.length / size) }, (_, at) =>
    waves.slice(at * size, (at + 1) * size),
  );
}
