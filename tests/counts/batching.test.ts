import { expect, test } from "vitest";
import { batching } from "../../src/counts/batching.ts";
import type { Counts, CountsRequest } from "../../src/counts/request.ts";

const request = (rest: Partial<CountsRequest>): CountsRequest => ({
  questions: ["a"],
  waves: ["w1"],
  by: [],
  slice: {},
  ...rest,
});

/** Answers every wave with a group that names the questions counted. */
function recorded() {
  const asked: CountsRequest[] = [];
  const ask = async (one: CountsRequest): Promise<Counts> => {
    asked.push(one);
    if (one.waves.includes("broken")) throw new Error("broken");
    return {
      request: one,
      groups: one.waves.map((wave) => ({ wave, key: one.questions, tallies: new Map() })),
    };
  };
  return { asked, ask: batching(ask, (flush) => setTimeout(flush)) };
}

test("requests of one wave, slice and breakdown that come together are counted as one", async () => {
  const { asked, ask } = recorded();
  const [first, second] = await Promise.all([
    ask(request({ questions: ["a", "b"], waves: ["w2", "w1"] })),
    ask(request({ questions: ["b", "c"] })),
  ]);
  expect(asked.map(({ waves, questions }) => [waves, questions])).toEqual([
    [["w2"], ["a", "b"]],
    [["w1"], ["a", "b", "c"]],
  ]);
  expect(first.groups.map(({ wave }) => wave)).toEqual(["w2", "w1"]);
  expect(second.groups).toMatchObject([{ wave: "w1", key: ["a", "b", "c"] }]);
  expect(second.request.questions).toEqual(["b", "c"]);
});

test("another slice or breakdown is counted by itself", async () => {
  const { asked, ask } = recorded();
  await Promise.all([ask(request({})), ask(request({ by: ["d"] })), ask(request({ slice: { d: ["x"] } }))]);
  expect(asked).toHaveLength(3);
});

test("what fails fails for those who asked for it", async () => {
  const { ask } = recorded();
  const answers = await Promise.allSettled([ask(request({ waves: ["w1", "broken"] })), ask(request({}))]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});
