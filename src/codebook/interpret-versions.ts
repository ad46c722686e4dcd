import type { Version } from "../survey/question.ts";
import { isSameScale, type Scale } from "../survey/scale.ts";
import type { Changes } from "./change-file.ts";
import { checkRecommendScale } from "./check-question.ts";
import { scaleOf } from "./interpret-scales.ts";
import { proseOf } from "./interpret-texts.ts";
import type { Complaint, Notebook } from "./notebook.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

type Leg = Exclude<CodebookQuestion, { type: "kano" }>;

export interface VersionsDesk {
  readonly codebook: Codebook;
  readonly notebook: Notebook;
  readonly changes: Changes;
}

/** A version, and how to complain of it where it stands. */
interface Stated {
  readonly version: Version;
  readonly complain: (what: Complaint) => void;
}

/**
 * What changed in a question, oldest first (M33): the versions of the codebook and the lines of its file of changes.
 * Where nothing else is said, a change breaks comparability.
 */
export function versionsOf(
  written: Leg,
  at: number,
  scale: Scale | undefined,
  desk: VersionsDesk,
): readonly Version[] {
  const waves = desk.codebook.waves.map((wave) => wave.id);
  const all = [...writtenVersions(written, at, desk), ...listedVersions(at, desk)];
  const sorted = all.toSorted((a, b) => waves.indexOf(a.version.from) - waves.indexOf(b.version.from));
  sorted.forEach(({ version, complain }, place) => {
    if (sorted[place - 1]?.version.from === version.from) complain(twice(version.from));
  });
  checkComparable(sorted, scale);
  return sorted.map(({ version }) => version);
}

function writtenVersions(written: Leg, at: number, desk: VersionsDesk): readonly Stated[] {
  const { codebook, notebook } = desk;
  const waves = codebook.waves.map((wave) => wave.id);
  return (written.versions ?? []).flatMap(({ from, comparable = false, text, reason, ...rest }, place) => {
    const path = ["questions", at, "versions", place];
    if (!notebook.knows([...path, "from"], "wave", from, waves)) return [];
    const scale = versionScale(rest.scale, written, [...path, "scale"], desk);
    const version = {
      from,
      comparable,
      ...(text === undefined ? {} : { text: proseOf(text, written.id) }),
      ...(reason === undefined ? {} : { reason: proseOf(reason, "") }),
      ...(scale ? { scale } : {}),
    };
    return { version, complain: (what: Complaint) => notebook.stop(path, what) };
  });
}

function listedVersions(at: number, { codebook, notebook, changes }: VersionsDesk): readonly Stated[] {
  // By the id as written: both legs of a Kano question changed.
  const lines = changes.of.get(codebook.questions[at]?.id ?? "") ?? [];
  return lines.map(({ version, line }) => ({
    version,
    complain: (what) => notebook.stopIn(changes.file, line, what),
  }));
}

function versionScale(
  scale: NonNullable<Leg["versions"]>[number]["scale"],
  { type }: Leg,
  path: KeyPath,
  { codebook, notebook }: VersionsDesk,
): Version["scale"] {
  if (scale === undefined) return undefined;
  if (type === "rating" || type === "nps") {
    const found = scaleOf(scale, codebook, path, notebook);
    if (found && type === "nps") checkRecommendScale(found.codes, path, notebook);
    return found;
  }
  notebook.stop(path, {
    message: `A question of type ${type} has no scale that could change`,
    expected: "a scale in versions of rating and nps questions",
    mend: "Take the scale out.",
  });
  return undefined;
}

/** Figures on different scales are no figures of one thing: that they may be compared can't be said of them. */
function checkComparable(versions: readonly Stated[], first: Scale | undefined): void {
  let before = first;
  for (const { version, complain } of versions) {
    const { scale, comparable } = version;
    if (scale && before && comparable && !isSameScale(scale, before)) {
      complain({
        message: `Figures before and after "${version.from}" stand on different scales and can't be compared`,
        expected: "comparable: no, or the same codes before and after",
        mend: "Take `comparable: yes` out; answers that can be brought to the old scale can be recoded.",
        value: scale.codes.join(", "),
      });
    }
    before = scale ?? before;
  }
}

function twice(wave: string): Complaint {
  return {
    message: `Two versions of the question begin with "${wave}"`,
    expected: "one version a wave, in the codebook or in the file of changes",
    mend: "Put what they say together in one of them.",
    value: wave,
  };
}
