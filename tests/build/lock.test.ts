import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { draftOf, sweepDrafts } from "../../src/build/drafts.ts";
import { withLock } from "../../src/build/lock.ts";
import { projectRoot } from "../../src/build/settings.ts";

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "manyi-lock-"));
  lock = join(folder, "lock");
});
afterEach(() => rm(folder, { recursive: true }));

/** The id of a process that has ended. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "close");
  return child.pid ?? 0;
}

async function lockAs(pid: number): Promise<void> {
  await mkdir(lock);
  await writeFile(join(lock, String(pid)), "");
}

const every = 5;

describe("withLock", () => {
  test("lets one work at a time, and is gone afterwards", async () => {
    let [working, most] = [0, 0];
    const work = async () => {
      working += 1;
      most = Math.max(most, working);
      await new Promise((resolve) => setTimeout(resolve, 10));
      working -= 1;
    };
    await Promise.all(Array.from({ length: 5 }, () => withLock(lock, work, { every })));
    expect(most).toBe(1);
    expect(await readdir(folder)).toEqual([]);
  });

  test("tells once whom it waits for", async () => {
    await lockAs(process.ppid);
    const told: number[] = [];
    const done = withLock(lock, async () => "done", { every, onWait: (holder) => told.push(holder) });
    setTimeout(() => rm(lock, { recursive: true }), 60);
    expect(await done).toBe("done");
    expect(told).toEqual([process.ppid]);
  });

  test.each([
    ["a process that is gone", deadProcess],
    ["a dead process that had this one's id", async () => process.pid],
  ])("takes the lock of %s without a word", async (_, pid) => {
    await lockAs(await pid());
    const told: number[] = [];
    await withLock(lock, async () => undefined, { every, onWait: (holder) => told.push(holder) });
    expect(told).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  test("is let go when the work fails", async () => {
    const failing = withLock(lock, () => Promise.reject(new Error("no luck")), { every });
    await expect(failing).rejects.toThrow("no luck");
    expect(await readdir(folder)).toEqual([]);
  });

  test("holds between processes, also when all find a dead one's lock", async () => {
    await lockAs(await deadProcess());
    const log = join(folder, "log");
    const script = `
      import { appendFile } from "node:fs/promises";
      import { setTimeout as pause } from "node:timers/promises";
      import { withLock } from ${JSON.stringify(join(projectRoot, "src", "build", "lock.ts"))};
      for (let turn = 0; turn < 5; turn++)
        await withLock(${JSON.stringify(lock)}, async () => {
          await appendFile(${JSON.stringify(log)}, "in ");
          await pause(3);
          await appendFile(${JSON.stringify(log)}, "out ");
        }, { every: 2 });`;
    const run = async () => {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" });
      return (await once(child, "close"))[0];
    };
    expect(await Promise.all(Array.from({ length: 4 }, run))).toEqual([0, 0, 0, 0]);
    expect(await readFile(log, "utf-8")).toBe("in out ".repeat(20));
  });
});

describe("drafts", () => {
  test("have names that nobody else uses", () => {
    expect(draftOf("a")).not.toBe(draftOf("a"));
    expect(draftOf("a")).toContain(`.${process.pid}-`);
  });

  test("of processes that are gone are swept away, files and folders; others stay", async () => {
    const dead = await deadProcess();
    await mkdir(join(folder, `site.${dead}-1.draft`, "en"), { recursive: true });
    await writeFile(join(folder, `wave.duckdb.${dead}.draft`), "");
    await writeFile(join(folder, `wave.duckdb.${process.pid}.draft`), "");
    await writeFile(join(folder, "my own.draft"), "");
    await sweepDrafts(folder);
    expect((await readdir(folder)).sort()).toEqual(["my own.draft", `wave.duckdb.${process.pid}.draft`]);
  });
});
