import { isChoiceQuestion, isScaleQuestion, type Question } from "../survey/question.ts";
import { questionOf, type Survey } from "../survey/survey.ts";
import { asPut } from "./as-put.ts";
import { best } from "./best.tsx";
import { branchHistory } from "./branch-history.tsx";
import { branchLuck } from "./branch-luck.tsx";
import { branchMoves } from "./branch-moves.tsx";
import { branchScores } from "./branch-scores.tsx";
import { branchSpread } from "./branch-spread.tsx";
import { breakdown } from "./breakdown.tsx";
import { choicesOverview } from "./choices-overview.tsx";
import { distribution } from "./distribution.tsx";
import { findings } from "./findings.tsx";
import type { FindingsModel } from "./findings-model.ts";
import { headline, headlineNotes } from "./headline.tsx";
import { heatTable } from "./heat-table.tsx";
import { importanceMap } from "./importance-map.tsx";
import { indexParts } from "./index-parts.tsx";
import { kin } from "./kin.tsx";
import { luck } from "./luck.tsx";
import { measuresTable } from "./measures-table.tsx";
import { mix } from "./mix.tsx";
import { mixNote } from "./mix-note.tsx";
import { outside } from "./outside.tsx";
import type { AnyPanel } from "./page.ts";
import type { GatheringPanel, Panel } from "./panel.ts";
import { printedWaves } from "./printed-waves.tsx";
import { questionFacts } from "./question-facts.tsx";
import { questionScores } from "./question-scores.tsx";
import { reliability } from "./reliability.tsx";
import { besideProblems } from "./scoring/beside-problems.ts";
import { pairGap } from "./scoring/pair-gap.tsx";
import { problemPanels, problemsFirst, scoringPanels } from "./scoring/panels.ts";
import { problemsHead } from "./scoring/problems-head.tsx";
import { problemsTrend } from "./scoring/problems-trend.tsx";
import { meanAndSatisfied } from "./scoring/satisfied.tsx";
import { segmentGrades } from "./segment-grades.tsx";
import { underSole } from "./sole-branch.ts";
import { betterOf, headlineSubject, type IndexSubject, type Subject, subjectOf } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";
import { trend } from "./trend.tsx";
import { whatMoved } from "./what-moved.tsx";
import { why } from "./why.tsx";

/** Panels of a page, in reading order. */
export type PagePanels = readonly AnyPanel[];

/** Makes panels of a subject as it was put in the page's wave. */
function panelsOf(survey: Survey, subject: Subject) {
  return <Model>(panelOf: (subject: Subject) => Panel<Model>): Panel<Model> =>
    subject.kind === "index"
      ? panelOf(subject)
      : asPut(subject.question, (question) => panelOf(subjectOf(survey, question) ?? subject));
}

/** An overview of a wave: the headline, its trend, questions, branches. */
export function overviewPanels(survey: Survey): PagePanels {
  const subject = headlineSubject(survey);
  if (subject && survey.scoring?.problems?.heads) return headedByProblems(survey, subject);
  if (!subject)
    return [
      kin,
      ...choicePanels(questionOf(survey, survey.headline), survey),
      printedWaves,
      ...problemsFirst(survey),
      ...scoringPanels(survey, "overview"),
      questionScores(),
      choicesOverview,
    ];
  const of = panelsOf(survey, subject);
  return [
    kin,
    of(headline),
    findings(subject, "overview"),
    of(headlineNotes),
    outside({ kind: "overview" }),
    ...problemsFirst(survey),
    ...underHead(survey, subject),
  ];
}

/**
 * What an overview tells after its head: how its figure moved, what it is made of, what else was asked, where.
 * @param notes on the figure, where others head the page
 */
function underHead(survey: Survey, subject: Subject, notes: PagePanels = []): PagePanels {
  const of = panelsOf(survey, subject);
  return [
    printedWaves,
    of(trend),
    ...notes,
    of(whatMoved),
    ...partsOf(subject, [of(mixNote)]),
    ...mapOf(subject),
    ...scoringPanels(survey, "overview"),
    questionScores(),
    of(mixNote),
    choicesOverview,
    ...heatOf(subject),
    underSole(of(branchScores)),
  ];
}

/** An overview of a survey that is about problems: how many there are and of which kinds, then what else was asked. */
function headedByProblems(survey: Survey, subject: Subject): PagePanels {
  const notes = panelsOf(survey, subject)(headlineNotes);
  return [
    kin,
    ...problemsOf(survey, findings(subject, "overview")),
    ...underHead(survey, subject, [notes]).map(besideProblems(subject)),
  ];
}

/** What heads a page of problems: how many there are, what matters most, of which kinds they are, how they moved. */
function problemsOf(survey: Survey, found: GatheringPanel<FindingsModel>): PagePanels {
  return [problemsHead, untitled(found), ...problemsFirst(survey), problemsTrend];
}

/** A panel on a page that another heads. */
function untitled<Model>(panel: GatheringPanel<Model>): GatheringPanel<Model> {
  const { title: _title, summary: _summary, basis: _basis, brief: _brief, ...rest } = panel;
  return rest;
}

/** What moved the headline of a wave; nothing where the survey has no figure that heads it. */
export function whyPanels(survey: Survey): PagePanels {
  const subject = headlineSubject(survey);
  return subject ? [kin, panelsOf(survey, subject)(why)] : [];
}

/**
 * A branch's page: its headline, its trend beside its parent's, its history, its questions, its branches or siblings.
 * One that `ended` before the page's wave has no scores in it.
 */
export function branchPanels(
  survey: Survey,
  { ended = false }: { readonly ended?: boolean } = {},
): PagePanels {
  const subject = headlineSubject(survey);
  if (!subject) return [kin, branchHistory, printedWaves, ...(ended ? [] : [questionScores()])];
  const of = panelsOf(survey, subject);
  const note = of((one) => mixNote(one, "mix"));
  const questions = ended ? [] : [questionScores(), note];
  const isHeaded = !ended && survey.scoring?.problems?.heads === true;
  const found = findings(subject, "branch");
  const parts = ended ? [] : partsOf(subject, [note]);
  const notes = [of(headlineNotes)];
  const rest = [
    ...(isHeaded ? [] : notes),
    printedWaves,
    of(trend),
    ...(isHeaded ? notes : []),
    branchHistory,
    ...(ended ? [] : [of(mix), of(branchMoves)]),
    ...(ended || betterOf(subject) === "neither" ? [] : [branchLuck(subject)]),
    ...(ended ? [] : [branchSpread(subject)]),
    ...parts,
    ...(ended ? [] : [...(isHeaded ? [] : problemsFirst(survey)), ...scoringPanels(survey, "branch")]),
    ...questions,
    ...(ended ? [] : heatOf(subject)),
    of(branchScores),
  ];
  if (isHeaded) return [kin, ...problemsOf(survey, found), ...rest.map(besideProblems(subject))];
  return [kin, of(headline), ...(ended ? [] : [found]), ...rest];
}

/** The page that ranks the whole network. */
export function bestPanels(subject: Subject): PagePanels {
  return [best(subject)];
}

/** The page that holds the whole network against chance. */
export function luckPanels(subject: Subject): PagePanels {
  return [luck(subject)];
}

/** A page of the index or of a factor: its figure, trend, parts and items, its branches, and who says what. */
export function factorPanels(survey: Survey, subject: IndexSubject): PagePanels {
  const items = questionsUnder(survey, subject).map(({ id }) => id);
  return [
    kin,
    headline(subject),
    findings(subject, "factor"),
    headlineNotes(subject),
    outside({ kind: "factor", id: subject.id }),
    printedWaves,
    trend(subject),
    mix(subject),
    branchMoves(subject),
    ...partsOf(subject, [mixNote(subject, "mix")]),
    ...mapOf(subject),
    questionScores(items),
    mixNote(subject, "mix"),
    reliability(subject),
    underSole(branchScores(subject)),
    breakdown(subject),
  ];
}

/** @param after what follows the parts where there are any */
function partsOf(subject: Subject, after: PagePanels): PagePanels {
  return subject.kind === "index" && subject.members.length > 0 ? [indexParts(subject), ...after] : [];
}

/** A question's page: its figure, wording, trend, answers, measures, and who says what. */
export function questionPanels(survey: Survey, question: Question): PagePanels {
  const subject = subjectOf(survey, question);
  if (!subject) return [...choicePanels(question, survey), printedWaves];
  const of = panelsOf(survey, subject);
  return [
    kin,
    of(headline),
    findings(subject, "question"),
    of(headlineNotes),
    outside({ kind: "question", id: question.id }),
    printedWaves,
    asPut(question, (put) => questionFacts(put, { titled: false })),
    asPut(question, meanAndSatisfied),
    of(trend),
    of(mix),
    ...(isScaleQuestion(question) ? [asPut(question, distribution), asPut(question, segmentGrades)] : []),
    ...(survey.pairs.some(({ perception }) => perception === question.id) ? [pairGap(question)] : []),
    asPut(question, measuresTable),
    underSole(of(branchScores)),
    of(breakdown),
  ];
}

/** A question without a score: its answers, or of a text only how many gave one. */
function choicePanels(question: Question, survey: Survey): PagePanels {
  if (!isChoiceQuestion(question)) return [questionFacts(question, { titled: true })];
  return [
    distribution(question, { titled: true }),
    ...problemPanels(question, survey),
    questionFacts(question, { titled: false }),
  ];
}

function mapOf(subject: Subject): PagePanels {
  return subject.kind === "index" && subject.members.length > 2 ? [importanceMap(subject)] : [];
}

function heatOf(subject: Subject): PagePanels {
  return subject.kind === "index" && subject.members.length > 1 ? [underSole(heatTable(subject))] : [];
}
