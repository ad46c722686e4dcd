import { createHash, randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { packedParts } from "../../src/build/pack.ts";

/** Bytes that can't be compressed, so that the size of what comes out is known. */
const content = randomBytes(100_000);
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("what fits stays one file of its own name", async () => {
  const [only, ...others] = await packedParts("w1-ab.bin", content, 200_000);
  expect(others).toEqual([]);
  expect(only?.name).toBe("w1-ab.bin");
  expect(only?.inflated).toBe(100_000);
  expect(sha256(gunzipSync(only?.content ?? Buffer.alloc(0)))).toBe(sha256(content));
});

test("what is too large is several files, each whole by itself, that hold it one after the other", async () => {
  const parts = await packedParts("w1-ab.bin", content, 30_000);
  expect(parts.map(({ name }) => name)).toEqual(["w1-ab-1.bin", "w1-ab-2.bin", "w1-ab-3.bin", "w1-ab-4.bin"]);
  expect(parts.map(({ inflated }) => inflated)).toEqual([30_000, 30_000, 30_000, 10_000]);
  // A gzip file takes a few bytes more than what can't be compressed.
  expect(Math.max(...parts.map((part) => part.content.byteLength))).toBeLessThan(30_100);
  const joined = Buffer.concat(parts.map((part) => gunzipSync(part.content)));
  expect(sha256(joined)).toBe(sha256(content));
});

test("the size that counts is that of what is published, not of what comes out", async () => {
  const [only, ...others] = await packedParts("w1-ab.bin", Buffer.alloc(100_000), 30_000);
  expect(others).toEqual([]);
  expect(only?.content.byteLength).toBeLessThan(1000);
});
