import type { Ask, Counts, Group } from "../counts/request.ts";
import { type Facet, facetSizes, levelName } from "../panels/facets.ts";
import type { ListSizes } from "../panels/report.ts";
import type { StoreTable } from "../store/table.ts";
import { dimensionName } from "../survey/reading.ts";
import type { Survey } from "../survey/survey.ts";
import { everybody } from "../views/slice.ts";
import type { PublishedWave } from "./prepared.ts";

/** Reads columns of what is published of a wave. */
type Read = (wave: PublishedWave, columns: readonly string[]) => Promise<StoreTable>;

/** How many rows of what is published of a wave have each value that readers choose from (M34). */
export async function publishedSizes(
  { base }: Pick<Survey, "base">,
  wave: PublishedWave,
  facets: readonly Facet[],
  read: Read,
): Promise<ListSizes> {
  const held = ({ dimensions }: Facet) =>
    dimensions.every((id) => wave.layout.columns.includes(dimensionName(id)));
  const lists = facets.filter(held);
  const dimensions = [...new Set(lists.flatMap((facet) => facet.dimensions))];
  if (dimensions.length === 0) return {};
  const { columns, rows } = await read(wave, dimensions.map(dimensionName));
  const valuesOf = (dimension: string) => {
    const name = dimensionName(dimension);
    const column = columns.find((one) => one.name === name);
    const ids = wave.layout.dictionaries[name] ?? [];
    return Array.from({ length: rows }, (_, row) => ids[column?.values[row] ?? -1] ?? null);
  };
  const values = new Map(dimensions.map((id) => [id, valuesOf(id)]));
  return Object.assign(
    {},
    ...lists.map((list) => {
      const counts = levelsOf(list).map((by): Counts => {
        const paths = Array.from({ length: rows }, (_, row) => by.map((id) => values.get(id)?.[row] ?? null));
        return counted(wave.wave, by, paths);
      });
      return listSizes(list, counts, base.minimum);
    }),
  );
}

/**
 * How many of a wave have each value in all, by the rules of pages (M34), so that readers can be told how many are missing
 * from the rows. Undefined where nothing is withheld, or where pages don't tell how many are in a group; of levels that
 * pages show over several waves nothing is told of one.
 */
export async function publishedTotals(
  { base }: Pick<Survey, "base">,
  { wave, withheld, told }: Pick<PublishedWave, "wave" | "withheld" | "told">,
  facets: readonly Facet[],
  ask: Ask,
): Promise<ListSizes | undefined> {
  if (!told || !withheld || withheld.rows === 0) return undefined;
  const lists = facets.flatMap(({ dimensions }): readonly Facet[] => {
    const pooled = dimensions.findIndex((id) => base.pool?.[id] !== undefined);
    const known = pooled < 0 ? dimensions : dimensions.slice(0, pooled);
    return known.length > 0 ? [{ dimensions: known }] : [];
  });
  const totals = lists.map(async (list) => {
    const requests = levelsOf(list).map((by) => ({ questions: [], waves: [wave], by, slice: everybody }));
    return listSizes(list, await Promise.all(requests.map(ask)), base.minimum);
  });
  return Object.assign({}, ...(await Promise.all(totals)));
}

function levelsOf({ dimensions }: Facet): readonly (readonly string[])[] {
  return dimensions.map((_, level) => dimensions.slice(0, level + 1));
}

/** The sizes of a list's values, by the name of each of its levels. */
function listSizes(list: Facet, counts: readonly Counts[], minimum: number): ListSizes {
  const sizes = [...facetSizes(counts, minimum)];
  return Object.fromEntries(
    levelsOf(list).map((by) => [
      levelName(by),
      Object.fromEntries(
        sizes
          .filter(([key]) => (JSON.parse(key) as unknown[]).length === by.length)
          .map(([key, size]) => [key, size === "withheld" ? null : size]),
      ),
    ]),
  );
}

function counted(
  wave: string,
  by: readonly string[],
  paths: readonly (readonly (string | null)[])[],
): Counts {
  const groups = [...Map.groupBy(paths, (path) => JSON.stringify(path))].map(
    ([key, { length: n }]): Group => {
      return { wave, key: JSON.parse(key), rows: { n, m: n, w: n, w2: n }, tallies: new Map() };
    },
  );
  return { request: { questions: [], waves: [wave], by, slice: everybody }, groups };
}
