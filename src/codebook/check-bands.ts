import type { Question } from "../survey/question.ts";
import { interpretIndex } from "./interpret-factors.ts";
import { sureCandidates } from "./interpret-scoring.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

type Bands = NonNullable<NonNullable<Codebook["models"]>["bands"]>;
type Placed = Bands["bands"][number] & { readonly at: number };

const path = ["models", "bands"];

/** M18: bands cover the index from 0 to its maximum once, and are held against questions that say who would return. */
export function checkBands(codebook: Codebook, questions: readonly Question[], notebook: Notebook): void {
  const written = codebook.models?.bands;
  if (!written) return;
  const index = interpretIndex(codebook);
  notebook.unique(
    [...path, "bands"],
    "band",
    written.bands.map(({ id }) => id),
  );
  if (!index)
    notebook.stop(path, {
      message: "Bands are of the respondents' own index, and there is no index",
      expected: "index: { id: …, of: [factor, …] }",
      mend: "Add the index, or take the bands out.",
    });
  else checkRange(written, index.measure === "index1000" ? 1000 : 100, notebook);
  written.outcomes.forEach(({ question: id, sure }, at) => {
    const place = [...path, "outcomes", at];
    const ids = questions.map((question) => question.id);
    if (!notebook.knows([...place, "question"], "question", id, ids)) return;
    const question = questions.find((candidate) => candidate.id === id);
    const candidates = question && sureCandidates(question);
    if (!candidates)
      notebook.stop([...place, "question"], {
        message: `Nobody can be sure in a question of type ${question?.type}`,
        expected: "a single choice, a rating or a recommend question",
        mend: "Name another question.",
        value: id,
      });
    else if (candidates.length > 0)
      for (const [one, code] of sure.entries())
        notebook.knows([...place, "sure", one], "answer", code, candidates);
    if (candidates && sure.length >= candidates.length && candidates.length > 0)
      notebook.stop([...place, "sure"], {
        message: "Every answer means surely",
        expected: "some of the answers",
        mend: "Leave out the answers that do not mean surely.",
        value: sure.join(", "),
      });
  });
}

/** From the lowest band up: no two share an index, and none is left without a band. */
function checkRange({ bands }: Bands, most: number, notebook: Notebook): void {
  const sorted: readonly Placed[] = bands
    .map((band, at) => ({ ...band, at }))
    .toSorted((a, b) => (a.from ?? Number.NEGATIVE_INFINITY) - (b.from ?? Number.NEGATIVE_INFINITY));
  const stop = ({ at, id }: Placed, key: "from" | "to", message: string, expected: string, mend: string) =>
    notebook.stop([...path, "bands", at, key], {
      message: `"${id}" ${message}`,
      expected,
      mend,
      value: bands[at]?.[key],
    });
  sorted.forEach((band, place) => {
    const { from, to } = band;
    const next = sorted[place + 1];
    if (from !== undefined && !(from > 0 && from <= most) && !(place === 0 && from === 0))
      stop(
        band,
        "from",
        `starts outside the index, which goes from 0 to ${most}`,
        `a number above 0, to ${most}`,
        "Write it on the index's own scale.",
      );
    if (place === 0 && from !== undefined && from > 0)
      stop(
        band,
        "from",
        `leaves a hole: nothing holds an index under ${from}`,
        "no from in the lowest band",
        "Take the from of the lowest band out, or add a band under it.",
      );
    if (place > 0 && from === undefined)
      stop(
        band,
        "from",
        "overlaps: two bands have no lower end",
        "from in every band but the lowest",
        "Add from to one of the two.",
      );
    if (place > 0 && from !== undefined && from === sorted[place - 1]?.from)
      stop(
        band,
        "from",
        `overlaps "${sorted[place - 1]?.id}": both start at ${from}`,
        "a lower end of its own for every band",
        "Correct one of the two.",
      );
    if (to === undefined) return;
    if (!next && to < most)
      stop(
        band,
        "to",
        `leaves a hole: nothing holds an index over ${to}`,
        `no to in the highest band, or ${most}`,
        "Take it out.",
      );
    if (!next || next.from === undefined) return;
    if (to >= next.from)
      stop(
        band,
        "to",
        `overlaps "${next.id}", which starts at ${next.from}`,
        `a number under ${next.from}`,
        "Correct one of the two; to can be left out.",
      );
    else if (next.from - to > 1)
      stop(
        band,
        "to",
        `leaves a hole between ${to} and ${next.from}, where "${next.id}" starts`,
        `the last whole point under ${next.from}`,
        "Correct one of the two; to can be left out.",
      );
  });
}
