import { hasValue } from "../measures/estimate.ts";
import { allBranches, type Branch } from "../survey/branches.ts";
import { formatNumber } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { closedMark } from "./ended.ts";
import { type League, type LeagueBranch, leagueOf } from "./league.ts";
import { type LeagueTable, leagueLevels } from "./league-tables.ts";
import type { GatheringPanel, Judge } from "./panel.ts";
import { Base, Change, IntervalText, Value } from "./parts.tsx";
import { PooledNote } from "./pooled-note.tsx";
import { pathKey } from "./segments.ts";
import { levelTitle, standingOut } from "./stands-out.ts";
import { betterOf, measureHead, putIn, type Subject } from "./subject.ts";
import { saidOf } from "./whom.ts";

interface ListModel {
  readonly league?: League;
  /** The table of the widest level. */
  readonly widest?: LeagueTable;
}

/** So many of the widest levels stand with their figures: the others are found under them, and on pages of their own. */
const figuredLevels = 2;

/** All branches of the network as a list that unfolds, the widest levels with their figures (M10, M31). */
export function branchList(of: Subject | undefined): GatheringPanel<ListModel> {
  return {
    gather: async (context, asks) => {
      if (!of) return {};
      const subject = putIn(context, of);
      const league = await leagueOf(context, subject, asks);
      const { survey, wave } = context;
      const widest = leagueLevels(survey, subject, { league, wave })[0]?.tables[0];
      return { league, ...(widest ? { widest } : {}) };
    },
    // The same as in the league, so that an arrow stands on both pages or on neither.
    claims: ({ league }) =>
      league ? [league.whole, ...league.branches].flatMap(({ change, kin }) => [change, ...kin]) : [],
    title: (context, model) => saidOf(context, titleOf(context, model)),
    draw: (context, model, judge) => (
      <List context={context} model={model} judge={judge} subject={of && putIn(context, of)} />
    ),
  };
}

/** Who leads and who trails on the widest level, where it is one alone that does; else how many there are. */
function titleOf(context: ReportContext, { widest, league }: ListModel): string {
  const { words, language, tree } = context;
  const { leading, trailing } = widest ? standingOut(widest) : { leading: [], trailing: [] };
  const alone = (found: readonly { readonly id: string }[]) =>
    found.length === 1 ? league?.nameOf(found[0]?.id ?? "")?.[language] : undefined;
  const [best, worst] = [alone(leading), alone(trailing)];
  if (best === undefined && worst === undefined)
    return words.network.listTitle(formatNumber(leavesUnder(tree), language));
  const by = words.ranking.byLevel(levelTitle(context, 0));
  return words.network.listEnds({
    by,
    ...(best === undefined ? {} : { best }),
    ...(worst === undefined ? {} : { worst }),
  });
}

/** How many branches have none under them. */
function leavesUnder(branches: readonly Branch[]): number {
  return branches.reduce((sum, { children }) => sum + (children.length === 0 ? 1 : leavesUnder(children)), 0);
}

interface ListProps {
  readonly context: ReportContext;
  readonly model: ListModel;
  readonly judge: Judge;
  readonly subject: Subject | undefined;
}

function List({ context, model: { league }, judge, subject }: ListProps) {
  const { words, tree, survey } = context;
  const found = new Map(league?.branches.map((one) => [one.id, one]));
  const figuresOf = (branch: Branch) => {
    const one = branch.level < figuredLevels ? found.get(pathKey(branch.path)) : undefined;
    return one?.estimate && one.estimate.status !== "none" && subject ? (
      <Figures one={one} {...{ context, judge, subject }} />
    ) : null;
  };
  const levels = survey.hierarchy.slice(0, figuredLevels).map((_, level) => level + 1);
  const isFlat = tree.every(({ children }) => children.length === 0);
  return (
    <section id="branch-list">
      {subject && league && (
        <>
          <p class="note">
            {words.network.listFigures(
              levels.map((level) => levelTitle(context, level - 1)),
              measureHead(subject, context),
            )}
          </p>
          {levels.map((level) => (
            <PooledNote key={level} context={context} level={level} />
          ))}
        </>
      )}
      {isFlat ? (
        <Rows branches={tree} {...{ context, figuresOf }} />
      ) : (
        <div class="directory">
          {tree.map((branch) => (
            <Part key={branch.slugs[0]} {...{ branch, context, figuresOf }} />
          ))}
        </div>
      )}
    </section>
  );
}

interface Drawing {
  readonly context: ReportContext;
  readonly figuresOf: (branch: Branch) => preact.ComponentChildren;
}
type OfOne = Drawing & { readonly branch: Branch };
type OfMany = Drawing & { readonly branches: readonly Branch[] };

/** A branch of the widest level, and those under it. */
function Part({ branch, context, figuresOf }: OfOne) {
  return (
    <section class="directory-part" id={`in-${branch.slugs[0]}`}>
      <div class="directory-head">
        <h2>
          <Name branch={branch} context={context} />
        </h2>
        {figuresOf(branch)}
        <span class="note">{countsUnder(branch, context)}</span>
      </div>
      <Rows branches={branch.children} {...{ context, figuresOf }} />
    </section>
  );
}

/** Branches with their figures, and folded under each the names of all that it holds. */
function Rows({ branches, context, figuresOf }: OfMany) {
  return (
    <ul class="directory-rows">
      {branches.map((branch) => (
        <li key={branch.slugs.join("/")}>
          <div class="directory-row">
            <Name branch={branch} context={context} />
            {figuresOf(branch)}
          </div>
          {branch.children.length > 0 && (
            <details>
              <summary>{countsUnder(branch, context)}</summary>
              <Names branches={branch.children} context={context} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Names alone: the lowest level in lines, each level above it before those that it holds. */
function Names({ branches, context }: Omit<OfMany, "figuresOf">) {
  const isLowest = branches.every(({ children }) => children.length === 0);
  return (
    <ul class={isLowest ? "directory-names lowest" : "directory-names"}>
      {branches.map((branch) => (
        <li key={branch.slugs.join("/")}>
          <Name branch={branch} context={context} />
          {branch.children.length > 0 && <Names branches={branch.children} context={context} />}
        </li>
      ))}
    </ul>
  );
}

function Name({ branch, context }: Omit<OfOne, "figuresOf">) {
  const { mark } = closedMark(context, branch);
  return (
    <>
      <a href={context.links.branch(branch)}>{branch.label[context.language]}</a>
      {mark !== undefined && <small class="flag ms-2">{mark}</small>}
    </>
  );
}

/** “5 cities, 21 dealers”: how many branches of each level are under one. */
function countsUnder(branch: Branch, context: ReportContext): string {
  const { words, language } = context;
  return [...Map.groupBy(allBranches(branch.children), ({ level }) => level)]
    .map(([level, { length }]) =>
      words.network.levelCount(levelTitle(context, level), length, formatNumber(length, language)),
    )
    .join(words.listSeparator);
}

/** A branch's figure with its interval and base, or why there is none, and its change where that is clear. */
function Figures({
  one: { estimate, change },
  context,
  judge,
  subject,
}: Omit<ListProps, "model" | "subject"> & { readonly one: LeagueBranch; readonly subject: Subject }) {
  const { words } = context;
  const { unit } = subject;
  const isClear = change.status === "tested" && ["rise", "fall"].includes(judge(change));
  return (
    <span class="branch-figure">
      <b>
        <Value estimate={estimate} unit={unit} context={context} />
      </b>
      {estimate && hasValue(estimate) && (
        <small>
          <IntervalText estimate={estimate} unit={unit} context={context} />
          {words.clauseSeparator}
          {words.baseShort} <Base estimate={estimate} context={context} />
        </small>
      )}
      {isClear && <Change {...{ difference: change, unit, judge, context, better: betterOf(subject) }} />}
    </span>
  );
}
