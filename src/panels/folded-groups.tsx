import type { ComponentChildren } from "preact";
import type { ReportContext } from "./context.ts";

/** With more groups than so many, a table stands folded. */
const shownGroups = 24;

/** The table of a dimension's groups; folded where they are many. */
export function FoldedGroups({
  count,
  words,
  children,
}: {
  readonly count: number;
  readonly words: ReportContext["words"];
  readonly children: ComponentChildren;
}) {
  if (count <= shownGroups) return <>{children}</>;
  return (
    <details>
      <summary>{words.allGroups(count)}</summary>
      {children}
    </details>
  );
}
