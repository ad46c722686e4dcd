/** One page of every type of the demo site, by what it must show. */
export interface PageType {
  readonly name: string;
  /** After `/<lang>/`. */
  readonly path: string;
  /** Selectors of what the page is for; each must be there and hold a figure or text. */
  readonly shows: readonly string[];
}

export const survey = "dealer-service";
/** A page that leads on by itself: tests of how it looks hold it (see `openPage`). */
export const oldAddress = {
  path: `${survey}/b/south/guangdong/guangzhou/guangzhou-08/`,
  leadsTo: `${survey}/b/south/guangdong/guangzhou/guangzhou-05/`,
};
const report = ["h1.title", "footer code", ".site-nav"];
const scored = [...report, ".glance .figure", ".glance dd", "#trend, .chart svg", "table.figures td.score"];
const chosen = [...report, "#wording .note", "#distribution td.score"];

export const pageTypes: readonly PageType[] = [
  { name: "home", path: "", shows: ["h1.title", "main h3 a"] },
  { name: "overview", path: `${survey}/`, shows: [...scored, "#questions td.score", "#branches td.score"] },
  {
    name: "earlier wave",
    path: `${survey}/w/2024-Q3/`,
    shows: [...scored, "#questions td.score", "#branches td.score"],
  },
  {
    name: "what moved it",
    path: `${survey}/why/`,
    shows: [
      "h1.title",
      "footer code",
      ".finding",
      "#split td.number",
      "#factors .chart svg",
      "#where .chart svg",
    ],
  },
  {
    name: "rating question",
    path: `${survey}/q/pu1/`,
    shows: [...scored, "#measures td.score", "#breakdown td.score"],
  },
  { name: "reworded question", path: `${survey}/q/fa2/`, shows: [...scored, "#wording .note"] },
  { name: "recommend question", path: `${survey}/q/recommend/`, shows: [...scored, "#measures td.score"] },
  { name: "single choice", path: `${survey}/q/return_in_warranty/`, shows: chosen },
  { name: "multiple choice", path: `${survey}/q/reasons/`, shows: chosen },
  { name: "number question", path: `${survey}/q/service_minutes/`, shows: [...scored, "#measures td.score"] },
  { name: "text question", path: `${survey}/q/comment/`, shows: [...report, "#wording .note"] },
  { name: "branch list", path: `${survey}/b/`, shows: [...report, "main li a"] },
  {
    name: "region",
    path: `${survey}/b/east/`,
    shows: [...scored, "#questions td.score", "#branches td.score"],
  },
  { name: "province", path: `${survey}/b/east/jiangsu/`, shows: [...scored, "#branches td.score"] },
  { name: "city", path: `${survey}/b/east/jiangsu/nanjing/`, shows: [...scored, "#branches td.score"] },
  {
    name: "dealer",
    path: `${survey}/b/east/jiangsu/nanjing/nanjing-01/`,
    shows: [...scored, "#questions td.score"],
  },
  {
    name: "closed dealer",
    path: `${survey}/b/northeast/liaoning/shenyang/shenyang-06/`,
    shows: [...report, ".banner", "#trend .chart svg", "#history dd"],
  },
  {
    name: "league tables",
    path: `${survey}/best/`,
    shows: [...report, ".contents-list a", "#region td.score", '[id="dealer-1"] td.score'],
  },
  {
    name: "luck",
    path: `${survey}/luck/`,
    shows: [...report, ".contents-list a", '[id="dealer-1"] .chart svg', '[id="dealer-1"] td.score'],
  },
  { name: "old address", path: oldAddress.path, shows: [...report, "#reason", "main p a"] },
  {
    name: "data quality",
    path: `${survey}/data/`,
    shows: [...report, "#rows td.number", "#non-response td.number", "#files code"],
  },
  {
    name: "what is public",
    path: `${survey}/public/`,
    shows: [...report, "#downloads td.number", "#columns td.number", "#withheld td.number"],
  },
  {
    name: "changes",
    path: `${survey}/changes/`,
    shows: [...report, "#waves .lead", "#restated .lead", "section[id^=new-] td.score"],
  },
  {
    name: "weights",
    path: `${survey}/weights/`,
    shows: [...report, "#waves td.number", "#margins td.score", "#sizes td.number", "#effect td.score"],
  },
  {
    name: "which score",
    path: `${survey}/which-score/`,
    shows: [...report, "#guide a", "#example svg", "#own td.score"],
  },
  {
    name: "overview headed by problems",
    path: "new-car/",
    shows: [
      ...[...report, ".glance .figure", '[id="problems-per-100"] td.score'],
      ...['[id="problems-per-100-branches"] td.score', '[id="problems-trend"] .chart svg'],
    ],
  },
  {
    name: "brand headed by problems",
    path: "new-car/b/AU/",
    shows: [...report, ".glance .figure", '[id="problems-per-100"] td.score', "#sample td.number"],
  },
  {
    name: "overview with cards",
    path: "service-hall/",
    shows: [...report, "#national td.score", '[id="national-firms"] td.score', "#five_to_one td.score"],
  },
  {
    name: "overview with gaps and bands",
    path: "logistics/",
    shows: [...report, "#national td.score", "#gaps td.score", "#bands td.number"],
  },
  {
    name: "question with faces",
    path: "service-hall/q/q3/",
    shows: [...report, "#satisfied dd", "#distribution td.score"],
  },
  {
    name: "perceived question",
    path: "logistics/q/tr1/",
    shows: [...report, "#satisfied dd", "#gap td.score"],
  },
  {
    name: "which score by written rules",
    path: "service-hall/which-score/",
    shows: [...report, "#guide a", "#example svg", "#own td.score"],
  },
  {
    name: "methods",
    path: `${survey}/methods/`,
    shows: [...report, "#settings li", "#M08", "#open-results a"],
  },
];
export const languages = ["en", "zh"] as const;
