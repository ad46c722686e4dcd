import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { pairsByLevels } from "../../counts/columns/levels.ts";
import { comparedLead, comparison } from "../../panels/compare.tsx";
import { sidesOf } from "../../panels/compare-sides.ts";
import { type Changes, changesOfView, comparedFacts, comparedWords } from "../../panels/compared-facts.ts";
import { type ReportContext, waveTitle } from "../../panels/context.ts";
import { linksOf, pooledLinks } from "../../panels/links.ts";
import { type AnyPanel, type RenderedPage, renderPanels } from "../../panels/page.ts";
import { type PageAddress, panelsAt } from "../../panels/page-address.ts";
import { pageContext, type ReportFacts } from "../../panels/page-context.ts";
import type { Asks } from "../../panels/panel.ts";
import { pooledAsks } from "../../panels/pooled-asks.ts";
import { pooledFacts } from "../../panels/pooled-facts.ts";
import { type SlicePart, sliceLine, sliceNames, sliceParts } from "../../panels/slice-text.ts";
import { isNarrow, narrowedAsks, viewedFacts, viewedWave } from "../../panels/viewed.ts";
import { viewOnPage } from "../../panels/viewed-question.ts";
import { allBranches } from "../../survey/branches.ts";
import { isScaleQuestion } from "../../survey/question.ts";
import { waveIds } from "../../survey/survey.ts";
import type { Language } from "../../survey/text.ts";
import { viewText } from "../../views/permalink.ts";
import { ownWaves, type Pool, poolsOf } from "../../views/pools.ts";
import { allBut } from "../../views/slice.ts";
import { sliceOf, type View } from "../../views/view.ts";
import { wordsIn } from "../../words/words.ts";
import { viewedWords } from "./viewed-words.ts";

/** A page as a view shows it. */
export interface ViewedPage extends RenderedPage {
  /** The waves that it takes together, or the one. */
  readonly waves: readonly string[];
  /** What they are called. */
  readonly waveTitle: string;
  /** Respondents of the view in them; 0 where there is none. */
  readonly respondents: number;
  readonly changes: Changes;
}

export interface PaintOptions {
  readonly page: PageAddress;
  readonly language: Language;
  /** Address of the site's root, with a slash at its end. */
  readonly root: string;
  readonly document: Document;
  /** Dimensions of which too little is published. */
  readonly unknown: ReadonlySet<string>;
}

/** Makes a page's panels for a view by the code that made them at build, from what the view's respondents answered. */
export async function paintedPage(
  facts: ReportFacts,
  asked: View,
  asks: Asks,
  options: PaintOptions,
): Promise<ViewedPage> {
  const { survey } = facts;
  const view = viewOnPage(survey, asked, options.page);
  const wave = viewedWave(facts, view, options.page);
  const page = { ...options.page, wave };
  const pools = poolsOf(survey, view, options.page.wave);
  const together = pooledFacts(facts, pools);
  const changes = changesOfView(together, view, { wave, page: options.page.wave, own: survey });
  const whole = viewedContext(together, view, { ...options, page, changes, pools, own: survey });
  const counted = pooledAsks(asks, survey, pools);
  const shared = sharedAsks(narrowedAsks(counted, sliceOf(survey, view)), whole);
  const respondents = await respondentsOf(shared, whole);
  const context = respondents.has(wave) ? whole : withoutAnswers(whole);
  const sides = sidesOf(together, view, page, wave);
  const panels = panelsAt(context, page);
  // Whom the view leaves out is asked for by itself.
  const against = sides && comparison(sides, page, counted);
  const model = against?.gather(context, counted);
  const compared = against && model ? comparedAfterHead(panels, { ...against, gather: () => model }) : panels;
  const lead = model?.then((found) => comparedLead(context, found));
  const rendered =
    noneInBoth(context, page, view) ??
    (isNarrow(sliceOf(survey, view)) && respondents.size === 0
      ? nobodyIn(context, view)
      : await renderPanels(compared, lead ? { ...context, lead } : context, shared));
  return {
    ...rendered,
    waves: ownWaves(survey, view, options.page.wave),
    waveTitle: waveTitle(context, wave),
    respondents: respondents.get(wave) ?? 0,
    changes,
  };
}

/** What a branch's page says of a filter that no part of the branch is in; undefined of any other. */
function noneInBoth(context: ReportContext, page: PageAddress, view: View): RenderedPage | undefined {
  const { survey, words, branch, language } = context;
  if (page.kind !== "branch" || !branch) return undefined;
  const slice = sliceOf(survey, view);
  const isOther = page.path.some((id, level) => {
    const name = survey.hierarchy[level] ?? "";
    const [named = [], out = []] = [slice[name], slice[allBut(name)]];
    return (named.length > 0 && !named.includes(id)) || out.includes(id);
  });
  if (!isOther) return undefined;
  const filter = sliceLine(sliceParts(survey, slice, language), words);
  return told(words.view.nobodyInBoth(branch.label[language], filter), words.view.nobodyInBothWhy);
}

/** How many of whom a page shows answered in each wave, of those in which anybody did. */
async function respondentsOf(
  { ask }: Asks,
  { survey, slice }: ReportContext,
): Promise<ReadonlyMap<string, number>> {
  const { groups } = await ask({ questions: [], waves: waveIds(survey), by: [], slice });
  return new Map(groups.flatMap(({ wave, rows }) => (rows && rows.n > 0 ? [[wave, rows.n]] : [])));
}

/** A page of a wave in which nobody of the view answered must not say that they were not asked. */
function withoutAnswers(context: ReportContext): ReportContext {
  const { words } = context;
  return { ...context, words: { ...words, notAsked: words.nobody } };
}

/** What a page says of a filter that nobody is in, in any wave. */
function nobodyIn({ survey, words, language }: ReportContext, view: View): RenderedPage {
  const filter = sliceLine(sliceParts(survey, sliceOf(survey, view), language), words);
  return told(words.view.nobodyAtAll(filter), words.view.nobodyAtAllWhy);
}

/** A page that has nothing but a word to say. */
function told(title: string, why: string): RenderedPage {
  const said = h("div", { class: "contents" }, [
    h("h1", { class: "title" }, title),
    h("p", { class: "lead" }, why),
  ]);
  return { title, html: [renderToString(said)] };
}

/** What is compared stands right after what heads the page. */
function comparedAfterHead(panels: readonly AnyPanel[], compared: AnyPanel): readonly AnyPanel[] {
  const head = panels.findIndex(({ title }) => title !== undefined) + 1;
  return [...panels.slice(0, head), compared, ...panels.slice(head)];
}

interface ContextOptions extends PaintOptions {
  readonly changes: Changes;
  readonly pools: readonly Pool[];
  /** The survey with its own waves. */
  readonly own: ReportFacts["survey"];
}

/** What the panels of a page know under a view; whatever names its respondents names the view's. */
function viewedContext(
  facts: ReportFacts,
  view: View,
  { page, language, root, document, unknown, changes, pools, own }: ContextOptions,
): ReportContext {
  const { survey } = facts;
  const path = page.kind === "branch" ? page.path : [];
  const viewed = viewedFacts(comparedFacts(facts, page.wave, changes), view, { kept: path, unknown });
  const parts = sliceParts(survey, sliceOf(survey, view), language);
  const words = viewedWords(comparedWords(wordsIn(language), changes), view, {
    ...{ survey: own, language },
    isNarrow: parts.length > 0,
  });
  const links = pooledLinks(linksOf(root, language, survey.id), pools, (waves) =>
    viewText(own, { ...view, waves }),
  );
  const around = { language, words, links, document };
  if (parts.length === 0) return pageContext(viewed, page, around);
  // Charts that are saved say where they are from: they must not lose whom they are of.
  const source = `${survey.title[language]}${words.parenOpen}${sliceLine(parts, words)}${words.parenClose}`;
  const named = { ...viewed.survey, title: { ...survey.title, [language]: source } };
  return pageContext({ ...viewed, survey: named }, page, {
    ...around,
    who: sliceNames(beyond(parts, survey, path), words),
  });
}

/** The parts of a slice that say more than that it is of the page's own branch. */
function beyond(
  parts: readonly SlicePart[],
  { hierarchy }: ReportFacts["survey"],
  path: readonly string[],
): readonly SlicePart[] {
  return parts.filter(({ name, values }) => {
    const own = path[hierarchy.indexOf(name)];
    return own === undefined || values.length !== 1 || values[0]?.id !== own;
  });
}

/** Equal questions of several panels get one answer. */
function sharedAsks({ ask, askPairs }: Asks, { survey, tree }: ReportFacts): Asks {
  const scored = survey.questions.filter((one) => isScaleQuestion(one) || one.type === "number");
  const all = scored.map(({ id }) => id);
  const leaves =
    allBranches(tree).filter(({ children }) => children.length === 0).length * survey.waves.length;
  const isScored = (ids: readonly string[]) => ids.length > 0 && ids.every((id) => all.includes(id));
  return {
    // The columns that are counted are in memory, and so is what was made of them until the next view.
    held: true,
    // Of all questions with a score together: they are counted in one go, and requests for some of them become one.
    ask: shared((request) => ask(isScored(request.questions) ? { ...request, questions: all } : request)),
    askPairs: shared(pairsByLevels(askPairs, { hierarchy: survey.hierarchy, leaves })),
  };
}

function shared<Request, Answer>(
  ask: (request: Request) => Promise<Answer>,
): (request: Request) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (request) => {
    const key = JSON.stringify(request);
    const answer = known.get(key) ?? ask(request);
    known.set(key, answer);
    return answer;
  };
}
