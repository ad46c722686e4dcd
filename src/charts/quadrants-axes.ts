import { nice } from "d3-array";

/** An item on the map. */
export interface QuadrantPoint {
  readonly label: string;
  readonly importance: number;
  readonly performance: number;
  /** Ends of the performance's 95 % interval. */
  readonly low?: number;
  readonly high?: number;
}

/** Where the map is divided, and what the line is called there. */
export interface CrossHair {
  readonly value: number;
  readonly label: string;
}

export interface CrossHairs {
  readonly importance: CrossHair;
  readonly performance: CrossHair;
}

/** Ends of both axes. */
export interface QuadrantAxes {
  readonly importance: readonly [number, number];
  readonly performance: readonly [number, number];
}

/** Axes that hold all points with their intervals and both cross-hairs, a little wider, with round ends. */
export function quadrantAxes(points: readonly QuadrantPoint[], cross: CrossHairs): QuadrantAxes {
  return {
    importance: widened([...points.map(({ importance }) => importance), cross.importance.value]),
    performance: widened([
      ...points.flatMap(({ performance, low, high }) => [
        performance,
        low ?? performance,
        high ?? performance,
      ]),
      cross.performance.value,
    ]),
  };
}

function widened(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const padding = (high - low || Math.abs(high) * 0.2 || 1) * 0.06;
  return nice(low - padding, high + padding, 10);
}
