import { textWidth } from "./svg-text.ts";

/** How letters of a label are set; sizes in pixels. */
export interface Lettering {
  readonly size: number;
  readonly bold?: boolean;
}

/** Distance of two lines of a label, as a multiple of the letters' size. */
export const lineHeight = 1.2;

/** What a label of some lines takes up, in pixels. */
export interface TextSize {
  readonly width: number;
  readonly height: number;
}

/** About the width in pixels of one line in a lettering; bold letters are a tenth wider. */
export function lineWidth(line: string, { size, bold = false }: Lettering): number {
  return (textWidth(line) * size * (bold ? 1.1 : 1)) / 12;
}

/** What lines take up when they stand under each other. */
export function sizeOf(lines: readonly string[], lettering: Lettering): TextSize {
  return {
    width: Math.max(0, ...lines.map((line) => lineWidth(line, lettering))),
    height: lines.length * lettering.size * lineHeight,
  };
}

/** How wide the lines of a text may be, in pixels. */
export interface LineRoom {
  readonly width: number;
  /** How wide they may be at most where a word would not fit the width; by default no wider. */
  readonly most?: number;
}

/**
 * A text on as few lines as fit a width, all of about the same length. Latin text breaks at spaces; Chinese text too
 * where that takes no more lines, else between any two characters but those that punctuation holds together; only a
 * word that is wider than the line may ever be is broken inside. Nothing is left out.
 */
export function wrapText(text: string, options: Lettering & LineRoom): readonly string[] {
  const width = roomFor(text, options);
  const key = `${width} ${options.size} ${options.bold === true} ${text}`;
  const known = wrapped.get(key) ?? wrap(text, { ...options, width });
  if (wrapped.size > mostWrapped) wrapped.clear();
  wrapped.set(key, known);
  return known;
}

/** The width of lines, and where a word is wider the word's, as far as that may be. */
export function roomFor(text: string, { width, most = width, ...lettering }: Lettering & LineRoom): number {
  return Math.max(width, Math.min(most, longestWord(text, lettering)));
}

function longestWord(text: string, lettering: Lettering): number {
  return Math.max(0, ...piecesOf(text).map((word) => lineWidth(word.trim(), lettering)));
}

/** The same labels stand on many charts. */
const wrapped = new Map<string, readonly string[]>();
const mostWrapped = 20_000;

function wrap(
  text: string,
  { width, ...lettering }: Lettering & { readonly width: number },
): readonly string[] {
  const fewest = filled(piecesOf(text), width, lettering);
  const atSpaces = filled(wordsOf(text), width, lettering);
  const pieces =
    atSpaces.length <= fewest.length && !isBroken(atSpaces, wordsOf(text)) ? wordsOf(text) : piecesOf(text);
  // The narrowest width that needs no more lines balances them, so that no single character is left on the last.
  let [tooNarrow, enough] = [width / fewest.length / 2, width];
  const broken = isBroken(filled(pieces, width, lettering), pieces);
  for (let round = 0; round < 8; round++) {
    const middle = (tooNarrow + enough) / 2;
    const lines = filled(pieces, middle, lettering);
    if (lines.length <= fewest.length && isBroken(lines, pieces) === broken) enough = middle;
    else tooNarrow = middle;
  }
  return filled(pieces, enough, lettering);
}

/** Lines filled one after the other. */
function filled(pieces: readonly string[], width: number, lettering: Lettering): readonly string[] {
  const fits = (line: string) => lineWidth(line.trim(), lettering) <= width;
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
    for (const character of piece) {
      if (line !== "" && !fits(line + character)) {
        lines.push(line.trim());
        line = "";
      }
      line += character;
    }
  }
  return line.trim() === "" && lines.length > 0 ? lines : [...lines, line.trim()];
}

/** True where a line ends inside a piece: no line but the last may end where no piece does. */
function isBroken(lines: readonly string[], pieces: readonly string[]): boolean {
  const lengthOf = (part: string) => part.replaceAll(/\s/g, "").length;
  const ends = new Set<number>();
  let length = 0;
  for (const one of pieces) {
    length += lengthOf(one);
    ends.add(length);
  }
  let reached = 0;
  return lines.some((line) => {
    reached += lengthOf(line);
    return !ends.has(reached) && reached > 0;
  });
}

function wordsOf(text: string): readonly string[] {
  return joined(text.match(/\S+\s*|\s+/g) ?? []);
}

/** Pieces between which no line breaks, as a no-break space holds them together, as one. */
function joined(pieces: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const one of pieces) found.push(found.at(-1)?.endsWith("\u00a0") ? `${found.pop()}${one}` : one);
  return found;
}

/** A closing mark never starts a line, and an opening one never ends it. */
const closing = "，。、；：！？）》」』”’…";
const opening = "（《「『“‘";
const han = "\\u2e80-\\uffef";
const piece = new RegExp(
  `[${opening}]*(?:[^\\s${han}${closing}${opening}/-]+[/-]?|[/-]|[${han}])[${closing}]*\\s*|\\S\\s*|\\s+`,
  "gu",
);

function piecesOf(text: string): readonly string[] {
  return joined(text.match(piece) ?? []);
}

/** Labels are not broken into shorter lines than this, in pixels, where they need not be. */
const shortestLine = 32;

/**
 * The ways to set a label, a line each first, then on more, none wider than a width; where a word alone is wider, it
 * is broken. At most three, so that whoever looks for a place has a choice.
 */
export function labelShapes(
  text: string,
  { width, ...lettering }: Lettering & { readonly width: number },
): readonly (readonly string[])[] {
  const natural = lineWidth(text, lettering);
  const longest = longestWord(text, lettering);
  const shapes = new Map<number, readonly string[]>();
  for (let count = 1; count <= 5 && shapes.size < 3; count++) {
    if (shapes.size > 0 && natural / count < shortestLine) break;
    for (let tried = Math.max(natural / count, longest); tried <= width; tried += 4) {
      const lines = wrapText(text, { width: tried, ...lettering });
      if (lines.length > count) continue;
      shapes.set(lines.length, shapes.get(lines.length) ?? lines);
      break;
    }
  }
  return shapes.size > 0 ? [...shapes.values()] : [wrapText(text, { width, ...lettering })];
}
