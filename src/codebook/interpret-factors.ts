import { isScaleQuestion, type Question, type ScaleQuestion } from "../survey/question.ts";
import { type Scale, scaleEnds } from "../survey/scale.ts";
import type { Factor, IndexSettings } from "../survey/survey.ts";
import { textOf } from "./interpret-texts.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookFactor } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

/** Factors nest no deeper (M10). */
const deepestLevel = 4;

export function interpretFactor(written: CodebookFactor): Factor {
  return {
    id: written.id,
    title: textOf(written.title, written.id),
    ...(written.weight === undefined ? {} : { weight: written.weight }),
    ...(written.owner === undefined ? {} : { owner: textOf(written.owner, "") }),
    of: written.of.map((member) => (typeof member === "string" ? member : interpretFactor(member))),
  };
}

/**
 * The codebook's index with its defaults: 1000 points, of which an item gets its share of the maximum; on 100 points,
 * its place between the ends of the scale. Weights are the factors' own where they state any, else all alike.
 */
export function interpretIndex({ index, factors = [] }: Codebook): IndexSettings | undefined {
  if (!index) return undefined;
  const measure = index.measure ?? "index1000";
  const weighs = factors.some(({ id, weight }) => index.of.includes(id) && weight !== undefined);
  return {
    id: index.id,
    title: textOf(index.title, index.id),
    of: index.of,
    measure,
    rescale: index.rescale ?? (measure === "index1000" ? "share" : "range"),
    weights: index.weights ?? (weighs ? "stated" : "equal"),
    ...(index.target === undefined ? {} : { target: index.target }),
  };
}

/** What is wrong with factors and the index that are made of questions that exist. */
export function checkFactors(codebook: Codebook, questions: readonly Question[], notebook: Notebook): void {
  codebook.factors?.forEach((factor, at) => {
    checkFactor(factor, ["factors", at], { questions, notebook, level: 1 });
  });
  checkIds(codebook, questions, notebook);
  checkIndex(codebook, questions, notebook);
}

interface Place {
  readonly questions: readonly Question[];
  readonly notebook: Notebook;
  readonly level: number;
}

function checkFactor(factor: CodebookFactor, path: KeyPath, { questions, notebook, level }: Place): void {
  if (level > deepestLevel)
    notebook.stop(path, {
      message: `The factor "${factor.id}" is on level ${level}`,
      expected: `factors in factors to level ${deepestLevel}`,
      mend: "Put its questions into the factor above it.",
      value: factor.id,
    });
  checkMemberWeights(factor.of, [...path, "of"], notebook);
  factor.of.forEach((member, at) => {
    const place = [...path, "of", at];
    if (typeof member !== "string") checkFactor(member, place, { questions, notebook, level: level + 1 });
    else checkItem(member, place, questions, notebook);
    if (typeof member === "string" && factor.of.indexOf(member) < at)
      notebook.stop(place, {
        message: `"${member}" stands twice in the factor "${factor.id}"`,
        expected: "every question once in a factor",
        mend: "Take one of the two out.",
        value: member,
      });
  });
}

/** A factor is a mean of item scores (M10). */
function checkItem(id: string, path: KeyPath, questions: readonly Question[], notebook: Notebook): void {
  const question = questions.find((candidate) => candidate.id === id);
  if (!question || isScaleQuestion(question)) return;
  notebook.stop(path, {
    message: `"${id}" is a question of type ${question.type}, and a factor is the mean of rated questions`,
    expected: "questions of type rating or nps",
    mend: "Take it out of the factor.",
    value: id,
  });
}

/** Members of one factor weigh as they state, all of them, or all alike. */
function checkMemberWeights(
  members: readonly (string | CodebookFactor)[],
  path: KeyPath,
  notebook: Notebook,
): void {
  const weighs = (member: string | CodebookFactor) =>
    typeof member !== "string" && member.weight !== undefined;
  const without = members.findIndex((member) => !weighs(member));
  if (without < 0 || !members.some(weighs)) return;
  const member = members[without];
  const name = typeof member === "string" ? member : (member?.id ?? "");
  notebook.stop([...path, without], {
    message: `"${name}" states no weight, and another member of the same factor does`,
    expected: "a weight on every member, or on none; questions can't state one",
    mend:
      typeof member === "string"
        ? `Make a factor with a weight of the question: { id: …, weight: …, of: [${name}] }.`
        : "State its weight, or take the weights of the others out.",
    value: name,
    rests: notebook.restsOnEach(path, members.length, ["weight"]),
  });
}

/** Factors, the index and questions stand in one list of published figures. */
function checkIds(
  { factors = [], index }: Codebook,
  questions: readonly Question[],
  notebook: Notebook,
): void {
  const taken = new Map(questions.map(({ id }) => [id.toLowerCase(), "a question"]));
  const claim = (id: string, path: KeyPath, kind: string): void => {
    const owner = taken.get(id.toLowerCase());
    if (owner === undefined) taken.set(id.toLowerCase(), kind);
    else
      notebook.stop(path, {
        message: `"${id}" is already the id of ${owner}`,
        expected: "an id that no question, factor or index has",
        mend: "Rename one of the two.",
        value: id,
      });
  };
  const claimAll = ({ id, of }: CodebookFactor, path: KeyPath): void => {
    claim(id, [...path, "id"], "a factor");
    of.forEach((member, at) => {
      if (typeof member !== "string") claimAll(member, [...path, "of", at]);
    });
  };
  factors.forEach((factor, at) => {
    claimAll(factor, ["factors", at]);
  });
  if (index) claim(index.id, ["index", "id"], "the index");
}

function checkIndex(codebook: Codebook, questions: readonly Question[], notebook: Notebook): void {
  const { index, factors = [] } = codebook;
  const settings = interpretIndex(codebook);
  if (!index || !settings) return;
  index.of.forEach((id, at) => {
    if (index.of.indexOf(id) < at)
      notebook.stop(["index", "of", at], {
        message: `The factor "${id}" stands twice in the index`,
        expected: "every factor once",
        mend: "Take one of the two out.",
        value: id,
      });
    const factor = factors.findIndex((candidate) => candidate.id === id);
    if (settings.weights === "stated" && factors[factor] && factors[factor].weight === undefined)
      notebook.stop(["factors", factor], {
        message: `The index takes stated weights, but its factor "${id}" states none`,
        expected: "weight: a number above 0, on every factor of the index",
        mend: "State the weight, or write weights: equal in the index.",
        value: id,
        rests: [
          ["factors", factor, "weight"],
          ["index", "weights"],
        ],
      });
    if (factors[factor]) checkScales(factors[factor], ["factors", factor], { settings, questions, notebook });
  });
  const most = settings.measure === "index1000" ? 1000 : 100;
  const { target } = settings;
  if (target !== undefined && !(target > 0 && target <= most))
    notebook.stop(["index", "target"], {
      message: `The index can't reach ${target}: it goes from 0 to ${most}`,
      expected: `a number above 0, to ${most}`,
      mend: "Write the target on the index's own scale.",
      value: target,
      rests: [
        ["index", "target"],
        ["index", "measure"],
      ],
    });
}

interface IndexPlace {
  readonly settings: IndexSettings;
  readonly questions: readonly Question[];
  readonly notebook: Notebook;
}

/** Every scale that an item ever had must have a place between 0 and 1 for each code. */
function checkScales(factor: CodebookFactor, path: KeyPath, place: IndexPlace): void {
  factor.of.forEach((member, at) => {
    if (typeof member !== "string") checkScales(member, [...path, "of", at], place);
    const question = place.questions.find((candidate) => candidate.id === member);
    if (!question || !isScaleQuestion(question)) return;
    const flat = scalesOf(question)
      .map(scaleEnds)
      .find(({ min, max }) => (place.settings.rescale === "share" ? max <= 0 : max <= min));
    if (!flat) return;
    place.notebook.stop([...path, "of", at], {
      message: `The scale of "${member}", ${flat.min} to ${flat.max}, can't be rescaled`,
      expected: "a scale with more than one code",
      mend: "Correct the scale, or take the question out of the factor.",
      value: member,
    });
  });
}

function scalesOf({ scale, versions }: ScaleQuestion): readonly Scale[] {
  return [scale, ...versions.flatMap((version) => version.scale ?? [])];
}
