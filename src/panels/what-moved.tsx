import { waveTitle } from "./context.ts";
import { mixSteps } from "./mix-steps.ts";
import { MovesFigure } from "./moves-chart.tsx";
import type { Panel } from "./panel.ts";
import type { Subject } from "./subject.ts";
import { whyReading } from "./why.tsx";
import { factorMoves } from "./why-factors.tsx";
import { findingsOf } from "./why-findings.ts";
import type { WhyModel } from "./why-model.ts";
import { FindingsList } from "./why-sentences.tsx";
import { basesText, whyLink } from "./why-texts.ts";

/**
 * What moved the headline, in short, on an overview. It states all that the page of what moved it states, so that both
 * give the same verdicts.
 */
export function whatMoved(subject: Subject): Panel<WhyModel> {
  return {
    ...whyReading(subject),
    draw: (context, model, judge) => {
      const { words } = context;
      const { from, reason } = model;
      if (from === undefined) return null;
      if (reason !== undefined)
        return (
          <p class="note">
            <a href={whyLink(context)}>{words.why.link}</a>
          </p>
        );
      const findings = findingsOf(model, judge);
      const byFactor = factorMoves({ context, model, judge });
      if (!byFactor) return null;
      // Where other customers came, the factors all follow it: first how much that is.
      const [mix] = findings.mixes;
      const figure = mix
        ? {
            ...byFactor,
            earlier: mix.split.moves.earlier,
            later: mix.split.moves.later,
            steps: mixSteps(mix, { subject, context, judge }),
          }
        : byFactor;
      const takeaway = words.why.between(
        waveTitle(context, from),
        waveTitle(context, context.wave),
        basesText([model.earlier, model.later], context),
      );
      const before = <FindingsList {...{ context, model, findings }} most={3} />;
      const after = (
        <p>
          <a href={`${whyLink(context)}${mix ? "#factors" : ""}`}>
            {mix ? words.why.moreAfterMix : words.why.more}
          </a>
        </p>
      );
      // A single question has no factors: what is clear of it is said, and there is nothing to draw.
      if (figure.steps.length === 0)
        return (
          <section class="panel" id="why">
            <h2>{words.why.overviewTitle}</h2>
            <p class="lead">{takeaway}</p>
            {before}
            {after}
          </section>
        );
      return (
        <MovesFigure
          id="why"
          title={words.why.overviewTitle}
          {...{ takeaway, before, after }}
          without={model.without}
          {...figure}
        />
      );
    },
  };
}
