import { legIds } from "./kano.ts";
import { pathText } from "./messages.ts";
import { readYaml } from "./yaml-source.ts";

/** Where a codebook says what a question is. */
export interface QuestionPlace {
  readonly line: number;
  /** Path of keys, as problems name it. */
  readonly column: string;
  /** The id as written: of both legs of a Kano question, that of the question. */
  readonly written: string;
}

/** The places of a codebook's questions, by id; both legs of a Kano question stand where the question does. */
export function questionPlaces(text: string, file: string): ReadonlyMap<string, QuestionPlace> {
  const { source } = readYaml(text, file);
  const questions = (source?.value as { readonly questions?: unknown } | undefined)?.questions;
  if (!source || !Array.isArray(questions)) return new Map();
  return new Map(
    questions.flatMap(({ id }: { readonly id?: unknown }, at) => {
      const written = String(id);
      const path = ["questions", at];
      const place = { line: source.lineOf(path), column: pathText(path), written };
      const { functional, dysfunctional } = legIds(written);
      return [written, functional, dysfunctional].map((name) => [name, place] as const);
    }),
  );
}
