import type { WaveLayout } from "../counts/sql.ts";
import { branchTree } from "../survey/branches.ts";
import { dimensionName } from "../survey/reading.ts";
import type { Survey } from "../survey/survey.ts";
import type { WithheldPlaces } from "../survey/withheld-places.ts";
import type { ReportContext } from "./context.ts";
import type { ReportFacts } from "./page-context.ts";

/** What is published compressed by gzip. */
export interface ReportFile {
  /** Address from the site's root. */
  readonly file: string;
  /** As published. */
  readonly bytes: number;
  /** Where some hosts would refuse it as one file: those that hold it, one after the other. `file` is then none itself. */
  readonly parts?: readonly Omit<ReportFile, "parts">[];
  /** Of what comes out. */
  readonly inflated: number;
}

/** A wave's rows as they may be downloaded. */
export interface ReportWave extends ReportFile {
  readonly layout: Omit<WaveLayout, "relation">;
  /** Rows of which a place is withheld, and places by dimension (M34); absent where rows go out as they are. */
  readonly withheld?: WithheldPlaces;
  /**
   * How many of its rows have each value that readers choose from: by name of the list and path of the value, null where
   * withheld. So that a list of filters can be opened before anything counts.
   */
  readonly sizes?: ListSizes;
  /**
   * How many have each of these values in all, by the same names: as pages tell it, null where they don't. Whoever is
   * missing of a value from the rows is the difference. Absent where nobody is missing, or pages don't tell.
   */
  readonly totals?: ListSizes;
}

/** Numbers of rows by name of a list and path of a value; null where withheld. */
export type ListSizes = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** What a reader's browser needs to make a page of a survey anew, for any view: `/<survey>/report.json`. */
export interface PublishedReport
  extends Pick<ReportContext, "survey" | "responses" | "strata" | "items" | "outside"> {
  readonly format: 1;
  readonly dataVersion: string;
  /** Paths of the lowest branches, from the widest level down. */
  readonly branches: readonly (readonly string[])[];
  readonly weightedWaves: readonly string[];
  readonly waves: readonly ReportWave[];
  /** False where readers' browsers shall keep nothing; absent where they may. */
  readonly keeps?: false;
  /** Absent where nothing may be downloaded. */
  readonly engine?: { readonly worker: ReportFile; readonly module: ReportFile };
}

/** The part of a page's context that is the same for all pages of a survey and both languages. */
export function reportContext({
  survey,
  branches,
  weightedWaves,
  responses,
  strata = [],
  items,
  outside,
}: PublishedReport): ReportFacts {
  return {
    survey,
    tree: branchTree(survey, branches),
    weightedWaves: new Set(weightedWaves),
    responses,
    strata,
    items,
    ...(outside ? { outside } : {}),
  };
}

/** From this share of a wave's rows on without a public place, nothing is told of a dimension: the rest is not like all. */
export const mostWithheld = 0.2;

/** Dimensions of which too little is published to count by them (M34), or nothing at all. */
export function unknownDimensions({
  survey,
  waves,
}: Pick<PublishedReport, "survey"> & {
  readonly waves: readonly Pick<ReportWave, "layout" | "withheld">[];
}): ReadonlySet<string> {
  const isUnknown = (id: string) =>
    waves.every(({ layout }) => !layout.columns.includes(dimensionName(id))) ||
    waves.some(
      ({ layout: { rows }, withheld }) =>
        withheld?.whole || (withheld?.places[id] ?? 0) > mostWithheld * rows,
    );
  return new Set(survey.dimensions.flatMap(({ id }) => (isUnknown(id) ? [id] : [])));
}

/** Dimensions that the codebook does not let readers filter by. */
export function unfilteredDimensions({
  dimensions,
  filters,
}: Pick<Survey, "dimensions" | "filters">): readonly string[] {
  return dimensions.map(({ id }) => id).filter((id) => !filters.includes(id));
}

/** Counts of answers under the survey's minimum are nobody's to know (M34): what would tell them is left out. */
export function publishedItems(
  items: ReportContext["items"],
  { base }: Pick<Survey, "base">,
): ReportContext["items"] {
  return Object.fromEntries(
    Object.entries(items).map(([wave, ofWave]) => [
      wave,
      Object.fromEntries(
        Object.entries(ofWave).filter(([, { answered }]) => answered === 0 || answered >= base.minimum),
      ),
    ]),
  );
}
