import sharp from "sharp";

/** The mark of the site as PNG, square and without rounded corners, which the system that shows it cuts itself. */
export async function iconPng(size: number): Promise<Uint8Array<ArrayBuffer>> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32"><rect width="32" height="32" fill="#14508c"/>${mark}</svg>`;
  const drawn = sharp(new TextEncoder().encode(svg));
  return new Uint8Array(await drawn.png({ palette: true, compressionLevel: 9, effort: 10 }).toBuffer());
}

/** A score with its interval on an axis, as `public/favicon.svg` draws it. */
const mark =
  '<path d="M6 22.5h20" stroke="#fff" stroke-opacity=".55" stroke-width="2"/><path d="M8.5 14h15" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="17" cy="14" r="5" fill="#fff"/>';
