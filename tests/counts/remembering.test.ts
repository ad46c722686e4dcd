import { describe, expect, test } from "vitest";
import { remembering } from "../../src/counts/remembering.ts";
import { type Counts, type CountsRequest, requestKey } from "../../src/counts/request.ts";

const request = (...questions: readonly string[]): CountsRequest => ({
  questions,
  waves: ["w1"],
  by: [],
  slice: {},
});

/** An `ask` that notes what it is asked. */
function counting({ most }: { readonly most?: number } = {}) {
  const asked: string[] = [];
  const ask = remembering(
    async (wanted): Promise<Counts> => {
      asked.push(wanted.questions.join());
      return { request: wanted, groups: [] };
    },
    most === undefined ? {} : { most },
  );
  return { asked, ask };
}

describe("remembering", () => {
  test("an equal request is counted once, also while the first is still under way", async () => {
    const { asked, ask } = counting();
    const [first, again] = await Promise.all([ask(request("a")), ask({ ...request("a") })]);
    await ask(request("a"));
    expect(asked).toEqual(["a"]);
    expect(again).toBe(first);
  });

  test("requests that differ in anything are counted each", async () => {
    const wanted = [
      request("a"),
      request("a", "b"),
      { ...request("a"), waves: ["w2"] },
      { ...request("a"), by: ["region"] },
      { ...request("a"), slice: { region: ["east"] } },
      { ...request("a"), slice: { region: ["east", "west"] } },
      { ...request("a"), slice: { city: ["east"] } },
    ];
    const { asked, ask } = counting();
    for (const one of wanted) await ask(one);
    expect(asked).toHaveLength(wanted.length);
    expect(new Set(wanted.map(requestKey)).size).toBe(wanted.length);
  });

  test("keeps no more than it should: the oldest is counted anew, the others are not", async () => {
    const { asked, ask } = counting({ most: 2 });
    for (const question of ["a", "b", "c", "b", "c"]) await ask(request(question));
    expect(asked).toEqual(["a", "b", "c"]);
    await ask(request("a"));
    expect(asked).toEqual(["a", "b", "c", "a"]);
  });

  test("what was used last stays, however early it was first asked", async () => {
    const { asked, ask } = counting({ most: 2 });
    for (const question of ["a", "b", "a", "c"]) await ask(request(question));
    await ask(request("a"));
    expect(asked).toEqual(["a", "b", "c"]);
    await ask(request("b"));
    expect(asked).toEqual(["a", "b", "c", "b"]);
  });
});
