import { suggestion } from "../survey/nearest.ts";
import type { Problem } from "../survey/problem.ts";
import { areRelated, isUnder } from "./key-path.ts";
import { pathText } from "./messages.ts";
import type { Salvage } from "./salvage.ts";
import type { KeyPath, YamlSource } from "./yaml-source.ts";

/** What is wrong, in words. */
export interface Complaint {
  readonly message: string;
  readonly expected: string;
  readonly mend: string;
  readonly value?: unknown;
  /** What it rests on, where that is more, or less, than what stands at its place. */
  readonly rests?: readonly KeyPath[];
}

/** What is not known of a codebook of which parts can't be used, in paths of the analyst's file. */
export type Gaps = Omit<Salvage, "codebook">;

/** The keys under which things of a kind are defined. */
const homes: Readonly<Record<string, readonly string[]>> = {
  question: ["questions"],
  "rated question": ["questions"],
  "question or dimension": ["questions", "dimensions"],
  dimension: ["dimensions"],
  "level of the hierarchy": ["hierarchy"],
  factor: ["factors"],
  scale: ["scales"],
  wave: ["waves"],
};

interface Unknown {
  readonly name: string;
  readonly homes: readonly string[];
}

/**
 * Collects what is wrong with one codebook while it is interpreted, each problem at its line. What follows only from
 * something that can't be used, and is told of itself, is held back.
 */
export class Notebook {
  readonly #problems: Problem[] = [];
  /** Names that nothing has, by the problem that says so, with the keys that they would be defined under. */
  readonly #unknown = new Map<Problem, Unknown>();
  readonly #source: YamlSource;
  readonly #gaps: Gaps | undefined;
  readonly #lost = new Map<string, readonly string[]>();

  constructor(source: YamlSource, gaps?: Gaps) {
    this.#source = source;
    this.#gaps = gaps;
  }

  get problems(): readonly Problem[] {
    return this.#problems.filter((problem) => !this.#mayBeNameless(this.#unknown.get(problem)));
  }

  /** True when nothing may be built from the codebook. */
  get stopped(): boolean {
    return this.#problems.some(({ severity }) => severity === "stop");
  }

  /** Notes a problem once, however many questions share what is wrong. */
  stop(path: KeyPath, what: Complaint & { readonly unknown?: Unknown }): void {
    this.#add("stop", path, what);
  }

  /** Something that the analyst should know, though nothing is wrong. */
  note(path: KeyPath, what: Complaint): void {
    this.#add("note", path, what);
  }

  /** Something wrong in a file that the codebook names, given relative to the codebook. */
  stopIn(path: string, line: number, { value, ...what }: Complaint): void {
    const folder = this.#source.file.slice(0, this.#source.file.lastIndexOf("/") + 1);
    if (this.#isUnreadable(what.message)) return;
    const shown = value === undefined || value === "" ? {} : { value: String(value) };
    const problem: Problem = { severity: "stop", file: folder + path, line, ...what, ...shown };
    const isKnown = (one: Problem) =>
      one.file === problem.file && one.line === line && one.message === problem.message;
    if (!this.#problems.some(isKnown)) this.#problems.push(problem);
  }

  /** True where something was told of this very place. */
  hasTold(path: KeyPath): boolean {
    const column = pathText(this.#inFile(path));
    return this.#problems.some((one) => one.file === this.#source.file && one.column === column);
  }

  /** Something that is defined, but not understood: what names it is not wrong for that. */
  lose(home: string, name: string): void {
    this.#lost.set(home, [...(this.#lost.get(home) ?? []), name]);
  }

  /** True where something at, above or under a path can't be used. */
  isDamaged(path: KeyPath): boolean {
    const place = this.#inFile(path);
    return this.#gaps?.damaged.some((gap) => areRelated(place, gap)) ?? false;
  }

  /** What a judgement over all entries of a list rests on: some keys of each, and that no entry was taken out. */
  restsOnEach(list: KeyPath, count: number, keys: readonly string[]): readonly KeyPath[] {
    const place = this.#inFile(list);
    const isEntry = (gap: KeyPath) => gap.length === place.length + 1 && isUnder(gap, place);
    if (this.#gaps?.damaged.some(isEntry)) return [list];
    return Array.from({ length: count }, (_, at) => keys.map((key) => [...list, at, key])).flat();
  }

  /** The line that a key or an entry of a list stands in. */
  lineOf(path: KeyPath): number {
    return this.#source.lineOf(this.#inFile(path));
  }

  #inFile(path: KeyPath): KeyPath {
    return this.#gaps?.pathInFile(path) ?? path;
  }

  #isUnreadable(text: unknown): boolean {
    return this.#gaps?.standIns.some((name) => String(text).includes(name)) ?? false;
  }

  #add(severity: "stop" | "note", path: KeyPath, what: Complaint & { readonly unknown?: Unknown }): void {
    if ((what.rests ?? [path]).some((place) => this.isDamaged(place))) return;
    if (this.#isUnreadable(what.message) || this.#isUnreadable(what.value)) return;
    const column = pathText(this.#inFile(path));
    const known = this.#problems.some((one) => one.column === column && one.message === what.message);
    if (known) return;
    const problem: Problem = {
      severity,
      file: this.#source.file,
      line: this.lineOf(path),
      column,
      message: what.message,
      expected: what.expected,
      mend: what.mend,
      ...(what.value === undefined ? {} : { value: String(what.value) }),
    };
    this.#problems.push(problem);
    if (what.unknown) this.#unknown.set(problem, what.unknown);
  }

  /** Keys of a map in the order in which the analyst wrote them. */
  keysOf(path: KeyPath): readonly string[] {
    return this.#source.keysOf(this.#inFile(path));
  }

  /**
   * A reference to something that must exist; the nearest name is proposed. Returns whether it does.
   *
   * @param rests where the candidates stand, if that is not the key of their kind
   */
  knows(
    path: KeyPath,
    kind: string,
    written: string,
    candidates: readonly string[],
    rests: readonly KeyPath[] = [],
  ): boolean {
    if (candidates.includes(written)) return true;
    const lost = (homes[kind] ?? []).flatMap((home) => this.lostOf(home));
    if (lost.includes(written)) return false;
    const known = [...candidates.filter((name) => !this.#isUnreadable(name)), ...lost];
    this.stop(path, {
      message: `There is no ${kind} "${written}"`,
      expected:
        known.length > 0
          ? `one of ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}`
          : `a ${kind} of this codebook`,
      mend: suggestion(written, known, `Define the ${kind}, or name one that exists.`),
      value: written,
      unknown: { name: written, homes: homes[kind] ?? [] },
      rests: [path, ...rests, ...(homes[kind] ?? []).flatMap((home) => this.#goneAsWhole(home))],
    });
    return false;
  }

  /** Names of what was taken out, or is not understood, under a key. */
  lostOf(home: string): readonly string[] {
    return [...(this.#lost.get(home) ?? []), ...(this.#gaps?.lost.get(home) ?? [])];
  }

  /** Unknown names may be those of entries whose own name can't be read, where there are no more of them. */
  #mayBeNameless(unknown: Unknown | undefined): boolean {
    const home = unknown?.homes.find((key) => this.#gaps?.nameless.has(key));
    if (home === undefined) return false;
    const names = [...this.#unknown.values()].flatMap(({ name, homes }) =>
      homes.includes(home) ? name : [],
    );
    return new Set(names).size <= (this.#gaps?.nameless.get(home) ?? 0);
  }

  /** Of a list that can't be read as a whole nothing is known. */
  #goneAsWhole(home: string): readonly KeyPath[] {
    return this.#gaps?.damaged.some((gap) => gap.length === 1 && gap[0] === home) ? [[home]] : [];
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
