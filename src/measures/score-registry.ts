/** A figure that is made of more than one question's answers, or of none. */
export interface ScoreMeasure {
  readonly name: string;
  /** Method id of the methods page. */
  readonly method: string;
  readonly unit: string;
}

/**
 * Figures beside those of single questions (`registry.ts`), the index and its factors, once each, as the open results
 * name them. national, five_to_one: a card; _after: less the deduction; _firms: mean over sampled firms; band: share of
 * respondents; sure: share of a band's respondents; the rest are exact.
 */
export const scoreMeasures = {
  national: { name: "national", method: "M03", unit: "index100" },
  nationalFirms: { name: "national_firms", method: "M03", unit: "index100" },
  nationalFirmsAfter: { name: "national_firms_after", method: "M05", unit: "index100" },
  firmsSampled: { name: "firms_sampled", method: "M03", unit: "firms" },
  firmsRequired: { name: "firms_required", method: "M03", unit: "firms" },
  fiveToOne: { name: "five_to_one", method: "M04", unit: "index100" },
  nationalAfter: { name: "national_after", method: "M05", unit: "index100" },
  fiveToOneAfter: { name: "five_to_one_after", method: "M05", unit: "index100" },
  deduction: { name: "deduction", method: "M05", unit: "index100" },
  required: { name: "sample_required", method: "M06", unit: "customers" },
  shortfall: { name: "sample_shortfall", method: "M06", unit: "customers" },
  responseRate: { name: "response_rate", method: "M06", unit: "proportion" },
  validRate: { name: "valid_rate", method: "M06", unit: "proportion" },
  margin: { name: "margin_of_error", method: "M06", unit: "proportion" },
  gap: { name: "gap", method: "M09", unit: "scale" },
  problems: { name: "pp100", method: "M11", unit: "per100" },
  band: { name: "band", method: "M18", unit: "proportion" },
  sure: { name: "sure", method: "M18", unit: "proportion" },
} as const satisfies Readonly<Record<string, ScoreMeasure>>;

export type ScoreMeasureName = (typeof scoreMeasures)[keyof typeof scoreMeasures]["name"];
