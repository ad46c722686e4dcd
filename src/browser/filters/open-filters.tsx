import { render } from "preact";
import { facetsOf } from "../../panels/facets.ts";
import { unknownDimensions } from "../../panels/report.ts";
import { branchTree } from "../../survey/branches.ts";
import { minimumOf, type View } from "../../views/view.ts";
import { formatNumber } from "../../words/numbers.ts";
import { wordsIn } from "../../words/words.ts";
import type { ReportView } from "../view/report-view.ts";
import { Sheet } from "./sheet.tsx";
import { sizesIn } from "./sizes.ts";

interface OpenSheet {
  readonly open: (section: string) => void;
}

const sheets = new WeakMap<ReportView, OpenSheet>();

/** Opens the sheet in which a reader chooses a view, with a section unfolded. */
export function openFilters(reportView: ReportView, document: Document, section: string): void {
  const sheet = sheets.get(reportView) ?? sheetOf(reportView, document);
  sheets.set(reportView, sheet);
  sheet.open(section);
}

function sheetOf(reportView: ReportView, document: Document): OpenSheet {
  const { report, language, views } = reportView;
  const { survey } = report;
  const words = wordsIn(language);
  const dialog = document.createElement("dialog");
  dialog.className = "filters screen-only";
  dialog.setAttribute("aria-label", words.view.filters.title);
  document.body.append(dialog);
  const unknown = unknownDimensions(report);
  const facets = facetsOf(survey, unknown);
  const tree = branchTree(survey, report.branches);
  let [open, isOwnStep] = ["", false];
  const sizes = sizesIn(reportView, () => dialog.open && paint());
  // What is chosen while the sheet stands open is one step back, however many ticks it took.
  const change = (view: View) => {
    views.set(view, { replace: isOwnStep });
    isOwnStep = true;
  };
  const paint = () => {
    const view = views.get();
    const said = { words, language, minimum: formatNumber(minimumOf(survey, view), language) };
    render(
      <Sheet
        picking={{ reportView, view, facets, tree, sizes, said }}
        unknown={[...unknown].filter((id) => survey.filters.includes(id))}
        open={open}
        unfold={(section) => {
          open = section;
          paint();
        }}
        change={change}
        close={() => dialog.close()}
      />,
      dialog,
    );
  };
  const follow = () => dialog.open && paint();
  views.subscribe(follow);
  reportView.onShown(follow);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    open: (section) => {
      open = section;
      isOwnStep = false;
      paint();
      if (!dialog.open) dialog.showModal();
      const summary = dialog.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"] > summary`);
      summary?.scrollIntoView({ block: "nearest" });
      summary?.focus();
    },
  };
}
