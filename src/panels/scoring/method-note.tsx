import type { ComponentChildren } from "preact";
import type { Estimate } from "../../measures/estimate.ts";
import type { Words } from "../../words/words.ts";
import type { ReportContext } from "../context.ts";

/** A note with the link to the method that it speaks of. */
export function MethodNote({
  id,
  context,
  children,
}: {
  readonly id: string;
  readonly context: ReportContext;
  readonly children: ComponentChildren;
}) {
  const { words, links } = context;
  return (
    <p class="note">
      {children}
      {words.sentenceGap}
      {words.method} <a href={`${links.methods}#${id}`}>{id}</a>
    </p>
  );
}

/** The word for why there is no figure. */
export function wordFor({ status }: Estimate, words: Words): string {
  if (status === "withheld") return words.withheld;
  return status === "unprinted" ? words.unprinted : words.nobody;
}
