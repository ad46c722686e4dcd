import { type BranchEvent, branchEvents } from "../survey/branch-events.ts";
import { hasChanged } from "../survey/network.ts";
import type { Text } from "../survey/text.ts";
import { formatDay } from "../words/dates.ts";
import type { ReportContext } from "./context.ts";
import type { Panel } from "./panel.ts";

/** What happened to the page's branch: opened, closed, merged, moved, renamed. Nothing where nothing did. */
export const branchHistory: Panel<readonly BranchEvent[]> = {
  needs: () => [],
  read: eventsOf,
  claims: () => [],
  draw: (context, events) => {
    const { words, language } = context;
    if (events.length === 0) return null;
    return (
      <section class="panel" id="history">
        <h2>{words.network.historyTitle}</h2>
        <dl class="notes">
          {events.map((event) => (
            <div class="contents" key={JSON.stringify(event)}>
              <dt>{formatDay(event.on, language)}</dt>
              <dd>{sentenceOf(event, context)}</dd>
            </div>
          ))}
        </dl>
      </section>
    );
  },
};

/** What happened to the page's branch until the day whose network is shown. */
export function eventsOf({ survey, branch }: ReportContext): readonly BranchEvent[] {
  return survey.network && branch ? branchEvents(survey.network, branch.path) : [];
}

/** That all waves are shown on one network, where it ever changed. */
export function networkNote({ survey: { network }, words, language }: ReportContext): string | undefined {
  if (!network || !hasChanged(network)) return undefined;
  return words.network.today(network.on === undefined ? "" : formatDay(network.on, language));
}

/** The branches that a branch's earlier waves include as well, with the day from which they were part of it. */
export function includedNote(context: ReportContext): string | undefined {
  const { words, language } = context;
  const parts = eventsOf(context).flatMap((event) => {
    if (event.kind !== "joined" && event.kind !== "arrived") return [];
    const since = event.kind === "joined" ? event.since : event.on;
    return [words.network.included(event.name[language], formatDay(since, language))];
  });
  return parts.length === 0 ? undefined : words.network.includes(parts.join(words.listSeparator));
}

function sentenceOf(event: BranchEvent, { words: { network }, language }: ReportContext): string {
  const say = (text: Text) => text[language];
  switch (event.kind) {
    case "opened":
    case "closed":
      return network[event.kind];
    case "renamed":
      return network.renamed(say(event.name));
    case "moved":
      return network.moved(say(event.parent), say(event.to));
    case "joined":
      return event.into
        ? network.joinedBy(say(event.name), say(event.into))
        : network.joined(say(event.name));
    case "recoded":
      return network.recoded(say(event.name), event.code);
    case "arrived":
    case "left":
      return network[event.kind](say(event.name), say(event.parent));
  }
}
