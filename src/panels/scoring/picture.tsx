import { facesPicture } from "../../charts/faces.ts";
import { pageDrawing } from "../../charts/page-drawing.ts";
import { starsPicture } from "../../charts/stars.ts";
import { halfStars, nearestCode } from "../../measures/pictures.ts";
import { codeLabel, type Scale } from "../../survey/scale.ts";
import { formatNumber, formatValue } from "../../words/numbers.ts";
import type { ReportContext } from "../context.ts";

/** M02, a mean as respondents saw the scale: stars to the nearest half, or faces with the nearest one coloured. */
export function MeanPicture({
  scale,
  mean,
  context,
}: {
  readonly scale: Scale;
  readonly mean: number;
  readonly context: ReportContext;
}) {
  const drawn = pictureOf(scale, mean, context);
  // The drawing is made of numbers and of the words of its alternative, escaped as its document writes it.
  return drawn ? <span class="picture" dangerouslySetInnerHTML={{ __html: pageDrawing(drawn) }} /> : null;
}

function pictureOf(
  scale: Scale,
  mean: number,
  { document, words, language }: ReportContext,
): SVGSVGElement | undefined {
  const { codes, pictures } = scale;
  const of = codes.length;
  const value = formatValue(mean, "scale", language);
  if (pictures === "stars") {
    const filled = Math.min(of, Math.max(0, halfStars(mean)));
    const decimals = Number.isInteger(filled) ? 0 : 1;
    const alternative = words.scoring.stars(formatNumber(filled, language, decimals), String(of), value);
    return starsPicture(filled, { document, of, alternative });
  }
  if (pictures !== "faces") return undefined;
  const nearest = nearestCode(scale, mean);
  const marked = codes.indexOf(nearest);
  const alternative = words.scoring.face(
    String(marked + 1),
    String(of),
    codeLabel(scale, nearest, language),
    value,
  );
  return facesPicture({ document, of, marked, alternative });
}
