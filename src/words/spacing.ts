const han = "\\p{Script=Han}";
const stop = "[，。；：、！？]";
const latin = "[A-Za-z0-9%+\u2212]";

/** A space between Chinese characters and Latin letters or figures, and none between two Chinese characters or after a Chinese stop. */
export function spaced(text: string): string {
  return text
    .replace(new RegExp(`(${han}) +(?=${han})`, "gu"), "$1")
    .replace(new RegExp(`(${stop}) +`, "gu"), "$1")
    .replace(new RegExp(`(${han})(?=${latin})`, "gu"), "$1 ")
    .replace(new RegExp(`(${latin})(?=${han})`, "gu"), "$1 ");
}
