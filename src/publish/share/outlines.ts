import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { create, type Font, type PathCommand } from "fontkit";
import woff2 from "wawoff2";

/** A line of text as outlines, so that a picture of it needs no font. */
export interface Outline {
  /** SVG path data; the line starts at 0 on the baseline. */
  readonly path: string;
  /** Width in pixels. */
  readonly width: number;
}

export interface OutlineOptions {
  /** Size of the letters in pixels. */
  readonly size: number;
  /** From 100 to 900. */
  readonly weight: number;
}

const { resolve } = createRequire(import.meta.url);
const family = "@fontsource-variable/noto-sans-sc";

/** The font comes in some hundred files, each of which holds the letters of some ranges. */
interface FontFile {
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
}

const dot = "·";

let files: Promise<readonly FontFile[]> | undefined;
const fonts = new Map<string, Promise<Font>>();

/** The outline of a line of Latin or Chinese text in Noto Sans SC. A character that the font lacks is left out. */
export async function outlineOf(text: string, { size, weight }: OutlineOptions): Promise<Outline> {
  files ??= fontFiles();
  const runs = runsOf(text, await files);
  // Quotation marks and dots are as wide as a Chinese character there, and narrower where they stand among Latin letters.
  const alone = !/\p{Script=Han}/u.test(text);
  let x = 0;
  let path = "";
  for (const { name, characters } of runs) {
    const font = await fontOf(name, weight);
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(characters, alone || characters === dot ? ["palt"] : []);
    for (const [at, glyph] of glyphs.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
      path += drawn(glyph.path.commands, { x: x + xOffset * scale, y: -yOffset * scale, scale });
      x += xAdvance * scale;
    }
  }
  return { path, width: x };
}

/** Stretches of a text whose letters stand in one file. */
function runsOf(text: string, known: readonly FontFile[]): readonly { name: string; characters: string }[] {
  const runs: { name: string; characters: string }[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const name = known.find(({ ranges }) => ranges.some(([low, high]) => code >= low && code <= high))?.name;
    const last = runs.at(-1);
    if (name === undefined) continue;
    if (last?.name === name && character !== dot && last.characters !== dot) last.characters += character;
    else runs.push({ name, characters: character });
  }
  return runs;
}

async function fontFiles(): Promise<readonly FontFile[]> {
  const listed = JSON.parse(await readFile(resolve(`${family}/unicode.json`), "utf-8")) as Record<
    string,
    string
  >;
  // The Latin letters come first: what two files hold is taken from one, whatever stands beside it.
  return Object.entries(listed)
    .toSorted(([one], [other]) => Number(other === "latin") - Number(one === "latin"))
    .map(([subset, ranges]) => ({
      name: subset.replaceAll(/[[\]]/g, ""),
      ranges: ranges.split(",").map(rangeOf),
    }));
}

function rangeOf(range: string): readonly [number, number] {
  const [low = 0, high = low] = range
    .trim()
    .replace(/^U\+/i, "")
    .split("-")
    .map((end) => Number.parseInt(end, 16));
  return [low, high];
}

function fontOf(name: string, weight: number): Promise<Font> {
  const key = `${name} ${weight}`;
  const known = fonts.get(key) ?? openFont(name, weight);
  fonts.set(key, known);
  return known;
}

async function openFont(name: string, weight: number): Promise<Font> {
  const packed = await readFile(resolve(`${family}/files/noto-sans-sc-${name}-wght-normal.woff2`));
  return create(new Uint8Array(await woff2.decompress(packed))).getVariation({ wght: weight });
}

const letters: Readonly<Record<PathCommand["command"], string>> = {
  moveTo: "M",
  lineTo: "L",
  quadraticCurveTo: "Q",
  bezierCurveTo: "C",
  closePath: "Z",
};

function drawn(
  commands: readonly PathCommand[],
  { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number },
): string {
  return commands
    .map(({ command, args }) => {
      // Fonts count upwards, pictures downwards.
      const places = args.map((value, at) =>
        (at % 2 === 0 ? x + value * scale : y - value * scale).toFixed(1),
      );
      return letters[command] + places.join(" ");
    })
    .join("");
}
