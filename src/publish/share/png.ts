import sharp from "sharp";

/** A picture without text elements as PNG with a palette: few colours, few bytes. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = sharp(new TextEncoder().encode(svg), { density: 72 });
  return new Uint8Array(
    await drawn.png({ palette: true, colours: 64, compressionLevel: 9, effort: 10 }).toBuffer(),
  );
}
