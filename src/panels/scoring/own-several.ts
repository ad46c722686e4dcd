import { deductionFor } from "../../measures/deduction.ts";
import { type Estimate, isShown } from "../../measures/estimate.ts";
import { formatNumber, formatShare, formatValue } from "../../words/numbers.ts";
import type { ReportContext } from "../context.ts";
import { figureAt, subjectPairs, sumsOf } from "../figures.ts";
import type { Asks } from "../panel.ts";
import { endsOf, indexSubject } from "../subject.ts";
import { bandRequests, readBands } from "./bands-model.ts";
import { type CardModel, type CardScoreRow, cardModel, countCard } from "./card-model.ts";
import { type FirmsRow, firmRows } from "./firms-model.ts";
import { gapUnit } from "./gap-columns.tsx";
import { gapsModel } from "./gaps-model.ts";
import type { OwnScore } from "./own-score.ts";
import { problemsModels } from "./problems-model.ts";

const unit = "index100";

/** Every score that is made of several questions' answers, in the order of the methods. */
export async function severalScores(context: ReportContext, asks: Asks): Promise<readonly OwnScore[]> {
  const group = context.words.which.ofSeveralQuestions;
  const cards = [
    ...(await cardScores(context, "national", asks)),
    ...(await cardScores(context, "fiveToOne", asks)),
  ];
  const rest = [
    ...(await gapScores(context, asks)),
    ...(await indexScores(context, asks)),
    ...(await problemScores(context, asks)),
    ...(await bandScores(context, asks)),
  ];
  return [...cards, ...rest].map((score) => ({ ...score, group }));
}

type Several = Omit<OwnScore, "group">;

async function cardScores(
  context: ReportContext,
  kind: "national" | "fiveToOne",
  asks: Asks,
): Promise<readonly Several[]> {
  const { words, language, links } = context;
  const counted = await countCard(context, kind, asks);
  const model = counted && cardModel(context, counted);
  if (!counted || !model) return [];
  const method = kind === "national" ? "M03" : "M04";
  const lowest = kind === "national" ? 0 : 20;
  const own = {
    name: model.card.title[language],
    href: `${links.overview()}#${model.card.id}`,
    ends: { min: lowest, max: 100 },
    hides: words.which.ofSeveral[kind],
  };
  const firms = await firmRows(context, counted, asks);
  return [
    ...beforeAndAfter(context, model.card, model.whole, { ...own, method }),
    ...firms.flatMap((row) => firmScores(context, model, row)),
  ];
}

interface Ruled extends Pick<Several, "name" | "href" | "note" | "ends" | "hides"> {
  readonly method: string;
}

/** A score by written rules before and after what too few returned questionnaires cost (M05), each with its interval. */
function beforeAndAfter(
  context: ReportContext,
  { deduct }: CardModel["card"],
  { before, after, deduction }: Pick<CardScoreRow, "before" | "deduction"> & { readonly after: Estimate },
  { name, method, ...own }: Ruled,
): readonly Several[] {
  const { words, language, survey } = context;
  const { which } = words;
  if (!deduct) return [{ ...own, name, methods: [method], unit, estimate: before }];
  const first = { ...own, name: which.beforeDeduction(name), methods: [method], unit, estimate: before };
  const isKnown = deduction !== undefined || after !== before;
  if (!isShown(before)) return [first];
  if (!isKnown) {
    const said = own.note === undefined ? [] : [own.note];
    return [{ ...first, note: [...said, which.returnsUnknown].join(words.clauseSeparator) }];
  }
  const rule = survey.scoring?.deduction;
  const most = rule ? deductionFor({ handedOut: 1, returned: 0 }, rule).points : 0;
  const note =
    deduction === undefined
      ? own.note
      : which.deducted(
          formatValue(deduction.points, unit, language),
          formatShare(deduction.rate, language),
          deduction.points > 0,
        );
  return [
    first,
    {
      ...own,
      ...(note === undefined ? {} : { note }),
      name: which.afterDeduction(name),
      methods: ["M05"],
      unit,
      ends: { ...own.ends, min: Math.max(0, own.ends.min - most) },
      estimate: after,
      hides: which.ofSeveral.deduction,
    },
  ];
}

/** M03's second stage: the plain mean over an industry's sampled firms. */
function firmScores(
  context: ReportContext,
  { card }: CardModel,
  { label, mean, after, isPart = false }: FirmsRow,
): readonly Several[] {
  const { words, language, links } = context;
  const { which, scoring } = words;
  const number = (value: number) => formatNumber(value, language);
  const { sampled, population, required, verdict } = mean;
  const few = verdict === "tooFew" && !isPart;
  const short = scoring.sampledShort(
    number(sampled),
    population === undefined ? undefined : number(population),
    few ? number(required) : undefined,
  );
  const head = isPart ? scoring.firmsHere : scoring.firmsSampled;
  const note = [words.scores.of(head, short), ...(few ? [scoring.tooFewFirms] : [])];
  const own = {
    name: which.overFirms(card.title[language], label),
    note: note.join(words.clauseSeparator),
    href: `${links.overview()}#${card.id}-firms`,
    ends: { min: 0, max: 100 },
    hides: which.ofSeveral.firms,
    method: "M03",
  };
  const scores = beforeAndAfter(context, card, { before: mean.estimate, after: after ?? mean.estimate }, own);
  return scores.map((score) => ({ ...score, ofFirms: true }));
}

async function gapScores(context: ReportContext, asks: Asks): Promise<readonly Several[]> {
  const { words, language, links } = context;
  const model = await gapsModel(context, asks);
  if (!model) return [];
  const rows = model.whole ? [model.whole] : model.items;
  return rows.map(({ pair, estimate }) => ({
    name: words.which.gapOf(pair ? pair.title[language] : words.scoring.gapsWhole),
    href: `${links.overview()}#gaps`,
    methods: ["M09"],
    unit: gapUnit,
    ends: { min: -model.width, max: model.width },
    signed: true,
    estimate,
    hides: words.which.ofSeveral.gap,
  }));
}

async function indexScores(context: ReportContext, asks: Asks): Promise<readonly Several[]> {
  const { survey, wave, words, language, links } = context;
  const subject = indexSubject(survey);
  if (!subject) return [];
  const pairs = await Promise.all(subjectPairs(context, subject, { waves: [wave] }).map(asks.askPairs));
  const estimate = figureAt(context, subject, sumsOf([], pairs), { wave });
  return [
    {
      name: subject.name[language],
      href: links.factor(subject.id),
      methods: [subject.method],
      unit: subject.unit,
      ends: endsOf(subject),
      estimate: estimate ?? { status: "none" },
      hides: words.which.ofSeveral.index,
    },
  ];
}

async function problemScores(context: ReportContext, asks: Asks): Promise<readonly Several[]> {
  const { words, language, links, survey } = context;
  const models = await problemsModels(context, asks);
  return models.map(({ set, whole }) => ({
    name: set.title[language],
    href: set.id === survey.scoring?.problems?.id ? links.overview() : links.question(set.id),
    note: words.scoring.lowerIsBetter,
    methods: ["M11"],
    unit: "per100",
    ends: { min: 0, max: Number.POSITIVE_INFINITY },
    estimate: whole.estimate,
    hides: words.which.ofSeveral.problems,
  }));
}

async function bandScores(context: ReportContext, { ask }: Asks): Promise<readonly Several[]> {
  const { words, language, links } = context;
  const model = readBands(context, await Promise.all(bandRequests(context).map(ask)));
  return (model?.outcomes ?? []).flatMap(({ outcome, sure }) =>
    sure.flatMap((estimate, at): readonly Several[] => {
      const band = model?.bands[at]?.band;
      if (!estimate || !band) return [];
      return [
        {
          name: words.which.inBand(outcome.title[language], band.title[language]),
          href: `${links.overview()}#bands`,
          methods: ["M18"],
          unit: "proportion",
          ends: { min: 0, max: 1 },
          estimate,
          hides: words.which.ofSeveral.bands,
        },
      ];
    }),
  );
}
