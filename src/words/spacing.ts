const han = "\\p{Script=Han}";
const stop = "[，。；：、！？]";
const latin = "[A-Za-z0-9%+\u2212]";

/** A year and its quarter or half: “2024 年第三季度” stays on one line. */
const periods = /(\d{4}) (年(?=第|[上下]半年))/gu;
/** An arrow and the amount behind it stay together, too. */
const arrows = /([▲▼]) (?=[+\u2212-]?\d)/gu;

/** A space between Chinese characters and Latin letters or figures, and none between two Chinese characters or after a Chinese stop. */
export function spaced(text: string): string {
  return text
    .replace(new RegExp(`(${han}) +(?=${han})`, "gu"), "$1")
    .replace(new RegExp(`(${stop}) +`, "gu"), "$1")
    .replace(new RegExp(`(${han})(?=${latin})`, "gu"), "$1 ")
    .replace(new RegExp(`(${latin})(?=${han})`, "gu"), "$1 ")
    .replace(periods, "$1\u00a0$2")
    .replace(arrows, "$1\u00a0");
}
