import type { DraftScale } from "./guess.ts";
import { slug } from "./ids.ts";
import type { NamedQuestion } from "./named-questions.ts";

/** The scales of a draft, each with a name: scale5 for 1–5, scale0-10 for 0–10, words for scales with labels. */
export class Scales {
  readonly #names = new Map<string, string>();
  readonly #scales = new Map<string, DraftScale>();

  constructor(questions: readonly NamedQuestion[]) {
    for (const { question } of questions) {
      const { answers } = question.guess;
      if (answers.type === "rating") this.#add(answers.scale);
      for (const { scale } of question.scales ?? []) this.#add(scale);
    }
  }

  nameOf(scale: DraftScale): string {
    return this.#names.get(JSON.stringify(scale)) ?? "";
  }

  /** As they stand under `scales`. */
  entries(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      [...this.#scales].map(([name, { codes, labels }]) => [
        name,
        labels ? { codes, labels } : { min: codes[0], max: codes.at(-1) },
      ]),
    );
  }

  #add(scale: DraftScale): void {
    const key = JSON.stringify(scale);
    if (this.#names.has(key)) return;
    const { codes, labels } = scale;
    const top = slug(labels?.at(-1) ?? "");
    const wanted = labels
      ? top
      : codes[0] === 1
        ? `scale${codes.at(-1)}`
        : `scale${codes[0]}-${codes.at(-1)}`;
    let name = wanted || "scale";
    for (let number = 2; this.#scales.has(name); number += 1) name = `${wanted}-${number}`;
    this.#names.set(key, name);
    this.#scales.set(name, scale);
  }
}
