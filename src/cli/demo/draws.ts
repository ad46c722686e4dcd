/** One of several values, each with its share; the shares add up to 1. */
export function pick<Value>(choices: readonly (readonly [Value, number])[], random: () => number): Value {
  let left = random();
  for (const [value, share] of choices) {
    left -= share;
    if (left < 0) return value;
  }
  const last = choices.at(-1);
  if (!last) throw new RangeError("There is nothing to pick from.");
  return last[0];
}

/** One of several equally likely values. */
export function pickEvenly<Value>(values: readonly [Value, ...Value[]], random: () => number): Value {
  return values[Math.floor(values.length * random())] ?? values[0];
}

/** A grade on a scale of whole numbers. */
export function grade(value: number, [low, high]: readonly [number, number]): number {
  return Math.max(low, Math.min(high, Math.round(value)));
}
