import { isChoiceQuestion, isScaleQuestion, type Question, type ScaleQuestion } from "../survey/question.ts";
import type { Dimension } from "../survey/survey.ts";
import { codePlaces } from "./code-places.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

interface Known {
  readonly dimensions: readonly Dimension[];
  readonly questions: readonly Question[];
  readonly notebook: Notebook;
}

/**
 * Who was asked (`asked`) must be told by questions and groups of this codebook and by codes that they have; a question
 * can't wait for its own answer, not even by way of others.
 */
export function checkRouting(codebook: Codebook, known: Known): void {
  const conditions = new Map(codebook.questions.map(({ id, asked = {} }) => [id, Object.keys(asked)]));
  codebook.questions.forEach(({ id, asked = {} }, at) => {
    for (const [source, values] of Object.entries(asked)) {
      const path = ["questions", at, "asked", source];
      const codes = codesOf(source, known);
      const names = [...known.dimensions, ...known.questions].map((one) => one.id);
      if (!known.notebook.knows(path, "question or dimension", source, names)) continue;
      if (!codes) known.notebook.stop(path, noCodes(source));
      else if (codes.length > 0)
        values.forEach((value, place) => {
          known.notebook.knows([...path, place], "code", value, codes, codePlaces(codebook, source));
        });
    }
    if (waitsForItself(id, conditions)) known.notebook.stop(["questions", at, "asked"], circle(id));
  });
}

/** Codes that a condition can name; none where they are taken as found; undefined where there are no codes at all. */
function codesOf(source: string, { dimensions, questions }: Known): readonly string[] | undefined {
  const dimension = dimensions.find(({ id }) => id === source);
  if (dimension) return dimension.options.map(({ id }) => id);
  const question = questions.find(({ id }) => id === source);
  if (question && isScaleQuestion(question)) return scaleCodes(question);
  return question && isChoiceQuestion(question) ? question.options.map(({ id }) => id) : undefined;
}

/** The codes of all scales that a question has had. */
function scaleCodes({ scale, versions }: ScaleQuestion): readonly string[] {
  const codes = [scale, ...versions.flatMap((version) => version.scale ?? [])].flatMap((one) => one.codes);
  return [...new Set(codes)].map(String);
}

function waitsForItself(id: string, conditions: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const waiting = [...(conditions.get(id) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(conditions.get(next) ?? []));
  }
  return false;
}

function noCodes(source: string) {
  return {
    message: `"${source}" has no codes that could tell who was asked`,
    expected: "a rating, a choice or a dimension",
    mend: "Name the question that the respondents were sorted by.",
    value: source,
  };
}

function circle(id: string) {
  return {
    message: `Whether "${id}" was asked would depend on its own answer`,
    expected: "conditions on questions that were asked before",
    mend: "Take the condition out that leads back.",
    value: id,
  };
}
