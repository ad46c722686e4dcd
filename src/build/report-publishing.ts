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
    readonly withheld?: { readonly rows: number; readonly places: Readonly<Record<string, number>> };
  }[];
}

export function publishingOf({ survey, published }: PreparedSurvey): Publishing {
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
  };
}

/** The same as lines for the terminal. */
export function publishingLines({ survey, publish, minimum, waves }: Publishing): readonly string[] {
  const rows = waves.reduce((sum, wave) => sum + wave.rows, 0);
  if (publish === "pages")
    return [`${survey}: publish: pages — nothing but pages and estimates leaves the house.`];
  if (publish === "rows")
    return [
      `WARNING ${survey}: publish: rows — the coded answers of ${rows} respondents leave the house as they are; whoever has the address can download them. For anything but a closed network: publish: protected.`,
    ];
  return [
    `${survey}: publish: protected — ${rows} coded rows, every combination of filters shared by ${minimum} or none`,
    ...waves.map(({ wave, rows: all, withheld }) => {
      const places = Object.entries(withheld?.places ?? {}).filter(([, count]) => count > 0);
      const by = places.map(([dimension, count]) => `${dimension} ${count}`).join(", ");
      return `  ${wave}: of ${all} rows ${withheld?.rows ?? 0} without a place${by === "" ? "" : `: ${by}`}`;
    }),
  ];
}
