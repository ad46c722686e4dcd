import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, serveFolder } from "../../src/build/serve.ts";
import { portOf } from "../../src/build/settings.ts";

interface Reply {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly caching: string | undefined;
  readonly length: string | undefined;
  readonly body: string;
}

let folder: string;
let served: Served;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-serve-"));
  await writeFile(join(folder, "..", "manyi-serve-secret.txt"), "secret");
  for (const name of ["en/shops", "_astro"]) await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, "index.html"), "front");
  await writeFile(join(folder, "404.html"), "no such page");
  await writeFile(join(folder, "en/shops/index.html"), "shops");
  await writeFile(join(folder, "_astro/page.abc123.css"), "p{}");
  await writeFile(join(folder, "100%.csv"), "a,b");
  served = await serveFolder(folder, { base: "reports" });
});
afterAll(async () => {
  served?.close();
  await rm(folder, { recursive: true });
  await rm(join(folder, "..", "manyi-serve-secret.txt"));
});

/** Asks for a path exactly as it is written: fetch would mend it first. */
async function ask(path: string, method = "GET"): Promise<Reply> {
  const { port } = new URL(served.address);
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method }, async (response) => {
      const { "content-type": type, "cache-control": caching, "content-length": length } = response.headers;
      resolve({ status: response.statusCode, type, caching, length, body: await text(response) });
    });
    asked.on("error", reject).end();
  });
}

describe("serveFolder", () => {
  test("serves index files and types under the base, which gets its slashes", async () => {
    expect(served.address).toMatch(/^http:\/\/localhost:\d+\/reports\/$/);
    expect(await ask("/reports/?wave=2024")).toMatchObject({
      status: 200,
      body: "front",
      type: "text/html; charset=utf-8",
    });
    expect(await ask("/reports/en/shops/")).toMatchObject({ status: 200, body: "shops" });
    expect(await ask("/reports/100%25.csv")).toMatchObject({ status: 200, type: "text/csv; charset=utf-8" });
  });

  test.each([
    ["a page that is not there", "/reports/nothing/"],
    ["a malformed escape", "/reports/%E0%A4%A"],
    ["a path that is no address", "//"],
    ["a zero byte", "/reports/%00"],
    ["a path outside the base", "/en/shops/"],
    ["a path that only begins like the base", "/reports2/"],
    ["a file outside the folder", "/reports/..%2f..%2fmanyi-serve-secret.txt"],
  ])("answers %s with 404 and its page, and goes on", async (_, path) => {
    expect(await ask(path)).toMatchObject({
      status: 404,
      body: "no such page",
      type: "text/html; charset=utf-8",
      caching: "no-cache",
    });
    expect((await ask("/reports/")).status).toBe(200);
  });

  test("answers HEAD with the headers of GET and no body", async () => {
    const head = await ask("/reports/en/shops/", "HEAD");
    expect(head).toEqual({ ...(await ask("/reports/en/shops/")), body: "" });
    expect(head.length).toBe("5");
    expect((await ask("/reports/nothing", "HEAD")).status).toBe(404);
  });

  test("answers other methods with 405", async () => {
    expect((await ask("/reports/", "POST")).status).toBe(405);
  });

  test("lets only names with a hash be kept", async () => {
    expect((await ask("/reports/")).caching).toBe("no-cache");
    expect((await ask("/reports/_astro/page.abc123.css")).caching).toContain("immutable");
  });
});

test("a taken port is told, and the next free one is the address", async () => {
  const other = createServer();
  const port = await new Promise<number>((resolve) =>
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
  );
  const taken: number[] = [];
  const second = await serveFolder(folder, { port, onTaken: (one) => taken.push(one) });
  try {
    expect(taken[0]).toBe(port);
    const actual = Number(new URL(second.address).port);
    expect(actual).toBe(port + taken.length);
    expect(await (await fetch(`http://127.0.0.1:${actual}/`)).text()).toBe("front");
  } finally {
    second.close();
    other.close();
  }
});

test.each([
  [undefined, 4321],
  ["", 4321],
  ["8080", 8080],
  ["0", 0],
  ["http", undefined],
  ["65536", undefined],
  ["-1", undefined],
])("PORT %s is %s", (PORT, port) => {
  expect(portOf(PORT === undefined ? {} : { PORT })).toBe(port);
});
