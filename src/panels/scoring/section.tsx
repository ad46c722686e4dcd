import type { ComponentChildren } from "preact";

/**
 * A panel of a score by written rules. Where a page is printed on two sheets, `brief` ones stand there without their
 * notes, of `told` ones the sentence alone, `left` ones not at all; `beside` ones stand beside how the page's other figure
 * moved.
 */
export function ScoringSection({
  sheets,
  children,
}: {
  readonly sheets: "brief" | "told" | "left" | "beside";
  readonly children: ComponentChildren;
}) {
  return <div class={`contents scoring ${sheets}`}>{children}</div>;
}
