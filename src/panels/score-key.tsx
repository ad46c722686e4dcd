import type { ComponentChildren } from "preact";

/** A kind of mark on a chart of scores: a point is a dot without the line of an interval. */
export type MarkKind =
  | "dot"
  | "point"
  | "hollow"
  | "small"
  | "previous"
  | "compared"
  | "target"
  | "fair"
  | "bar";

export interface KeyMark {
  readonly kind: MarkKind;
  readonly label: ComponentChildren;
}

/** What the marks of a chart of scores are, those alone that it has. */
export function ScoreKey({ marks, axis }: { readonly marks: readonly KeyMark[]; readonly axis?: string }) {
  return (
    <ul class="key score-key">
      {marks.map(({ kind, label }) => (
        <li key={kind}>
          <i class={`mark ${kind}`} aria-hidden="true" />
          {label}
        </li>
      ))}
      {axis !== undefined && <li>{axis}</li>}
    </ul>
  );
}
