import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

export interface Served {
  readonly address: string;
  readonly close: () => void;
}

/** Serves a built site as a static host would: index files, types, the 404 page, a base path. Local readers only. */
export async function serveFolder(folder: string, { port = 0, base = "/" } = {}): Promise<Served> {
  const root = base.endsWith("/") ? base : `${base}/`;
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.startsWith(root) ? await fileAt(folder, path.slice(root.length)) : undefined;
    const shown = file ?? join(folder, "404.html");
    response.statusCode = file ? 200 : 404;
    response.setHeader("content-type", types[extname(shown)] ?? "application/octet-stream");
    response.end(await readFile(shown).catch(() => "not found"));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = server.address();
  const actual = typeof bound === "object" && bound ? bound.port : port;
  return { address: `http://localhost:${actual}${root}`, close: () => server.close() };
}

/** The file behind a path, inside the folder only. */
async function fileAt(folder: string, path: string): Promise<string | undefined> {
  const full = join(folder, normalize(`/${path}`));
  const found = await stat(full).catch(() => undefined);
  if (found?.isFile()) return full;
  const index = join(full, "index.html");
  return (await stat(index).catch(() => undefined))?.isFile() ? index : undefined;
}
