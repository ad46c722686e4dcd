import type { Condition, VariableReading } from "../../survey/reading.ts";
import { type Test, testOf } from "./conditions.ts";
import { maskRows, type NamedCoded } from "./mask-rows.ts";
import { withoutUnused } from "./translated.ts";

/** A variable of which only the answers of those who were asked are left. */
export interface Routed {
  readonly coded: NamedCoded;
  /** Rows whose answers were set aside. */
  readonly masked: Uint32Array;
  /** Answers that there were, set aside or not. */
  readonly answers: number;
  /** Conditions that the wave can't tell. */
  readonly untold: readonly Condition[];
}

/**
 * Sets the answers of those aside who were not asked. Conditions chain: whose answer to a question was set aside meets
 * no condition on it, so a question is routed after those that it depends on, in whatever order they stand. Where a
 * wave can't tell a condition, everybody who answered counts.
 */
export function routeAnswers(
  finished: readonly NamedCoded[],
  variables: readonly VariableReading[],
): readonly Routed[] {
  const coded = new Map(finished.map((one) => [one.name, one]));
  const readings = new Map(variables.map((reading) => [reading.name, reading]));
  const done = new Map<string, Routed>();
  const route = (one: NamedCoded): Routed => {
    const known = done.get(one.name);
    if (known) return known;
    // Until it is routed it stands as it is: a circle of conditions, which the codebook refuses, comes to an end here.
    done.set(one.name, unrouted(one));
    const reading = readings.get(one.name);
    const tests = (reading?.asked ?? []).map((condition) => {
      const source = coded.get(condition.variable);
      const test = testOf(condition, readings.get(condition.variable), source && route(source).coded);
      return { condition, test };
    });
    const routed = reading && tests.length > 0 ? routedBy(one, reading, tests) : unrouted(one);
    done.set(one.name, routed);
    return routed;
  };
  return finished.map(route);
}

function unrouted(coded: NamedCoded): Routed {
  return { coded, masked: new Uint32Array(0), answers: coded.response.answered, untold: [] };
}

interface TestedCondition {
  readonly condition: Condition;
  readonly test: Test | undefined;
}

function routedBy(
  coded: NamedCoded,
  reading: VariableReading,
  conditions: readonly TestedCondition[],
): Routed {
  const tests = conditions.flatMap(({ test }) => test ?? []);
  const untold = conditions.flatMap(({ test, condition }) => (test ? [] : [condition]));
  const kept = maskRows(coded, (row) => tests.every((test) => test(row)), { sorted: untold.length === 0 });
  const asFound = reading.kind === "date" || (reading.kind === "options" && reading.options === "open");
  return {
    ...kept,
    coded: asFound ? { ...kept.coded, ...withoutUnused(kept.coded, coded.name) } : kept.coded,
    untold,
  };
}
