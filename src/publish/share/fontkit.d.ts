/** The parts of these two libraries that pictures for sharing are lettered with; neither brings types. */
declare module "wawoff2" {
  const woff2: { decompress(file: Uint8Array): Promise<Uint8Array> };
  export default woff2;
}

declare module "fontkit" {
  export interface PathCommand {
    readonly command: "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath";
    readonly args: readonly number[];
  }
  export interface Glyph {
    readonly path: { readonly commands: readonly PathCommand[] };
  }
  export interface GlyphRun {
    readonly glyphs: readonly Glyph[];
    readonly positions: readonly {
      readonly xAdvance: number;
      readonly xOffset: number;
      readonly yOffset: number;
    }[];
  }
  export interface Font {
    readonly unitsPerEm: number;
    layout(text: string, features?: readonly string[]): GlyphRun;
    getVariation(axes: Readonly<Record<string, number>>): Font;
  }
  export function create(file: Uint8Array): Font;
}
