import type { Counts, Group } from "../counts/request.ts";
import { type Facet, facetSizes, levelName } from "../panels/facets.ts";
import type { ReportWave } from "../panels/report.ts";
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
): Promise<NonNullable<ReportWave["sizes"]>> {
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
  return Object.fromEntries(
    lists.flatMap((list) => {
      const levels = list.dimensions.map((_, level) => list.dimensions.slice(0, level + 1));
      const counts = levels.map((by): Counts => {
        const paths = Array.from({ length: rows }, (_, row) => by.map((id) => values.get(id)?.[row] ?? null));
        return counted(wave.wave, by, paths);
      });
      const sizes = [...facetSizes(counts, base.minimum)];
      return levels.map((by, level) => [
        levelName(by),
        Object.fromEntries(
          sizes
            .filter(([key]) => (JSON.parse(key) as unknown[]).length === level + 1)
            .map(([key, size]) => [key, size === "withheld" ? null : size]),
        ),
      ]);
    }),
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
