/** Colours as WCAG 2.2 and Machado, Oliveira and Fernandes (2009) see them. */
export type Rgb = readonly [number, number, number];

/** Red, green and blue of `#rrggbb` or `#rgb`, 0–1. @throws Error where it is neither */
export function rgbOf(hex: string): Rgb {
  const long = hex.length === 4 ? hex.replaceAll(/[\da-f]/gi, "$&$&") : hex;
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(long);
  if (!digits) throw new Error(`${hex} is no colour`);
  const [red = 0, green = 0, blue = 0] = digits.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return [red, green, blue];
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** WCAG 2.2, relative luminance. */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(linear) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2, contrast ratio, 1–21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Machado et al. 2009, table 1, severity 1.0, on linear light. */
const blindness = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;
export type Blindness = keyof typeof blindness;
export const kindsOfBlindness = Object.keys(blindness) as readonly Blindness[];

/** Linear light as somebody with a kind of colour blindness sees it; without a kind as it is. */
function seen(colour: Rgb, kind: Blindness | undefined): Rgb {
  const light = colour.map(linear) as unknown as Rgb;
  if (!kind) return light;
  const matrix = blindness[kind];
  const row = (at: number) =>
    Math.min(
      1,
      Math.max(
        0,
        light.reduce((sum, value, i) => sum + value * (matrix[at * 3 + i] ?? 0), 0),
      ),
    );
  return [row(0), row(1), row(2)];
}

/** Distance of two colours as they are seen, in Oklab (Ottosson 2020) times 100: 2 is just to be told apart. */
export function distance(one: Rgb, other: Rgb, kind?: Blindness): number {
  const [a, b] = [oklab(seen(one, kind)), oklab(seen(other, kind))];
  return 100 * Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
}

function oklab([red, green, blue]: Rgb): Rgb {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}
