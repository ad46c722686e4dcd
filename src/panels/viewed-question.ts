import { questionOf, type Survey } from "../survey/survey.ts";
import { ownWaves } from "../views/pools.ts";
import type { View } from "../views/view.ts";
import type { PageAddress } from "./page-address.ts";
import { wavesAlike } from "./pooled-facts.ts";

/**
 * A view as a page shows it: of waves that are taken together (M35) the page of a question is of those alone that asked
 * it as the last of them did (M33), so that its title, its base and how many are in the view speak of no others.
 */
export function viewOnPage(survey: Survey, view: View, address: PageAddress | undefined): View {
  if (address?.kind !== "question") return view;
  const waves = ownWaves(survey, view, address.wave);
  const alike = wavesAlike(questionOf(survey, address.id), survey, { waves });
  const [first, last] = [alike[0], alike.at(-1)];
  const isWhole = waves.length <= 1 || (first === waves[0] && last === waves.at(-1));
  return isWhole || first === undefined || last === undefined ? view : { ...view, waves: [first, last] };
}
