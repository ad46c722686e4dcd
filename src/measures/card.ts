import type { CountedAs, PairsRequest } from "../counts/pairs/request.ts";
import { type Question, questionIn, type RatingQuestion } from "../survey/question.ts";
import type { CardScore } from "../survey/scoring.ts";
import { questionOf, type Survey, waveIds } from "../survey/survey.ts";
import { type CodeScores, fiveToOneScores, scoresOf } from "./graded.ts";
import { type IndexDefinition, type IndexItem, itemsUnder } from "./index/definition.ts";

/** How the grades of a card count. */
export type CardKind = "national" | "fiveToOne";

/**
 * M03 and M04, a card of graded items in one wave: M = Σq ÷ (highest · m) · 100, q being an item's mean of what its
 * grades count and m how many items have answers. It is an index of equal items on shares of the maximum (M10), worked
 * out from answers that are counted by score; so its interval, its base and what is withheld are those of the index. An
 * item whose scale in the wave is not that of the last wave is left out. Undefined where no item is left.
 */
export function cardDefinition(
  survey: Survey,
  kind: CardKind,
  card: CardScore,
  wave: string,
): IndexDefinition | undefined {
  const known = memory.get(card) ?? new Map<string, IndexDefinition | undefined>();
  memory.set(card, known);
  const key = `${kind} ${wave}`;
  if (!known.has(key)) known.set(key, definitionOf(survey, kind, card, wave));
  return known.get(key);
}

/** Every estimate looks its definition up, and what is worked out of it is remembered by it. */
const memory = new WeakMap<CardScore, Map<string, IndexDefinition | undefined>>();

function definitionOf(
  survey: Survey,
  kind: CardKind,
  { id, title, of }: CardScore,
  wave: string,
): IndexDefinition | undefined {
  const latest = waveIds(survey).at(-1) ?? "";
  const items = of.flatMap((item): IndexItem[] => {
    const [here, last] = [wave, latest].map((one) => ratingIn(survey, item, one));
    const [scores, wanted] = [here, last].map((rating) => rating && cardScores(kind, rating));
    if (!here || !scores || JSON.stringify(scores) !== JSON.stringify(wanted)) return [];
    const highest = Math.max(...Object.values(scores));
    return [{ kind: "item", id: item, title: here.short, weight: 1, slope: 1 / highest, intercept: 0 }];
  });
  if (items.length === 0) return undefined;
  const alike = items.map((item) => ({ ...item, weight: 1 / items.length }));
  return { root: { kind: "index", id, title, weight: 1, of: alike }, scale: 100 };
}

/** What to count for a card: sums over pairs of its items, each answer by its score. */
export function cardRequest(
  survey: Survey,
  kind: CardKind,
  card: CardScore,
): Pick<PairsRequest, "questions" | "sets" | "as"> | undefined {
  const latest = waveIds(survey).at(-1) ?? "";
  const definition = cardDefinition(survey, kind, card, latest);
  if (!definition) return undefined;
  const questions = itemsUnder(definition.root);
  const as = questions.flatMap((id): [string, CountedAs][] => {
    const rating = ratingIn(survey, id, latest);
    const scores = rating && cardScores(kind, rating);
    return scores ? [[id, { kind: "scores", scores }]] : [];
  });
  return { questions, sets: { [card.id]: questions }, as: Object.fromEntries(as) };
}

function cardScores(kind: CardKind, { scale }: RatingQuestion): CodeScores | undefined {
  if (kind === "national") return scoresOf(scale);
  return scale.codes.length === 5 ? fiveToOneScores(scale) : undefined;
}

function ratingIn(survey: Survey, id: string, wave: string): RatingQuestion | undefined {
  const question: Question = questionIn(questionOf(survey, id), waveIds(survey), wave);
  return question.type === "rating" ? question : undefined;
}
