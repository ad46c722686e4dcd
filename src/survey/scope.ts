import type { BranchHistory, BranchState, Network } from "./network.ts";
import { successorOf } from "./network.ts";
import type { AskedOf, Option, Question } from "./question.ts";
import type { Scoring } from "./scoring.ts";
import type { Dimension, Survey } from "./survey.ts";
import { languages, type Text } from "./text.ts";

/** The respondents that a site is about: dimension id → option ids, one of which each of them has in every dimension. */
export type Scope = Readonly<Record<string, readonly string[]>>;

/** What a scope names and a survey does not have. */
export interface UnknownScope {
  readonly dimension: string;
  readonly value?: string;
}

/**
 * Reads a scope such as `region=East&channel=web,app`. Values are ids or labels of options, in either language and
 * whatever case; parts may be escaped as in addresses.
 */
export function readScope(
  text: string,
  { dimensions }: Pick<Survey, "dimensions">,
): { readonly scope: Scope } | { readonly unknown: UnknownScope } {
  const scope: Record<string, readonly string[]> = {};
  for (const part of text.split("&").filter((one) => one.trim() !== "")) {
    const [name = "", values = ""] = splitOnce(part, "=").map(unescaped);
    const dimension = dimensions.find(({ id }) => id === name);
    if (!dimension) return { unknown: { dimension: name } };
    const ids: string[] = [];
    for (const value of values.split(",").map((one) => one.trim())) {
      const option = optionCalled(dimension, value);
      if (!option) return { unknown: { dimension: name, value } };
      ids.push(option.id);
    }
    scope[name] = ids;
  }
  return { scope };
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text.trim();
  }
}

function optionCalled({ options }: Dimension, value: string): Pick<Option, "id"> | undefined {
  // Values that are taken as found are not known before the waves are read.
  if (options.length === 0) return { id: value };
  const same = (text: string) => text.toLowerCase() === value.toLowerCase();
  return (
    options.find(({ id }) => id === value) ??
    options.find(({ id, label }) => same(id) || languages.some((language) => same(label[language])))
  );
}

/**
 * A survey as a site of a scope may know it: of every dimension only what the scope holds, of all branches through time
 * only these, no number of people invited everywhere, of firms only how many there are in an industry that is whole.
 * @param found by dimension, the ids that the scope's answers hold
 */
export function scopedSurvey(
  survey: Survey,
  scope: Scope,
  found: Readonly<Record<string, ReadonlySet<string>>>,
): Survey {
  const told = ({ id, options }: Dimension): readonly Option[] =>
    options.filter((option) => found[id]?.has(option.id) && (scope[id]?.includes(option.id) ?? true));
  const dimensions = survey.dimensions.map((dimension) => ({ ...dimension, options: told(dimension) }));
  const isTold = (dimension: string, option: string) =>
    dimensions.find(({ id }) => id === dimension)?.options.some(({ id }) => id === option) ?? true;
  return {
    ...survey,
    title: scopedTitle(survey, scope),
    dimensions,
    waves: survey.waves.map(({ invited, ...wave }) => wave),
    ...(survey.scoring ? { scoring: scopedScoring(survey.scoring, scope) } : {}),
    ...(survey.network ? { network: scopedNetwork(survey.network, found) } : {}),
    sets: survey.sets.flatMap((set) => {
      const slice = Object.entries(set.slice).map(
        ([id, values]) => [id, values.filter((value) => isTold(id, value))] as const,
      );
      return slice.every(([, values]) => values.length > 0)
        ? [{ ...set, slice: Object.fromEntries(slice) }]
        : [];
    }),
    questions: survey.questions.map((question): Question => {
      if (!question.asked) return question;
      const asked = question.asked.map(
        (one): AskedOf => ({
          ...one,
          values: one.values.filter((value) => isTold(one.id, value)),
        }),
      );
      return { ...question, asked: asked.filter(({ values }) => values.length > 0) };
    }),
  };
}

/** How many firms there are counts those outside, unless the scope is whole industries. */
function scopedScoring(scoring: Scoring, scope: Scope): Scoring {
  const { national } = scoring;
  if (!national?.firms) return scoring;
  const { industry, population } = national.firms;
  const isWhole = industry !== undefined && Object.keys(scope).every((id) => id === industry);
  const kept = Object.entries(population).filter(
    ([id]) => isWhole && industry !== undefined && (scope[industry] ?? []).includes(id),
  );
  return {
    ...scoring,
    national: { ...national, firms: { ...national.firms, population: Object.fromEntries(kept) } },
  };
}

function scopedTitle(survey: Survey, scope: Scope): Text {
  const { title } = survey;
  const of = scopeLabels(survey, scope);
  return { en: `${title.en}: ${of.en}`, zh: `${title.zh}：${of.zh}` };
}

/** Whom a scope holds, in words. */
export function scopeLabels({ dimensions }: Pick<Survey, "dimensions">, scope: Scope): Text {
  const labels = (language: keyof Text) =>
    Object.entries(scope).flatMap(([id, values]) =>
      values.map(
        (value) =>
          dimensions.find((one) => one.id === id)?.options.find((one) => one.id === value)?.label[language] ??
          value,
      ),
    );
  return { en: labels("en").join(", "), zh: labels("zh").join("、") };
}

/** The branches whose answers count to what was found, without what they were under others. */
function scopedNetwork(network: Network, found: Readonly<Record<string, ReadonlySet<string>>>): Network {
  const idsAt = (level: number) => found[network.levels[level] ?? ""];
  const kept = network.branches.filter((branch) => idsAt(branch.level)?.has(successorOf(network, branch).id));
  const isKnown = (level: number, id: string) =>
    kept.some((branch) => branch.level === level && branch.id === id) || (idsAt(level)?.has(id) ?? false);
  const seen = kept.flatMap((branch) => since(branch, isKnown) ?? []);
  const isSeen = (level: number, id: string) => seen.some((one) => one.level === level && one.id === id);
  const without = ({ level }: BranchHistory, { into, ...state }: BranchState): BranchState =>
    into !== undefined && isSeen(level, into) ? { ...state, into } : state;
  const branches = seen.map((branch): BranchHistory => {
    const [first, ...rest] = branch.states;
    return { ...branch, states: [without(branch, first), ...rest.map((one) => without(branch, one))] };
  });
  return { ...network, branches };
}

/** A branch from when on it has stood where the scope can see it; undefined where it never did. */
function since(
  branch: BranchHistory,
  isKnown: (level: number, id: string) => boolean,
): BranchHistory | undefined {
  const isOutside = ({ parent }: BranchState) => parent !== undefined && !isKnown(branch.level - 1, parent);
  const last = branch.states.findLastIndex(isOutside);
  if (last < 0) return branch;
  const [first, ...rest] = branch.states.slice(last + 1);
  if (!first) return undefined;
  const { from, ...begun } = first;
  return { ...branch, states: [begun, ...rest] };
}
