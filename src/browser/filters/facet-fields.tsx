import type { Facet } from "../../panels/facets.ts";
import { dimensionOf } from "../../survey/survey.ts";
import { choiceOf, withChoice } from "../../views/choosing.ts";
import type { View } from "../../views/view.ts";
import { branchChoice, withBranches } from "./branch-choice.ts";
import { BranchPicker } from "./branch-picker.tsx";
import { OptionList } from "./option-list.tsx";
import { SizesNote } from "./parts.tsx";
import type { Picking } from "./picking.ts";
import { shortageIn } from "./shortage.tsx";

/** The values of one list: the branches of the hierarchy, or the options of a dimension. */
export function FacetFields({
  picking,
  facet,
  change,
}: {
  readonly picking: Picking;
  readonly facet: Facet;
  readonly change: (view: View) => void;
}) {
  const { reportView, view, tree, said } = picking;
  const { survey } = reportView.report;
  const { language } = said;
  const known = picking.sizes(facet, view);
  const [first = ""] = facet.dimensions;
  const title = facet.dimensions.map((id) => dimensionOf(survey, id).title[language]).join(" › ");
  const levels = { tree, hierarchy: facet.dimensions };
  const shortage = shortageIn(picking, facet);
  return (
    <>
      {survey.hierarchy.includes(first) ? (
        <BranchPicker
          {...{ title, levels, known, said, shortage }}
          choice={branchChoice(view, levels)}
          change={(choice) => change(withBranches(view, choice, levels))}
        />
      ) : (
        <OptionList
          {...{ title, known, said }}
          values={dimensionOf(survey, first).options.map(({ id, label }) => ({
            id,
            label: label[language],
            names: [id, label.en, label.zh],
            size: known.sizes?.get(JSON.stringify([id])),
            shortage: shortage([id]),
          }))}
          choice={choiceOf(view, first)}
          change={(choice) => change(withChoice(view, first, choice))}
        />
      )}
      <SizesNote {...{ known, said }} />
    </>
  );
}
