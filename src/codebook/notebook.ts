import { suggestion } from "../survey/nearest.ts";
import type { Problem } from "../survey/problem.ts";
import { pathText } from "./messages.ts";
import type { KeyPath, YamlSource } from "./yaml-source.ts";

/** What is wrong, in words. */
export interface Complaint {
  readonly message: string;
  readonly expected: string;
  readonly mend: string;
  readonly value?: unknown;
}

/** Collects what is wrong with one codebook while it is interpreted, each problem at its line. */
export class Notebook {
  readonly problems: Problem[] = [];
  readonly #source: YamlSource;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  /** True when nothing may be built from the codebook. */
  get stopped(): boolean {
    return this.problems.some(({ severity }) => severity === "stop");
  }

  /** Notes a problem once, however many questions share what is wrong. */
  stop(path: KeyPath, what: Complaint): void {
    this.#add("stop", path, what);
  }

  /** Something that the analyst should know, though nothing is wrong. */
  note(path: KeyPath, what: Complaint): void {
    this.#add("note", path, what);
  }

  /** Something wrong in a file that the codebook names, given relative to the codebook. */
  stopIn(path: string, line: number, { value, ...what }: Complaint): void {
    const folder = this.#source.file.slice(0, this.#source.file.lastIndexOf("/") + 1);
    const shown = value === undefined || value === "" ? {} : { value: String(value) };
    const problem: Problem = { severity: "stop", file: folder + path, line, ...what, ...shown };
    const isKnown = (one: Problem) =>
      one.file === problem.file && one.line === line && one.message === problem.message;
    if (!this.problems.some(isKnown)) this.problems.push(problem);
  }

  #add(severity: "stop" | "note", path: KeyPath, what: Complaint): void {
    const column = pathText(path);
    const known = this.problems.some((one) => one.column === column && one.message === what.message);
    if (known) return;
    this.problems.push({
      severity,
      file: this.#source.file,
      line: this.#source.lineOf(path),
      column,
      message: what.message,
      expected: what.expected,
      mend: what.mend,
      ...(what.value === undefined ? {} : { value: String(what.value) }),
    });
  }

  /** Keys of a map in the order in which the analyst wrote them. */
  keysOf(path: KeyPath): readonly string[] {
    return this.#source.keysOf(path);
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

  /** Ids must be given once; upper and lower case don't tell them apart in the store, in addresses and in file names. */
  unique(path: KeyPath, kind: string, ids: readonly string[]): void {
    const plain = ids.map((id) => id.toLowerCase());
    ids.forEach((id, at) => {
      if (plain.indexOf(plain[at] ?? "") === at) return;
      this.stop([...path, at, "id"], {
        message: `The ${kind} "${id}" is defined twice`,
        expected: "every id once",
        mend: "Rename one of the two or take it out.",
        value: id,
      });
    });
  }
}
