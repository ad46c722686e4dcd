import { expect, test, vi } from "vitest";

vi.mock("@duckdb/duckdb-wasm", () => ({}));
const { isOutOfMemory } = await import("../../src/store/browser.ts");

test.each([
  "Out of Memory Error: could not allocate block of size 256.0 KiB (3.1 GiB/3.1 GiB used)",
  "RuntimeError: memory access out of bounds",
  "Out of Memory Error: failed to allocate data of size 1.0 GiB",
])("what the engine says when memory is short is known: %s", (message) => {
  expect(isOutOfMemory(new Error(message))).toBe(true);
});

test.each(["Binder Error: column q_9 not found", "the worker ended", "IO Error: corrupt file"])(
  "what it says of anything else is not taken for it: %s",
  (message) => {
    expect(isOutOfMemory(new Error(message))).toBe(false);
  },
);
