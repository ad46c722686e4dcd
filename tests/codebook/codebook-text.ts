import { type Interpretation, interpretCodebook } from "../../src/codebook/interpret.ts";
import type { Problem } from "../../src/survey/problem.ts";
import type { VariableReading } from "../../src/survey/reading.ts";

export type Outcome = ReturnType<typeof interpretCodebook>;

/** Interprets a codebook that stands in a folder with the given files. */
export function interpret(text: string, files: Readonly<Record<string, string>> = {}): Outcome {
  return interpretCodebook(text, { file: "survey.yaml", folder: "/data", readText: (path) => files[path] });
}

/** The interpretation of a codebook that has nothing wrong with it. */
export function understood(text: string, files: Readonly<Record<string, string>> = {}): Interpretation {
  const { interpretation, problems } = interpret(text, files);
  if (!interpretation) throw new Error(`not understood: ${JSON.stringify(problems, null, 2)}`);
  return interpretation;
}

/** How a wave reads one variable of the store; undefined: not at all. */
export function variable(
  { reading }: Interpretation,
  wave: string,
  name: string,
): VariableReading | undefined {
  return reading.waves.find((one) => one.wave === wave)?.variables.find((one) => one.name === name);
}

/** A codebook of one wave and one rating; keys handed in come first, questions after the one that is there. */
export function codebook({
  keys = "",
  questions = "",
  wave = "",
}: {
  keys?: string;
  questions?: string;
  wave?: string;
} = {}): string {
  return `id: shop
title: Shop
${keys}${keys && !keys.endsWith("\n") ? "\n" : ""}waves: [{ id: "2024", file: answers.csv${wave} }]
questions:
  - { id: overall, type: rating, scale: { min: 1, max: 10 }, column: Q1 }
${questions}`;
}

/** Where in a codebook a piece of text stands, counting lines from 1. */
export function lineOf(text: string, piece: string): number {
  const at = text.indexOf(piece);
  if (at < 0) throw new Error(`the codebook has no ${piece}`);
  return text.slice(0, at).split("\n").length;
}

/** The one problem of a codebook. */
export function onlyProblem(text: string, files: Readonly<Record<string, string>> = {}): Problem {
  const { problems, interpretation } = interpret(text, files);
  const [problem] = problems;
  if (problems.length !== 1 || !problem || interpretation)
    throw new Error(`one problem was expected: ${JSON.stringify(problems, null, 2)}`);
  return problem;
}
