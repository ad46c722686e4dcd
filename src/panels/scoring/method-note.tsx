import type { ComponentChildren } from "preact";
import type { Estimate } from "../../measures/estimate.ts";
import type { Words } from "../../words/words.ts";
import type { ReportContext } from "../context.ts";
import type { MethodName } from "./methods-on.ts";

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
  const { words } = context;
  return (
    <p class="note">
      {children}
      {words.sentenceGap}
      {words.method} <MethodLink id={id} context={context} />
    </p>
  );
}

/** The link to a method's place on the methods page. */
export function MethodLink({ id, context }: { readonly id: string; readonly context: ReportContext }) {
  return <a href={`${context.links.methods}#${id}`}>{id}</a>;
}

/** What a way to score a question is called. */
export function nameOf(name: MethodName, { which }: Words): string {
  return which.methods[name];
}

/** The word for why there is no figure. */
export function wordFor({ status }: Estimate, words: Words): string {
  if (status === "withheld") return words.withheld;
  return status === "unprinted" ? words.unprinted : words.nobody;
}
