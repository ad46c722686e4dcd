import { estimateAt } from "../../measures/cascade.ts";
import { type Estimate, hasValue } from "../../measures/estimate.ts";
import { measuresFor } from "../../measures/registry.ts";
import { isScaleQuestion, type ScaleQuestion } from "../../survey/question.ts";
import { scaleEnds } from "../../survey/scale.ts";
import { questionAt, type ReportContext } from "../context.ts";
import { cascadeRequests } from "../figures.ts";
import type { Asks } from "../panel.ts";
import { countedSatisfied } from "../satisfied-codes.ts";
import { nameOf } from "./method-note.tsx";
import { type MethodName, type ScoredBy, scoredByAll } from "./methods-on.ts";
import type { OwnScore } from "./own-score.ts";

/** The question that heads the report, or the first on a scale, as it was put in the page's wave. */
export function exampleOf(context: ReportContext): ScaleQuestion | undefined {
  const { questions, headline } = context.survey;
  const scales = questions.filter(isScaleQuestion);
  const found = scales.find(({ id }) => id === headline) ?? scales[0];
  const question = found && questionAt(context, found.id);
  return question && isScaleQuestion(question) ? question : undefined;
}

/** A question's answers by every method that fits it (M02–M08); none where nobody answered or too few did. */
export async function questionScores(
  context: ReportContext,
  question: ScaleQuestion,
  asks: Asks,
): Promise<readonly OwnScore[]> {
  const { words, language } = context;
  const scored = await scoredIn(context, question, asks);
  return scored.map(({ name, method, ...by }) => {
    const { more = [], note } = noteOn(context, question, name);
    return {
      ...by,
      group: words.which.oneQuestion(question.short[language]),
      name: nameOf(name, words),
      methods: [method, ...more],
      ...(note === undefined ? {} : { note }),
      hides: words.which.hidesWhat[name],
    };
  });
}

/**
 * M08 of all other questions that are scored by it: each recommend question's NPS, and CSAT or CES of questions of which
 * the codebook says so.
 */
export async function otherQuestions(
  context: ReportContext,
  example: ScaleQuestion | undefined,
  asks: Asks,
): Promise<readonly OwnScore[]> {
  const { survey, words, language, links } = context;
  const rows: OwnScore[] = [];
  for (const { id } of survey.questions) {
    const question = questionAt(context, id);
    if (id === example?.id || !isScaleQuestion(question)) continue;
    const wanted = measuresFor(question, survey).flatMap(({ name }) => ofContact[name] ?? []);
    if (wanted.length === 0) continue;
    const scored = await scoredIn(context, question, asks);
    for (const { method, ...by } of scored.filter(({ name }) => wanted.includes(name))) {
      const { note } = noteOn(context, question, by.name);
      const named = by.name === "nps" ? nameOf(by.name, words) : words.which.ofContact[by.name];
      rows.push({
        ...by,
        group: words.which.otherQuestions,
        name: words.branchSubject(question.short[language], named ?? nameOf(by.name, words)),
        ...(by.name === "nps" && note !== undefined ? { note } : {}),
        href: links.question(id),
        methods: [...new Set([method, "M08"])].slice(-1),
        hides: words.which.hidesWhat[by.name],
      });
    }
  }
  return rows;
}

/** What M08's measures of one contact are among the ways to score a question. */
const ofContact: Readonly<Record<string, MethodName>> = {
  nps: "nps",
  csat: "top2",
  ces: "mean",
  easy: "easy",
};

async function scoredIn(
  context: ReportContext,
  question: ScaleQuestion,
  asks: Asks,
): Promise<readonly ScoredBy[]> {
  const { wave } = context;
  const { base } = context.survey;
  const requests = cascadeRequests(context, { questions: [question.id], waves: [wave] });
  const cascade = await Promise.all(requests.map(asks.ask));
  let scored: readonly ScoredBy[] = [];
  estimateAt(cascade, [], { question, wave, base }, ({ tally, siblings }): Estimate => {
    scored = scoredByAll(tally, question, { weighting: "weighted", base, siblings });
    return { status: "none" };
  });
  return scored.filter(({ estimate }) => hasValue(estimate));
}

/** What must be said of a method on a question: what counts as satisfied, whose M08 it is, from where detractors go. */
function noteOn(
  context: ReportContext,
  question: ScaleQuestion,
  name: MethodName,
): { readonly note?: string; readonly more?: readonly string[] } {
  const { which } = context.words;
  const { scale, measures = [] } = question;
  const { min, max } = scaleEnds(scale);
  if (name === "satisfied") return { note: which.satisfiedAre(countedSatisfied(scale, context).list) };
  if (name === "top2" && min === 1 && max === 5)
    return { note: measures.includes("csat") ? which.isCsat : which.asCsat, more: ["M08"] };
  if (name === "mean" && measures.includes("ces")) return { note: which.isCes, more: ["M08"] };
  if (name === "nps" && min === 1) return { note: which.fromOne };
  return {};
}
