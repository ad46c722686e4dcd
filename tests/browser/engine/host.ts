/** A static host of files, with the ways that hosts have: what they refuse, add, or fail to send. */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { contentPolicy } from "../../../src/publish/hosting/content-policy.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
};

export interface HostOptions {
  /** Path that the site is served under, with slashes at both ends. */
  readonly base?: string;
  /** Files that are larger are refused, as some hosts do with 25 MiB. */
  readonly largest?: number;
  /** Whether files that are compressed are said to be, so that the browser inflates them by itself. */
  readonly saysGzip?: boolean;
  /** Whether it compresses texts on their way, as most hosts do. */
  readonly compresses?: boolean;
  /** What it says of how long files hold; by default that none may be kept. */
  readonly caching?: string;
  /** Files that stand beside those of the folder, by path under the base. */
  readonly extra?: Readonly<Record<string, string | Buffer>>;
  /** What becomes of a request, by its path under the base; for as long as it is set. */
  readonly spoil?: (path: string) => "missing" | "cut" | "other bytes" | "slow" | "no network" | undefined;
}

export interface Host {
  readonly address: string;
  /** Paths under the base that were asked for, and the bytes that were sent. */
  readonly sent: { readonly path: string; readonly bytes: number }[];
  close(): void;
}

export async function openHost(folder: string, options: HostOptions = {}): Promise<Host> {
  const { base = "/", largest = 25 * 2 ** 20, saysGzip = false, extra = {}, spoil } = options;
  const { compresses = false, caching = "no-store" } = options;
  const sent: { path: string; bytes: number }[] = [];
  const server: Server = createServer(async (request, response) => {
    const full = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    const path = full.startsWith(base) ? full.slice(base.length) : undefined;
    const body = path === undefined ? undefined : await contentOf(folder, path, extra);
    const spoilt = path === undefined ? undefined : spoil?.(path);
    if (spoilt === "no network") {
      request.socket.destroy();
      return;
    }
    if (path === undefined || body === undefined || body.byteLength > largest || spoilt === "missing") {
      response.writeHead(404).end("not found");
      return;
    }
    const isPacked = body[0] === 0x1f && body[1] === 0x8b;
    const type = types[path === "" || path.endsWith("/") ? ".html" : extname(path)];
    const packs = compresses && type !== undefined;
    const whole = spoilt === "other bytes" ? Buffer.alloc(body.byteLength, 7) : body;
    const etag = `"${createHash("sha256").update(whole).digest("hex")}"`;
    if (request.headers["if-none-match"] === etag) {
      response.writeHead(304).end();
      return;
    }
    const content = packs ? gzipSync(whole) : whole;
    response.writeHead(200, {
      "content-type": type ?? "application/octet-stream",
      "content-security-policy": contentPolicy,
      "content-length": content.byteLength,
      "cache-control": caching,
      etag,
      ...(packs || (isPacked && saysGzip) ? { "content-encoding": "gzip" } : {}),
    });
    sent.push({ path, bytes: content.byteLength });
    if (spoilt === "slow") await new Promise((resolve) => setTimeout(resolve, 400));
    if (spoilt === "cut") {
      response.write(content.subarray(0, content.byteLength / 2));
      setTimeout(() => response.destroy(), 50);
    } else response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : 0;
  return {
    address: `http://localhost:${port}${base}`,
    sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function contentOf(
  folder: string,
  path: string,
  extra: Readonly<Record<string, string | Buffer>>,
): Promise<Buffer | undefined> {
  const known = extra[path];
  if (known !== undefined) return typeof known === "string" ? Buffer.from(known) : known;
  const file = join(folder, normalize(`/${path}`));
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return readFile(join(file, "index.html")).catch(() => undefined);
  return found?.isFile() ? readFile(file) : undefined;
}
