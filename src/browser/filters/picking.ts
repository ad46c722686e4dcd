import type { Facet } from "../../panels/facets.ts";
import type { Branch } from "../../survey/branches.ts";
import type { View } from "../../views/view.ts";
import type { ReportView } from "../view/report-view.ts";
import type { Said } from "./said.ts";
import type { Known } from "./sizes.ts";

/** What the lists of the bar are drawn from. */
export interface Picking {
  readonly reportView: ReportView;
  readonly view: View;
  readonly facets: readonly Facet[];
  readonly tree: readonly Branch[];
  readonly sizes: (facet: Facet, view: View) => Known;
  readonly said: Said;
}
