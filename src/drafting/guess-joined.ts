import { isNone, isShortNoAnswer } from "./answer-words.ts";
import { type Field, frequent, total } from "./field.ts";
import type { Guess } from "./guess.ts";
import { distinctCodes, isNobodys, isOther, labelOf, otherCode } from "./guess-words.ts";
import type { DraftWords } from "./words.ts";

/** What stands between the choices of one cell, the surest first. */
const separators = ["┋", "→", "||", "; ", ";", "；", "|", ", ", "、", ",", "，"] as const;

const mostOptions = 60;
const fewest = 5;

/** Several choices joined in one cell; undefined where the same few parts do not come again and again. */
export function guessJoined(field: Field, say: DraftWords): Guess | undefined {
  const { values, longest, characters, answered } = field.profile;
  if (answered === 0 || longest > 2000 || characters / answered > 300) return undefined;
  const askedForAll = /(all|any) that apply|select all|check all|多选|可多选|不定项/i.test(field.text);
  const cells = new Map([...values].filter(([value]) => !isShortNoAnswer(value)));
  for (const separator of separators) {
    const parts = partsOf(cells, separator, askedForAll);
    if (parts) return describe(field, separator, parts, say);
  }
  return undefined;
}

const mostCodes = 60;

/** Codes of choices joined in one cell: 1,2,3. They only rise, and three stand together somewhere; 12,3 is a number. */
export function guessJoinedCodes(field: Field, say: DraftWords): Guess | undefined {
  const { values, complete, longest } = field.profile;
  const cells = [...values].filter(([value]) => !isShortNoAnswer(value) && !/^-\d+$/.test(value));
  if (!complete || longest > 300 || cells.length === 0) return undefined;
  const separator = [", ", ",", "; ", ";", "|", "，", "；"].find((mark) =>
    cells.some(([cell]) => cell.includes(mark)),
  );
  if (separator === undefined) return undefined;
  const split = cells.map(([cell, count]) => ({
    parts: cell.split(separator).map((part) => part.trim()),
    count,
  }));
  const rises = (parts: readonly string[]) =>
    parts.every((part, at) => at === 0 || Number(parts[at - 1]) < Number(part));
  if (!split.every(({ parts }) => parts.every((part) => /^\d{1,3}$/.test(part)) && rises(parts)))
    return undefined;
  const several = split.filter(({ parts }) => parts.length > 1);
  const codes = [...new Set(split.flatMap(({ parts }) => parts))].toSorted((a, b) => Number(a) - Number(b));
  const sure = several.some(({ parts }) => parts.length > 2) || separator.includes(";") || separator === "|";
  if (!sure || several.length < 2 || codes.length < 2 || codes.length > mostCodes) return undefined;
  const answered = split.reduce((sum, { count }) => sum + count, 0);
  const joined = several.reduce((sum, { count }) => sum + count, 0);
  return {
    answers: {
      type: "multi",
      form: { kind: "cell", separator: separator.trim() },
      labels: codes.map((code) => ({ code, text: field.valueLabels.get(code) ?? code })),
    },
    missing: [...values.keys()].filter((value) => isShortNoAnswer(value) || /^-\d+$/.test(value)),
    reason: say.joinedCodes(separator.trim(), Math.round((100 * joined) / answered), codes.length),
    doubts: codes.every((code) => field.valueLabels.has(code)) ? [] : [say.nameCodes],
  };
}

interface Parts {
  /** Part → how often, most frequent first. */
  readonly listed: readonly (readonly [string, number])[];
  readonly rare: number;
  readonly share: number;
}

function partsOf(
  cells: ReadonlyMap<string, number>,
  separator: string,
  askedForAll: boolean,
): Parts | undefined {
  const answered = total(cells);
  const joined = [...cells].filter(([cell]) => cell.includes(separator));
  const share = joined.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, answered);
  const certain = separator === "┋" || separator === "||";
  if (joined.length < 2 || (!certain && share < 0.02)) return undefined;
  const split = [...cells].map(([cell, count]) => ({ parts: bracketed(cell, separator), count }));
  const merged = joinNeighbours(split, separator);
  const several = merged.filter(({ parts }) => parts.length > 1).reduce((sum, { count }) => sum + count, 0);
  if (!certain && several < (askedForAll ? 0.02 : 0.1) * answered) return undefined;
  const counts = new Map<string, number>();
  for (const { parts, count } of merged)
    for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + count);
  const mentions = total(counts);
  const least = answered >= 100 ? Math.max(fewest, 0.005 * answered) : 2;
  const listed = frequent(counts).filter(
    ([part, count]) =>
      part !== "" && (count >= least || (certain && counts.size <= 30 && (count > 1 || isNobodys(part)))),
  );
  const covered = listed.reduce((sum, [, count]) => sum + count, 0) / Math.max(1, mentions);
  const few = listed.length >= 2 && listed.length <= mostOptions;
  const repeats =
    merged.filter(({ parts }) => new Set(parts).size < parts.length).length > 0.02 * merged.length;
  // No more different cells than options: each cell is an option that happens to hold the separator.
  const combined =
    [...cells].filter(([, count]) => count >= least).length > listed.length || cells.size > 2 * listed.length;
  if (
    !few ||
    repeats ||
    (!certain && !combined) ||
    (!certain && (covered < 0.75 || listed.every(([part]) => /^[\d.\s-]+$/.test(part))))
  )
    return undefined;
  return { listed, rare: counts.size - listed.length, share };
}

/** Parts of a cell; a separator inside brackets parts nothing: R Command Line (i.e., the terminal). */
function bracketed(cell: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let open = "";
  for (const piece of cell.split(separator)) {
    open = open === "" ? piece : `${open}${separator}${piece}`;
    const depth = (open.match(/[(（]/g)?.length ?? 0) - (open.match(/[)）]/g)?.length ?? 0);
    if (depth > 0) continue;
    parts.push(open.trim());
    open = "";
  }
  if (open !== "") parts.push(open.trim());
  return parts;
}

interface Split {
  readonly parts: readonly string[];
  readonly count: number;
}

/** Puts together again what only ever stands side by side and goes on in small letters: one option with a comma. */
function joinNeighbours(split: readonly Split[], separator: string): readonly Split[] {
  const alone = new Map<string, number>();
  const after = new Map<string, Map<string, number>>();
  for (const { parts, count } of split)
    parts.forEach((part, at) => {
      alone.set(part, (alone.get(part) ?? 0) + count);
      const before = parts[at - 1];
      if (before === undefined || !/^\p{Ll}/u.test(part)) return;
      const pairs = after.get(part) ?? new Map<string, number>();
      after.set(part, pairs.set(before, (pairs.get(before) ?? 0) + count));
    });
  const glued = new Set(
    [...after].flatMap(([part, pairs]) => {
      const [pair] = frequent(pairs);
      const times = alone.get(part) ?? 0;
      return pair && times >= fewest && pair[1] === times && alone.get(pair[0]) === times ? [part] : [];
    }),
  );
  if (glued.size === 0) return split;
  return split.map(({ parts, count }) => ({ count, parts: joinGlued(parts, glued, separator) }));
}

function joinGlued(
  parts: readonly string[],
  glued: ReadonlySet<string>,
  separator: string,
): readonly string[] {
  const whole: string[] = [];
  for (const part of parts) {
    const before = glued.has(part) ? whole.pop() : undefined;
    whole.push(before === undefined ? part : `${before}${separator}${part}`);
  }
  return whole;
}

function describe(field: Field, separator: string, { listed, rare, share }: Parts, say: DraftWords): Guess {
  const [others, ordinary] = [
    listed.filter(([part]) => isOther(part)),
    listed.filter(([part]) => !isOther(part)),
  ];
  const labels = distinctCodes([...ordinary, ...others].map(([part]) => labelOf(part)));
  const needsOther = rare > 0 || !field.profile.complete;
  const other = needsOther ? otherCode(labels) : undefined;
  const written =
    other !== undefined && !labels.some(({ code }) => code === other)
      ? [...labels, { code: other, text: say.other }]
      : labels;
  const none = labels.find(({ text }) => isNone(text))?.code;
  const missing = [...field.profile.values.keys()].filter(isShortNoAnswer);
  const withSeparator = labels.filter(({ text }) => text.includes(separator)).map(({ text }) => text);
  return {
    answers: {
      type: "multi",
      form: { kind: "cell", separator },
      labels: written,
      ...(other === undefined ? {} : { other }),
      ...(none === undefined ? {} : { none }),
    },
    missing,
    reason: say.joined(separator, Math.round(share * 100), listed.length),
    doubts: [
      ...(rare > 0 ? [say.rareToOther(rare)] : []),
      ...(withSeparator.length > 0 ? [say.optionHoldsSeparator(withSeparator)] : []),
      ...(separator === "→" ? [say.rankingAsChoices] : []),
      ...(none === undefined ? [] : [say.noneChoice(none)]),
    ],
  };
}
