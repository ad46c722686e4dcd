import type { Language, Text } from "../survey/text.ts";
import { formatNumber, formatShare } from "../words/numbers.ts";
import { type DetailOf, type FindingFigure, isBetter, isReturn } from "./finding.ts";
import { isOfProblems, type Said, type Say, sayOf, wayOf } from "./say.ts";

/** What a change of a figure is told with. */
export function movedParts(
  { figure, name, text, size, value }: Say,
  { place, now, change }: Pick<DetailOf<"moved">, "place" | "now" | "change">,
) {
  const isPlain = figure.measured.en === "" && !isOfProblems(figure);
  const good = isPlain ? undefined : isBetter(figure, change.value);
  return {
    figure: name,
    place: place.path.length === 0 ? "" : text(place.name),
    way: wayOf(change.value),
    size: size(change.value),
    value: value(now.value),
    score: isPlain && figure.unit !== "proportion" && figure.unit !== "points" && !figure.rated,
    ...(good === undefined ? {} : { good }),
  } as const;
}

function basesOf(
  say: Say,
  {
    change,
    now,
    earlierBase,
    without,
  }: Pick<DetailOf<"moved">, "change" | "now" | "earlierBase" | "without">,
) {
  const { words, number, between } = say;
  return [
    ...withoutOf(say, without),
    between(change),
    words.findings.bases(number(earlierBase), number(now.n)),
  ];
}

/** What a change does without, where it does. */
function withoutOf({ words, text }: Say, without: readonly Text[] = []): readonly string[] {
  return without.length === 0
    ? []
    : [words.findings.changeWithout(without.map(text).join(words.listSeparator), without.length)];
}

export function saidOfChange(detail: DetailOf<"moved" | "steady">, say: Say): Said {
  const said = say.words.findings;
  const since = say.text(detail.since);
  const parts = movedParts(say, detail);
  const change = say.signed(detail.change.value);
  if (detail.kind === "steady")
    return {
      claim: isOfProblems(say.figure)
        ? said.problemsSteady(say.name, parts.value, since, change)
        : said.steady(say.name, parts.place, since, change),
      rest: basesOf(say, detail),
    };
  return { claim: said.moved(parts), rest: [said.since(since), ...basesOf(say, detail)] };
}

export function saidOfFollowed(detail: DetailOf<"followed">, say: Say): Said {
  const said = say.words.findings;
  const parts = movedParts(say, detail);
  const { change, wave } = detail.before;
  const [before, lost, then] = [wayOf(change), say.size(change), say.text(wave)] as const;
  if (detail.change.verdict === "unclear")
    return {
      claim: said.followedSteady(say.name, parts.place, before, lost, then),
      rest: [say.signed(detail.change.value), ...basesOf(say, detail)],
    };
  const isWhole = Math.abs(detail.change.value) >= Math.abs(change);
  const claim = isReturn(detail)
    ? said.returned(parts, { lost, then, isWhole, part: say.plain(detail.change.value) })
    : said.followed(parts, before, lost, then);
  return { claim, rest: basesOf(say, detail) };
}

export function saidOfMix(detail: DetailOf<"mix">, say: Say): Said {
  const { dimension, groups, effect, scores, around, weighted = false, without } = detail;
  const { words, text, language } = say;
  const said = words.findings;
  const share = shareIn(groups, language);
  const names = (grew: boolean) =>
    groups
      .filter(({ earlier, later }) => later > earlier === grew)
      .map(({ name, earlier, later }) => said.share(text(name), share(earlier), share(later)));
  const fine = sayOf(inTenths(say.figure), say);
  const parts = {
    figure: say.name,
    dimension: text(dimension),
    fewer: names(false),
    more: names(true),
    size: fine.size(effect.value),
    way: wayOf(effect.value),
    weighted,
  } as const;
  const shares = [...parts.fewer, ...parts.more];
  if (around)
    return {
      claim: said.mixAround(parts),
      rest: [...shares, ...withoutOf(say, without), fine.between(effect)],
    };
  const rest = [
    ...(groups.length > 0 ? [said.by(parts.dimension)] : []),
    ...withoutOf(say, without),
    fine.between(effect),
  ];
  const way = wayOf(scores.value);
  const size = `${fine.signed(scores.value)}${words.clauseSeparator}${fine.between(scores)}`;
  const within =
    scores.verdict === "unclear"
      ? said.scoresSteady(size)
      : way === parts.way
        ? said.scoresMoved(way, size)
        : said.scoresAgainst(way, size);
  return { claim: said.mix(parts), rest: [...rest, within] };
}

/** Shares in whole percent, or where a change would not show, with a decimal. */
function shareIn(groups: DetailOf<"mix">["groups"], language: Language): (share: number) => string {
  const whole = (share: number) => `${formatNumber(share * 100, language)}%`;
  const shows = groups.every(({ earlier, later }) => whole(earlier) !== whole(later));
  return shows ? whole : (share) => formatShare(share, language);
}

/** Parts of a change of points of 1000 have a decimal, as on the pages of what moved it. */
function inTenths(figure: FindingFigure): FindingFigure {
  return figure.unit === "index1000" ? { ...figure, unit: "index100" } : figure;
}
