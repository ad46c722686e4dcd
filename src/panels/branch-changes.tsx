import type { BranchName, Comparison } from "../findings/compare-versions.ts";
import { allBranches } from "../survey/branches.ts";
import { formatNumber } from "../words/numbers.ts";
import { spanOf } from "./changes-model.ts";
import type { ReportContext } from "./context.ts";
import type { Panel } from "./panel.ts";
import { wavesTitle } from "./pooled-note.tsx";
import { RestatedTable } from "./restated-table.tsx";
import { headlineQuestion, type QuestionSubject } from "./subject.ts";

/** So many branches that came or went are named. */
const named = 30;

/** Branches that came or went, and those whose headline is restated. */
export function branchChanges({ branches }: Comparison): Panel<Comparison["branches"]> {
  return {
    needs: () => [],
    read: () => branches,
    claims: () => [],
    draw: (context) => {
      const { words, language, survey } = context;
      if (survey.hierarchy.length === 0) return null;
      const said = words.changes;
      const { appeared, vanished, restated } = branches;
      const count = ({ length }: readonly unknown[]) => formatNumber(length, language);
      const subject = headlineQuestion(survey);
      return (
        <section class="panel" id="branches">
          <h2>{said.branchesTitle}</h2>
          {appeared.length + vanished.length === 0 && <p class="lead">{said.branchesSame}</p>}
          <Branches title={said.branchesNew(count(appeared))} branches={appeared} context={context} />
          <Branches title={said.branchesGone(count(vanished))} branches={vanished} context={context} />
          {subject && restated.compared > 0 && <Headlines {...{ branches, subject, context }} />}
        </section>
      );
    },
  };
}

function Headlines({
  branches,
  subject,
  context,
}: {
  readonly branches: Comparison["branches"];
  readonly subject: QuestionSubject;
  readonly context: ReportContext;
}) {
  const { words, language, survey } = context;
  const said = words.changes;
  const { restated, waves } = branches;
  const titles = waves.map((wave) => wavesTitle(context, wave)).join(words.listSeparator);
  const levels = survey.hierarchy.map(
    (level) => survey.dimensions.find(({ id }) => id === level)?.title[language] ?? level,
  );
  const what = said.branchesCompared(subject.name[language], levels.join(words.listSeparator), titles);
  const number = (count: number) => formatNumber(count, language);
  const count = said.branchesRestated(number(restated.restated), number(restated.compared));
  return (
    <>
      <p class="lead">{`${what}${words.colon}${count}`}</p>
      {restated.restated > 0 && (
        <RestatedTable
          label={said.branchesTitle}
          restated={restated}
          head={words.branches}
          name={(branch) => <BranchLink {...{ branch, context }} />}
          unitOf={() => subject.unit}
          spanOf={() => spanOf(subject)}
          context={context}
        />
      )}
    </>
  );
}

function Branches({
  title,
  branches,
  context,
}: {
  readonly title: string;
  readonly branches: readonly BranchName[];
  readonly context: ReportContext;
}) {
  if (branches.length === 0) return null;
  const { words, language } = context;
  const more = branches.length - named;
  return (
    <>
      <h3>{title}</h3>
      <ul class="branch-list leaves">
        {branches.slice(0, named).map((branch) => (
          <li key={branch.path.join("/")}>
            <BranchLink {...{ branch, context }} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="note">{words.changes.more(formatNumber(more, language))}</p>}
    </>
  );
}

/** A branch by its name, which leads to its page where it still has one. */
function BranchLink({ branch, context }: { readonly branch: BranchName; readonly context: ReportContext }) {
  const { links, tree, language } = context;
  const key = JSON.stringify(branch.path);
  const present = allBranches(tree).find(({ path }) => JSON.stringify(path) === key);
  const label = branch.label[language];
  return present ? <a href={links.branch(present)}>{label}</a> : label;
}
