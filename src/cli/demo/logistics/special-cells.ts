/** What the export writes where there is no answer. */

/** 说不清, by its code … */
export const cannotSay = "9";
/** … but of a question where 9 is a grade, or a number of days. */
export const cannotSayOfTen = "99";
/** The question was not put to this respondent. */
export const skipped = "-3";
/** Stands between the choices of one cell. */
export const separator = "┋";
