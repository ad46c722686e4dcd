import { startContents } from "./contents.ts";
import { offerDownloads } from "./download-controls.ts";
import { startEmbed } from "./embed.ts";
import { startFilterBar } from "./filter-bar.ts";
import { startLanguageSwitch } from "./language-switch.ts";
import { startMenus } from "./menus.ts";
import { startMissingPage } from "./missing-page.ts";
import { startOffline } from "./offline.ts";
import { painted } from "./painted.ts";
import { offerPrint } from "./print.ts";
import { startRowLinks } from "./row-links.ts";
import { startSearch } from "./search-button.ts";
import { startThemeSwitch } from "./theme-switch.ts";
import { startView } from "./view.ts";

/** Everything that a page does once it stands, in the order of the list; a page is whole without any of it. */
const features: readonly ((document: Document) => void)[] = [
  markScripted,
  startEmbed,
  startThemeSwitch,
  startLanguageSwitch,
  startMenus,
  startContents,
  startSearch,
  startMissingPage,
  offerDownloads,
  offerPrint,
  tables,
  startView,
  startFilterBar,
  startRowLinks,
  startOffline,
];

/** Starts what scripts add to a page. */
export function start(document: Document): void {
  for (const feature of features) feature(document);
}

/** Style sheets show controls that need a script only where there is one: `html[data-scripted]`. */
function markScripted({ documentElement }: Document): void {
  documentElement.dataset["scripted"] = "";
}

/** What serves tables is fetched where there are any. */
function tables(document: Document): void {
  let isAsked = false;
  const look = () => {
    if (isAsked || !document.querySelector("table.figures")) return;
    isAsked = true;
    void import("./tables.ts").then(({ serveTables }) => serveTables(document));
  };
  look();
  document.addEventListener(painted, look);
}
