import type { ClearBranch, ClearCell } from "../models/moves/clear-walk.ts";
import type { ReportContext } from "./context.ts";
import type { ClearMix, WhyFindings } from "./why-findings.ts";
import type { WhyModel } from "./why-model.ts";
import {
  basesText,
  branchName,
  branchOf,
  effectText,
  intervalOf,
  lineName,
  memberOf,
  partUnit,
  signed,
  wentOf,
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
  if (sentences.length === 0) {
    const { splits, factors, where } = model;
    const parts = { mix: splits.length > 0, factor: factors.length > 0, branch: where !== undefined };
    return <p class="lead">{context.words.why.sayNothing(parts)}</p>;
  }
  return <Sentences sentences={sentences} />;
}

/** Findings as a list, each a link to what it rests on. */
export function Sentences({ sentences }: { readonly sentences: readonly Sentence[] }) {
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
  const [mix] = mixes;
  const ofCells = cells.map((cell) => cellSentence(cell, subject.unit, context));
  // Where other customers came, groups by anything else differ because of it.
  const ofGroups = groups
    .filter(({ split }) => !mix || mixes.some((one) => one.split === split))
    .map(({ split, line }) => ({
      text: why.sayScored(
        lineName(line, split.dimension.id, context),
        ...effectText(line.effects.scored, unit, context),
      ),
    }));
  if (mix)
    return [
      ...mixes.flatMap((one) => mixSentences(one, unit, context)),
      ...ofGroups,
      ...ofCells,
      { text: why.sayHolds(dimensionName(mix, context)), href: `${whyLink(context)}#split` },
    ];
  return [
    ...ofCells,
    ...ofGroups,
    ...branches.map((branch) => branchSentence(branch, unit, context)),
    ...factors.map(({ line }) => ({
      text: why.sayPart(memberOf(line.id, context).name, ...effectText(line.scored, unit, context)),
      href: memberOf(line.id, context).href,
    })),
  ];
}

/** How far the mix moved the whole, and how far its groups' scores did. */
export function mixSentences(mix: ClearMix, unit: string, context: ReportContext): readonly Sentence[] {
  const { why } = context.words;
  const name = dimensionName(mix, context);
  const { scored } = mix.split.moves.level.sums;
  const href = `${whyLink(context)}#split`;
  return [
    { text: why.sayMix(name, ...effectText(mix.effect, unit, context)), href },
    { text: why.sayScores(name, ...effectText(scored, unit, context), wentOf(mix.scores)), href },
  ];
}

function dimensionName({ split }: ClearMix, { language }: ReportContext): string {
  return inSentence(split.dimension.title[language]);
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
    basesText([move.earlier, move.later], context),
  );
  return { text, ...(branch ? { href: context.links.branch(branch) } : {}) };
}
