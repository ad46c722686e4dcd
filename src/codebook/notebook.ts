import type { Problem } from "../survey/problem.ts";
import { pathText } from "./messages.ts";
import { suggestion } from "./nearest.ts";
import type { KeyPath, YamlSource } from "./yaml-source.ts";

/** Collects what is wrong with one codebook while it is interpreted, each problem at its line. */
export class Notebook {
  readonly problems: Problem[] = [];
  readonly #source: YamlSource;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  stop(path: KeyPath, what: { message: string; expected: string; mend: string; value?: unknown }): void {
    this.problems.push({
      severity: "stop",
      file: this.#source.file,
      line: this.#source.lineOf(path),
      column: pathText(path),
      message: what.message,
      expected: what.expected,
      mend: what.mend,
      ...(what.value === undefined ? {} : { value: String(what.value) }),
    });
  }

  /** A reference to something that must exist; the nearest name is proposed. Returns whether it does. */
  knows(path: KeyPath, kind: string, written: string, candidates: readonly string[]): boolean {
    if (candidates.includes(written)) return true;
    this.stop(path, {
      message: `There is no ${kind} "${written}"`,
      expected:
        candidates.length > 0
          ? `one of ${candidates.slice(0, 12).join(", ")}${candidates.length > 12 ? ", …" : ""}`
          : `a ${kind} of this codebook`,
      mend: suggestion(written, candidates, `Define the ${kind}, or name one that exists.`),
      value: written,
    });
    return false;
  }

  /** Ids must be given once. */
  unique(path: KeyPath, kind: string, ids: readonly string[]): void {
    ids.forEach((id, at) => {
      if (ids.indexOf(id) === at) return;
      this.stop([...path, at, "id"], {
        message: `The ${kind} "${id}" is defined twice`,
        expected: "every id once",
        mend: "Rename one of the two or take it out.",
        value: id,
      });
    });
  }
}
