/** The interface languages. A survey's own texts exist in each of them (see {@link Text}). */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** A text of the survey, whole in every language: where the codebook gives one language only, it stands in both. */
export type Text = Readonly<Record<Language, string>>;

/** The same words in every language, for names that are not translated. */
export function sameText(value: string): Text {
  return { en: value, zh: value };
}
