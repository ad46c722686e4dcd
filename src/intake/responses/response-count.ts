import type { ItemResponse } from "../../survey/quality.ts";
import type { VariableReading } from "../../survey/reading.ts";
import { Growable } from "./growable.ts";

/**
 * What a row gave to a question, as a small number. silent: nothing was ticked, but everybody who was asked makes the
 * base, so that it counts as answered.
 */
export const states = { missing: 0, answered: 1, bad: 2, notAsked: 3, silent: 4 } as const;
export type State = keyof typeof states;

/**
 * Counts what rows gave to one question. Row by row it is only kept where answers may still be set aside because the
 * respondent was not asked: memory stays flat elsewhere.
 */
export class ResponseCount {
  readonly #counts = { answered: 0, missing: 0, bad: 0, notAsked: 0 };
  readonly #states: Growable<Uint8Array> | undefined;

  constructor({ asked }: Pick<VariableReading, "asked">) {
    this.#states = asked && new Growable((length) => new Uint8Array(length));
  }

  note(state: State): void {
    this.#counts[state === "silent" ? "answered" : state] += 1;
    this.#states?.push(states[state]);
  }

  /** The counts so far, and the state of every row where they are kept. */
  get result(): { readonly response: ItemResponse; readonly states?: Uint8Array } {
    const kept = this.#states?.values;
    return { response: { ...this.#counts }, ...(kept ? { states: kept } : {}) };
  }
}
