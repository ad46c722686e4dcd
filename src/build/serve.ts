import { once } from "node:events";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

/** Ports looked at, from the one that was asked for on. */
const mostPorts = 20;

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port?: number;
  readonly base?: string;
  /** Told of every port that another program has. */
  readonly onTaken?: (port: number) => void;
}

export interface Served {
  readonly address: string;
  readonly close: () => void;
}

/**
 * Serves a built site as a static host would: index files, types, the 404 page, a base path. Local readers only.
 * @throws Error where no port is free, or the port is not for us.
 */
export async function serveFolder(
  folder: string,
  { port = 0, base = "/", onTaken }: ServeOptions = {},
): Promise<Served> {
  const root = `/${base}/`.replace(/\/+/g, "/");
  const server = createServer((request, response) => {
    answer(request, folder, root).then(
      ({ status, headers, body }) => {
        response.writeHead(status, { ...headers, "content-length": body.byteLength });
        response.end(request.method === "HEAD" ? undefined : body);
      },
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, port, onTaken);
  const bound = server.address();
  const actual = typeof bound === "object" && bound ? bound.port : port;
  return { address: `http://localhost:${actual}${root}`, close: () => server.close() };
}

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

async function answer(
  { method = "GET", url = "/" }: IncomingMessage,
  folder: string,
  root: string,
): Promise<Answer> {
  if (method !== "GET" && method !== "HEAD")
    return { status: 405, headers: { allow: "GET, HEAD" }, body: Buffer.alloc(0) };
  const path = pathOf(url);
  const file = path?.startsWith(root) ? await fileAt(folder, path.slice(root.length)) : undefined;
  if (file !== undefined) {
    const type = types[extname(file)] ?? "application/octet-stream";
    const headers = { "content-type": type, "cache-control": cachingOf(path?.slice(root.length) ?? "") };
    return { status: 200, headers, body: await readFile(file) };
  }
  const page = await readFile(join(folder, "404.html")).catch(() => undefined);
  const type = types[page ? ".html" : ".txt"];
  return {
    status: 404,
    headers: { "content-type": type, "cache-control": "no-cache" },
    body: page ?? Buffer.from("not found"),
  };
}

/** The path of a request without its query; undefined where it is not validly escaped, so that no file has it. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ""));
  } catch {
    return undefined;
  }
}

/** Names under _astro/ hold a hash of the content. All else is asked for anew, so that a rebuilt page shows at once. */
function cachingOf(path: string): string {
  return path.startsWith("_astro/") ? "public, max-age=31536000, immutable" : "no-cache";
}

/** The file behind a path, inside the folder only. */
async function fileAt(folder: string, path: string): Promise<string | undefined> {
  const full = join(folder, normalize(`/${path}`));
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile()) return full;
  const index = join(full, "index.html");
  return (await stat(index).catch(() => undefined))?.isFile() ? index : undefined;
}

async function listen(server: Server, first: number, onTaken: ServeOptions["onTaken"]): Promise<void> {
  for (let port = first; ; port++) {
    try {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
      return;
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      const last = Math.min(first + mostPorts - 1, 65_535);
      if (!taken || port >= last) throw error;
      onTaken?.(port);
    }
  }
}
