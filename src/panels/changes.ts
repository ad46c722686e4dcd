import type { Comparison } from "../findings/compare-versions.ts";
import { branchChanges } from "./branch-changes.tsx";
import { changesHead } from "./changes-head.tsx";
import { newWaves } from "./new-waves.tsx";
import type { PagePanels } from "./pages.ts";
import { questionChanges } from "./question-changes.tsx";
import { restatedFigures } from "./restated-figures.tsx";
import { waveVersions } from "./wave-versions.tsx";

/** The page of what changed since an earlier version: new waves first, then what was published before and is another now. */
export function changesPanels(comparison: Comparison): PagePanels {
  return [
    changesHead(comparison),
    newWaves(comparison),
    waveVersions(comparison),
    restatedFigures(comparison),
    questionChanges(comparison),
    branchChanges(comparison),
  ];
}
