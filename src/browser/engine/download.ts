import { EngineError } from "./fault.ts";

/** A file to be fetched whole. Its name holds a hash of its content: it never changes. */
export interface Download {
  readonly url: string;
  /** Bytes as published. */
  readonly bytes: number;
}

export interface DownloadOptions {
  /** Told how many of the published bytes are here. */
  readonly onProgress?: (bytes: number) => void;
  /** The browser's store of answers; undefined where it has none, as outside secure pages. */
  readonly kept?: Cache | undefined;
  /** Asked of the host itself: what the browser holds of this address was looked into and is not what it should be. */
  readonly anew?: boolean;
  /** Kept nowhere, not even where browsers keep whatever they fetch. */
  readonly fleeting?: boolean;
}

/**
 * Fetches a file, or takes it from what was kept at an earlier visit.
 * @throws EngineError network
 */
export async function download(
  { url, bytes }: Download,
  { onProgress = () => {}, kept, anew = false, fleeting = false }: DownloadOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const known = await kept?.match(url).catch(() => undefined);
  if (known) {
    onProgress(bytes);
    return new Uint8Array(await known.arrayBuffer());
  }
  const cache = fleeting ? "no-store" : anew ? "reload" : "default";
  return fetched(url, { bytes, onProgress, cache });
}

/** Keeps a file that was looked into for the next visit, unless it is kept already. */
export async function keep(
  { url }: Download,
  content: Uint8Array<ArrayBuffer>,
  kept: Cache | undefined,
): Promise<void> {
  if (await kept?.match(url).catch(() => undefined)) return;
  // A browser that keeps nothing more, for want of room or by its settings, fetches again next time.
  await kept?.put(url, new Response(content)).catch(() => {});
}

/** Takes a file out of what was kept. */
export async function forget({ url }: Download, kept: Cache | undefined): Promise<void> {
  await kept?.delete(url).catch(() => false);
}

async function fetched(
  url: string,
  { bytes, onProgress, cache }: { bytes: number; onProgress: (bytes: number) => void; cache: RequestCache },
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  try {
    const response = await fetch(url, { cache });
    if (!response.ok) throw new EngineError({ kind: "network", file: url, status: response.status });
    const reader = response.body?.getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done || !value) break;
      parts.push(value);
      received += value.byteLength;
      // Where the host said that it was compressed the browser inflates it, and more arrives than was published.
      onProgress(Math.min(received, bytes));
    }
  } catch (error) {
    throw error instanceof EngineError ? error : new EngineError({ kind: "network", file: url }, error);
  }
  onProgress(bytes);
  return joined(parts);
}

/** Pieces one after the other. */
export function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const whole = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/**
 * A file of the engine as it was before it was compressed. A host may have told the browser that it is compressed, which
 * then has inflated it already: the first bytes tell.
 * @throws EngineError damaged, where it is not of the size that it should be
 */
export async function inflated(
  content: Uint8Array<ArrayBuffer>,
  { file, bytes }: { readonly file: string; readonly bytes: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = isGzip(content) ? await gunzip(content, file) : content;
  if (whole.byteLength !== bytes) throw new EngineError({ kind: "damaged", file });
  return whole;
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

async function gunzip(content: Uint8Array<ArrayBuffer>, file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const stream = new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    throw new EngineError({ kind: "damaged", file }, error);
  }
}
