/** Words of an answer without what does not matter: capitals, signs, remarks in brackets or after a dash. */
export function plainWords(value: string): string {
  return value
    .toLowerCase()
    .replace(/\s*[（(][^）)]*[）)]\s*/g, " ")
    .replace(/\s+--+\s.*$|\s+[–—]\s.*$/, "")
    .replace(/[’‘]/g, "'")
    .replace(/[.!。！…]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

const noAnswer = new RegExp(
  [
    /^(n\/?a\.?|#n\/a|#div\/0!|#value!|#ref!|nan|null|blank|missing|not applicable|not asked|no answer|no response|refused|declined|skipped)$/,
    /^(-+|\?+|\.+|\(空\)|（空）|空|\(跳过\)|跳过)$/,
    /^(i )?(do ?n[o']?t|do not|can't|cannot) (know|say|remember|recall)\b.*|^unfamiliar\b.*|^not sure$|^unsure$|^no opinion$/,
    /^(i )?(prefer|would rather|rather) not( to)?\b.*|^prefer not to (answer|say)$/,
    /^(i (know but )?)?(have )?(never|not) used( this \w+)?$/,
    /^(不清楚|不知道|说不清楚?|不了解|不适用|无法评价|没用过|未使用过?|拒绝回答|不愿透露|不方便透露|不便回答|不知道\/拒绝回答|未回答|不记得)$/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join("|"),
  "u",
);

/** Words that say that there is no answer: N/A, don't know, blank, 说不清. */
export function isNoAnswer(value: string): boolean {
  return noAnswer.test(plainWords(value)) || noAnswer.test(value.trim().toLowerCase());
}

const longestNoAnswer = 40;

/** The same, but short: what somebody wrote at length must not stand in a codebook. */
export function isShortNoAnswer(value: string): boolean {
  return value.length <= longestNoAnswer && isNoAnswer(value);
}

const none =
  /^(none|none of (these|the above|them)|nothing|no (method|tool)s?|以上都没有|都没有|以上皆无|以上都不是|没有|无|不关注)$/i;

/** The choice that says "none of these". */
export function isNone(value: string): boolean {
  return none.test(plainWords(value));
}

export function isYesOrNo(values: readonly string[]): boolean {
  const words = new Set(["yes", "no", "是", "否", "有", "没有", "y", "n", "true", "false"]);
  return values.length > 0 && values.every((value) => words.has(plainWords(value)));
}
