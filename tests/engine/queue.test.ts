import { describe, expect, test } from "vitest";
import { EngineError, faultOf } from "../../src/browser/engine/fault.ts";
import { turnQueue } from "../../src/browser/engine/queue.ts";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("a queue of turns", () => {
  test("does one thing at a time, in order", async () => {
    const turn = turnQueue().open();
    const done: string[] = [];
    const slow = async (name: string, wait: number) => {
      done.push(`${name} begins`);
      await pause(wait);
      done.push(`${name} ends`);
    };
    await Promise.all([turn.run(() => slow("a", 20)), turn.run(() => slow("b", 1))]);
    expect(done).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  });

  test("drops what a newer turn supersedes, but what has begun goes on", async () => {
    const queue = turnQueue();
    const old = queue.open();
    const begun = old.run(() => pause(10).then(() => "begun"));
    const waiting = old.run(async () => "waiting");
    await pause(1);
    const newest = queue.open().run(async () => "newest");
    const [first, second, third] = await Promise.allSettled([begun, waiting, newest]);
    expect(first).toEqual({ status: "fulfilled", value: "begun" });
    expect(second).toMatchObject({ status: "rejected", reason: { fault: { kind: "superseded" } } });
    expect(third).toEqual({ status: "fulfilled", value: "newest" });
  });

  test("goes on after what failed", async () => {
    const turn = turnQueue().open();
    const failed = turn.run(async () => {
      throw new Error("no");
    });
    const next = turn.run(async () => 7);
    await expect(failed).rejects.toThrow("no");
    expect(await next).toBe(7);
  });
});

test("every error has a fault that can be worded", () => {
  expect(faultOf(new EngineError({ kind: "memory" }))).toEqual({ kind: "memory" });
  expect(faultOf(new TypeError("odd"))).toEqual({ kind: "failed", reason: "odd" });
});
