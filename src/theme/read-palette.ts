/**
 * What every token stands for in light colours, by its name such as `--ink`: the first value that a style sheet gives
 * it, and of a pair of light and dark the light one. Paper is white.
 */
export function lightPalette(styleSheet: string): ReadonlyMap<string, string> {
  const palette = new Map<string, string>();
  const bare = styleSheet.replaceAll(/\/\*[\s\S]*?\*\//g, "");
  for (const [, name = "", value = ""] of bare.matchAll(/(--[\w-]+):\s*([^;}]+)/g))
    if (!palette.has(name)) palette.set(name, lightOf(value.trim()));
  palette.set("--paper", "#ffffff");
  return new Map([...palette].map(([name, value]) => [name, literalOf(value, palette)]));
}

/** What a token stands for that is named after another. */
function literalOf(value: string, palette: ReadonlyMap<string, string>): string {
  return value.replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => {
    const found = palette.get(name);
    return found === undefined || found.includes(`var(${name})`) ? whole : literalOf(found, palette);
  });
}

function lightOf(value: string): string {
  return /^light-dark\(\s*([^,]+),/.exec(value)?.[1]?.trim() ?? value;
}
