import type { ClearBranch, ClearCell } from "../models/moves/clear-walk.ts";
import type { ReportContext } from "./context.ts";
import type { WhyFindings } from "./why-findings.ts";
import type { WhyModel } from "./why-model.ts";
import {
  branchName,
  branchOf,
  effectText,
  intervalOf,
  lineName,
  memberOf,
  partUnit,
  signed,
  whyLink,
} from "./why-texts.ts";
import { inSentence } from "./why-title.ts";

interface Sentence {
  readonly text: string;
  readonly href?: string;
}

/** What is clear, a line each with its interval, or that nothing is. */
export function FindingsList({
  context,
  model,
  findings,
  most = 6,
}: {
  readonly context: ReportContext;
  readonly model: WhyModel;
  readonly findings: WhyFindings;
  readonly most?: number;
}) {
  const sentences = sentencesOf(context, model, findings).slice(0, most);
  if (sentences.length === 0) return <p class="lead">{context.words.why.sayNothing}</p>;
  return (
    <ul class="my-4 list-disc ps-5">
      {sentences.map(({ text, href }) => (
        <li key={text} class="finding">
          {href === undefined ? text : <a href={href}>{text}</a>}
        </li>
      ))}
    </ul>
  );
}

function sentencesOf(
  context: ReportContext,
  { subject }: WhyModel,
  { mixes, groups, factors, branches, cells }: WhyFindings,
): readonly Sentence[] {
  const { why } = context.words;
  const unit = partUnit(subject);
  const title = (name: string) => inSentence(name);
  return [
    ...mixes.map(({ split, effect }) => ({
      text: why.sayMix(title(split.dimension.title[context.language]), ...effectText(effect, unit, context)),
      href: `${whyLink(context)}#split`,
    })),
    ...cells.map((cell) => cellSentence(cell, subject.unit, context)),
    ...groups.map(({ split, line }) => ({
      text: why.sayScored(
        lineName(line, split.dimension.id, context),
        ...effectText(line.effects.scored, unit, context),
      ),
    })),
    ...branches.map((branch) => branchSentence(branch, unit, context)),
    ...factors.map(({ line }) => ({
      text: why.sayPart(memberOf(line.id, context).name, ...effectText(line.scored, unit, context)),
      href: memberOf(line.id, context).href,
    })),
  ];
}

/** A branch that clearly moved its whole. */
export function branchSentence({ line }: ClearBranch, unit: string, context: ReportContext): Sentence {
  const branch = branchOf(line, context);
  const text = context.words.why.sayPart(
    branchName(line, context),
    ...effectText(line.effects.total, unit, context),
  );
  return { text, ...(branch ? { href: context.links.branch(branch) } : {}) };
}

/** A factor that clearly changed in a branch. */
export function cellSentence({ line, move }: ClearCell, unit: string, context: ReportContext): Sentence {
  const branch = branchOf(line, context);
  const text = context.words.why.sayCell(
    memberOf(move.member, context).name,
    branchName(line, context),
    signed(move.change.value ?? 0, unit, context),
    intervalOf(move.change, unit, context),
  );
  return { text, ...(branch ? { href: context.links.branch(branch) } : {}) };
}
