/** A directive of a content security policy and what it lets in. */
type Directive = readonly [name: string, ...sources: string[]];

const directives: readonly Directive[] = [
  // What is not named below is barred: frames, plug-ins, media.
  ["default-src", "'none'"],
  // The engine is WebAssembly; nothing is ever evaluated, and no script stands in a page.
  ["script-src", "'self'", "'wasm-unsafe-eval'"],
  // The engine's script comes compressed and is started from memory; it fetches its module from there too.
  ["worker-src", "'self'", "blob:"],
  ["connect-src", "'self'", "blob:"],
  // Charts are made into pictures in memory before they are handed over as files.
  ["img-src", "'self'", "data:", "blob:"],
  // Lengths of bars and places in charts are attributes of their elements; style sheets are files.
  ["style-src", "'self'", "'unsafe-inline'"],
  ["style-src-elem", "'self'"],
  ["style-src-attr", "'unsafe-inline'"],
  ["font-src", "'self'"],
  ["manifest-src", "'self'"],
  ["base-uri", "'none'"],
  ["form-action", "'self'"],
];

/** The policy of every page, as its meta tag says it and as hosts may send it (Content Security Policy Level 3). */
export const contentPolicy: string = directives.map((directive) => directive.join(" ")).join("; ");
