import { barriers, breakText } from "./break-text.ts";
import { previousWave, type ReportContext, waveTitle } from "./context.ts";
import { groupsCounts, groupsPairs } from "./moves-of.ts";
import { type Memory, onceFor } from "./once-for.ts";
import type { Judge, Panel } from "./panel.ts";
import { namesOf } from "./pooled-note.tsx";
import type { Subject } from "./subject.ts";
import { questionsUnder } from "./subject-questions.ts";
import { saidOf } from "./whom.ts";
import { EffectCell, ScoresCell } from "./why-cells.tsx";
import { WhyFactors } from "./why-factors.tsx";
import { findingsOf, type WhyFindings } from "./why-findings.ts";
import { itemCounts, readWhy, type WhyModel, whyClaims, whyGroups } from "./why-model.ts";
import { FindingsList } from "./why-sentences.tsx";
import { WhySplit } from "./why-split.tsx";
import { basesText } from "./why-texts.ts";
import { whyQuestion, whyTitle } from "./why-title.ts";
import { WhyWhere } from "./why-where.tsx";

/** What all panels of what moved the headline have in common: the counts, the model, what is stated. */
export function whyReading(subject: Subject): Pick<Panel<WhyModel>, "needs" | "pairs" | "read" | "claims"> {
  return {
    needs: (context) => [...itemCounts(context, subject), ...groupsCounts(subject, whyGroups(context))],
    pairs: (context) => groupsPairs(context.survey, subject, whyGroups(context)),
    read: (context, counts, pairs) => {
      const [of] = [...pairs, ...counts];
      const make = () => readWhy(context, subject, counts, pairs);
      return of ? onceFor(known, of, [subject.id, context.wave], make) : make();
    },
    claims: whyClaims,
  };
}

/** Several pages, in every language, tell what moved a wave's headline; it is worked out once. */
const known: Memory<WhyModel> = new WeakMap();

export interface WhyProps {
  readonly context: ReportContext;
  readonly model: WhyModel;
  readonly findings: WhyFindings;
  readonly judge: Judge;
}

/**
 * The page of what moved the headline since the wave before (M32): how much, other customers or other scores, which
 * factors, which branches, down to factors in branches.
 */
export function why(subject: Subject): Panel<WhyModel> {
  return {
    ...whyReading(subject),
    title: (context, model, judge) => saidOf(context, whyTitle(context, model, findingsOf(model, judge))),
    draw: (context, model, judge) => {
      const props = { context, model, judge, findings: findingsOf(model, judge) };
      return (
        <>
          <p class="kicker">{whyQuestion(context, model, props.findings)}</p>
          <h1 class="title">{saidOf(context, whyTitle(context, model, props.findings))}</h1>
          {model.reason === undefined ? <Lead {...props} /> : <Nothing {...props} />}
          <WhySplit {...props} />
          <WhyFactors {...props} />
          <WhyWhere {...props} />
        </>
      );
    },
  };
}

/** The findings, and the change that all parts add up to. */
function Lead(props: WhyProps) {
  const { context, model, judge } = props;
  const { words, wave, links } = context;
  const { subject, change, without, earlier, later, from = "" } = model;
  const said = words.why;
  const titles = [waveTitle(context, from), waveTitle(context, wave)] as const;
  return (
    <>
      <p class="lead">
        {said.lead(...titles)} <a href={`${links.methods}#M32`}>M32</a>
      </p>
      <FindingsList {...props} />
      <dl class="glance">
        <div>
          <dt>{`${titles[0]} → ${titles[1]}`}</dt>
          <dd>
            <ScoresCell places={[earlier, later]} unit={subject.unit} context={context} />
          </dd>
        </div>
        <div>
          <dt>{words.change}</dt>
          <dd>
            <EffectCell test={change} unit={subject.unit} {...{ subject, context, judge }} />
          </dd>
        </div>
        <div>
          <dt>{words.base}</dt>
          <dd>{basesText([earlier, later], context)}</dd>
        </div>
      </dl>
      {without.length > 0 && <p class="note">{said.alike(namesOf(without, context))}</p>}
    </>
  );
}

/** Why nothing is computed. */
function Nothing({ context, model }: WhyProps) {
  const { words, survey, wave } = context;
  const { reason = "base", subject } = model;
  const from = previousWave(context);
  const ids = questionsUnder(survey, subject).map(({ id }) => id);
  const breaks =
    reason === "break" && from !== undefined ? barriers(context, ids, { after: from, until: wave }) : [];
  return (
    <p class="lead">
      {words.why.reasons[reason]}
      {breaks.length > 0 && `${words.sentenceGap}${breakText(context, breaks, { named: true })}`}
    </p>
  );
}
