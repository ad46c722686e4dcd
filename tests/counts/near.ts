import { expect } from "vitest";

/** A value in which every number is met to 1e-9 of its size: engines may add weights up in another order. */
export function near(value: unknown, tolerance = 1e-9): unknown {
  if (typeof value === "number")
    return expect.toSatisfy(
      (found: number) => Math.abs(found - value) <= tolerance * Math.max(1, Math.abs(value)),
      `near ${value}`,
    );
  if (value instanceof Float64Array)
    return expect.toSatisfy(
      (found: Float64Array) =>
        found.length === value.length &&
        found.every((one, at) => {
          const wanted = value[at] ?? Number.NaN;
          return Math.abs(one - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
        }),
      `near ${value}`,
    );
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, near(inner, tolerance)]));
  if (Array.isArray(value)) return value.map((inner) => near(inner, tolerance));
  if (value instanceof Object)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, near(inner, tolerance)]));
  return value;
}
