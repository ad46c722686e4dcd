import { type Facet, facetRequests, facetSizes, publishedSizes, type Sizes } from "../../panels/facets.ts";
import { minimumOf, type View, wavesOf } from "../../views/view.ts";
import { faultOf } from "../engine/fault.ts";
import type { ReportView } from "../view/report-view.ts";

/** What is known of how many respondents each value of a list has. */
export interface Known {
  readonly sizes?: Sizes;
  readonly state: "counted" | "counting" | "failed";
}

/** The waves that a view counts on a page: its own, or where it names none the page's. */
export function countedWaves({ report, address }: ReportView, view: View): readonly string[] {
  return view.waves || !address ? wavesOf(report.survey, view) : [address.wave];
}

/**
 * Counts the values of lists: from what is published with the report where that tells, else by the engine. Lists that
 * nobody looks at are not counted.
 * @param tell told when a list that was asked for is counted
 */
export function sizesIn(reportView: ReportView, tell: () => void): (facet: Facet, view: View) => Known {
  const known = new Map<string, Known>();
  const count = async (key: string, facet: Facet, view: View, waves: readonly string[]) => {
    const { survey } = reportView.report;
    known.set(key, { state: "counting" });
    try {
      const { ask } = reportView.asks();
      const counts = await Promise.all(facetRequests(survey, view, facet, waves).map(ask));
      known.set(key, { sizes: facetSizes(counts, minimumOf(survey, view)), state: "counted" });
    } catch (error) {
      // A newer view took its turn; whoever draws the list then asks anew.
      if (faultOf(error).kind === "superseded") known.delete(key);
      else known.set(key, { state: "failed" });
    }
    tell();
  };
  return (facet, view) => {
    const waves = countedWaves(reportView, view);
    const requests = facetRequests(reportView.report.survey, view, facet, waves);
    const key = JSON.stringify([requests, view.minimum]);
    const found = known.get(key);
    if (found) return found;
    const sizes = publishedSizes(reportView.report, view, facet, waves);
    const now: Known = sizes ? { sizes, state: "counted" } : { state: "counting" };
    known.set(key, now);
    if (!sizes) queueMicrotask(() => void count(key, facet, view, waves));
    return now;
  };
}
