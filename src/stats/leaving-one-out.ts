/**
 * For each of some values what all the others come to, by adding alone: in as many steps as there are values, and without
 * taking a value off a sum, which would lose the digits of what is left.
 *
 * @param add takes two together, in whatever groups
 * @example leavingOneOut([1, 2, 3], (a, b) => a + b, 0) // [5, 4, 3]
 */
export function leavingOneOut<Value>(
  values: readonly Value[],
  add: (one: Value, other: Value) => Value,
  nothing: Value,
): readonly Value[] {
  const after = values.map(() => nothing);
  for (let at = values.length - 2; at >= 0; at--)
    after[at] = add(values[at + 1] ?? nothing, after[at + 1] ?? nothing);
  let before = nothing;
  return values.map((value, at) => {
    const others = add(before, after[at] ?? nothing);
    before = add(before, value);
    return others;
  });
}
