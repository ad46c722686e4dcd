import type { Version } from "../survey/question.ts";
import { scaleOf } from "./interpret-scales.ts";
import { textOf } from "./interpret-texts.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookQuestion } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

type Leg = Exclude<CodebookQuestion, { type: "kano" }>;

/** What changed in a question, wave by wave (M33). Where nothing else is said, a change breaks comparability. */
export function versionsOf(
  written: Leg,
  at: number,
  codebook: Codebook,
  notebook: Notebook,
): readonly Version[] {
  const waves = codebook.waves.map((wave) => wave.id);
  const known = (written.versions ?? []).filter((version, place) =>
    notebook.knows(["questions", at, "versions", place, "from"], "wave", version.from, waves),
  );
  return known.map((version) => {
    const place = written.versions?.indexOf(version) ?? 0;
    const scale = versionScale(version.scale, written, ["questions", at, "versions", place, "scale"], {
      codebook,
      notebook,
    });
    return {
      from: version.from,
      comparable: version.comparable ?? false,
      ...(version.text === undefined ? {} : { text: textOf(version.text, written.id) }),
      ...(version.reason === undefined ? {} : { reason: textOf(version.reason, "") }),
      ...(scale ? { scale } : {}),
    };
  });
}

function versionScale(
  scale: NonNullable<Leg["versions"]>[number]["scale"],
  { type }: Leg,
  path: KeyPath,
  { codebook, notebook }: { readonly codebook: Codebook; readonly notebook: Notebook },
): Version["scale"] {
  if (scale === undefined) return undefined;
  if (type === "rating" || type === "nps") return scaleOf(scale, codebook, path, notebook);
  notebook.stop(path, {
    message: `A question of type ${type} has no scale that could change`,
    expected: "a scale in versions of rating and nps questions",
    mend: "Take the scale out.",
  });
  return undefined;
}
