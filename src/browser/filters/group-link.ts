import { narrowedTo } from "../../views/choosing.ts";
import { readView } from "../../views/permalink.ts";
import type { ReportView } from "../view/report-view.ts";

/** Narrows a page's view to the group that one of its rows names, and leads to the top, where the page says so. */
export function narrow({ report, views }: ReportView, slice: string): void {
  views.set(narrowedTo(views.get(), readView(report.survey, slice).view.slice));
  scrollTo({ top: 0 });
}
