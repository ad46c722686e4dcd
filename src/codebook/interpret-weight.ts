import type { WeightingReading } from "../survey/reading.ts";
import { inWave } from "./by-wave.ts";
import type { Codebook } from "./schema.ts";
import type { CodebookTargets, CodebookWeight } from "./schema-weight.ts";
import type { KeyPath } from "./yaml-source.ts";

/** One way to weight, and where it is written. */
export interface WrittenWay {
  readonly path: KeyPath;
  /** The wave that it is for, or `default`; absent: for all. */
  readonly wave?: string;
  readonly way: string | CodebookTargets;
}

/** The keys of a way that computes weights; all others are waves. */
export const targetKeys = ["rake", "cells"] as const;

/** Every way to weight that a codebook writes: one for all waves, or one by wave. */
export function waysOf(weight: CodebookWeight | undefined): readonly WrittenWay[] {
  if (weight === undefined) return [];
  if (typeof weight === "string" || targetKeys.some((key) => weight[key] !== undefined))
    return [{ path: ["weight"], way: weight as string | CodebookTargets }];
  return Object.entries(weight).map(([wave, way]) => ({
    path: ["weight", wave],
    wave,
    way: way as string | CodebookTargets,
  }));
}

/** How a wave is weighted: by a column or to a population; neither where every answer counts 1. */
export function weightIn(
  wave: Codebook["waves"][number],
  weight: CodebookWeight | undefined,
): { readonly weight?: string; readonly weighting?: WeightingReading } {
  const ways = waysOf(weight);
  const byWave = Object.fromEntries(ways.map((one) => [one.wave ?? "default", one.way]));
  const way = inWave(byWave, wave.id);
  if (typeof way === "string") return { weight: way };
  const method = targetKeys.find((key) => way?.[key] !== undefined);
  const target = method && way?.[method];
  return target ? { weighting: { method, to: target.to, by: target.by } } : {};
}
