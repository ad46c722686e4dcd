import { unknownDimensions } from "../panels/report.ts";
import type { WithheldPlaces } from "../survey/withheld-places.ts";
import type { PreparedSurvey } from "./prepared.ts";

/** What readers may download of a survey, for the analyst who publishes it. */
export interface Publishing {
  readonly survey: string;
  readonly publish: PreparedSurvey["survey"]["publish"];
  readonly minimum: number;
  readonly waves: readonly {
    readonly wave: string;
    readonly rows: number;
    readonly bytes: number;
    /** Rows of which a place is withheld, and by dimension how many places; absent where rows go out as they are. */
    readonly withheld?: WithheldPlaces;
  }[];
  /** Dimensions of which too little is left for readers to filter by. */
  readonly unfiltered: readonly string[];
  /** Whom the site is about, as MANYI_SCOPE says it; absent: everybody. */
  readonly scope?: string;
  /** Waves of which it holds averages of everybody else. */
  readonly averages?: readonly string[];
}

export function publishingOf({ survey, published, scope, outside }: PreparedSurvey): Publishing {
  return {
    survey: survey.id,
    publish: survey.publish,
    minimum: survey.base.minimum,
    waves: published.map(({ wave, layout, store, withheld }) => ({
      wave,
      rows: layout.rows,
      bytes: store.bytes,
      ...(withheld ? { withheld } : {}),
    })),
    unfiltered: published.length > 0 ? withheldDimensions(survey, published) : [],
    ...(scope === undefined ? {} : { scope }),
    ...(outside ? { averages: Object.keys(outside.figures.waves) } : {}),
  };
}

/** Filters of the codebook by which readers can't filter all the same; others were never to be filtered by. */
function withheldDimensions(
  survey: PreparedSurvey["survey"],
  waves: PreparedSurvey["published"],
): readonly string[] {
  return [...unknownDimensions({ survey, waves })].filter((id) => survey.filters.includes(id));
}

/** The same as lines for the terminal. */
export function publishingLines(publishing: Publishing): readonly string[] {
  return [...scopeLines(publishing), ...rowsLines(publishing)];
}

function scopeLines({ survey, scope, averages }: Publishing): readonly string[] {
  if (scope === undefined) return [];
  const others =
    averages === undefined
      ? "nothing of anybody else"
      : averages.length > 0
        ? `averages of everybody else (${averages.join(", ")})`
        : "no average of anybody else, as too few other groups would be in it";
  return [`${survey}: a site of ${scope} alone (MANYI_SCOPE), with ${others}.`];
}

function rowsLines({ survey, publish, minimum, waves, unfiltered }: Publishing): readonly string[] {
  const rows = waves.reduce((sum, wave) => sum + wave.rows, 0);
  if (publish === "pages")
    return [`${survey}: publish: pages — anybody can download pages and estimates, and no row.`];
  if (publish === "rows")
    return [
      `WARNING ${survey}: publish: rows — the coded answers of ${rows} respondents leave the house as they are, rare combinations and all: whoever has the address can download them and may know somebody by them. For anything but a closed network: publish: protected.`,
    ];
  const isTouched = waves.some(({ withheld }) => withheld?.whole || (withheld?.rows ?? 0) > 0);
  return [
    `${survey}: publish: protected — whoever has the address can download the coded answers of ${rows} respondents, without ids, texts and dates. Every combination of filters in them is shared by ${minimum} respondents of a wave or more${isTouched ? "; for that, places were withheld:" : ", as it is: nothing was withheld."}`,
    ...waves.flatMap(({ wave, rows: all, withheld }) => {
      if (withheld?.whole)
        return [`  ${wave}: no row goes out, as fewer than ${minimum} respondents answered`];
      const places = Object.entries(withheld?.places ?? {}).filter(([, count]) => count > 0);
      const by = places.map(([dimension, count]) => `${dimension} in ${count}`).join(", ");
      return isTouched
        ? [`  ${wave}: in ${withheld?.rows ?? 0} of ${all} rows${by === "" ? "" : `: ${by}`}`]
        : [];
    }),
    ...(unfiltered.length > 0
      ? [
          `  Readers can't filter by ${unfiltered.join(", ")}: more than a fifth of a wave's rows lack it. Pages and estimates have it all the same. Fewer or coarser \`filters\` leave more.`,
        ]
      : []),
  ];
}
