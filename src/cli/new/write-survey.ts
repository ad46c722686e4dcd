import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

export interface NewFiles {
  readonly codebook: string;
  readonly report: string;
  readonly exports: readonly { readonly from: string; readonly name: string }[];
}

/**
 * Writes a survey's folder: aside first, so that nothing is left where something fails or the survey is not accepted.
 * The codebook comes last, for a folder is a survey by it.
 *
 * @param accepts told where the survey stands aside, a level deeper than surveys are looked for.
 */
export async function writeSurvey(
  folder: string,
  { codebook, report, exports }: NewFiles,
  accepts: (aside: string) => Promise<boolean>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const around = await mkdtemp(`${folder}.new-`);
  const aside = join(around, basename(folder));
  try {
    await mkdir(join(aside, "waves"), { recursive: true });
    for (const { from, name } of exports) await copyFile(from, join(aside, "waves", name));
    await writeFile(join(aside, "new-report.md"), report);
    await writeFile(join(aside, "survey.yaml"), codebook);
    if (!(await accepts(aside))) return;
    await mkdir(join(folder, "waves"), { recursive: true });
    for (const { name } of exports) await rename(join(aside, "waves", name), join(folder, "waves", name));
    for (const name of ["new-report.md", "survey.yaml"]) await rename(join(aside, name), join(folder, name));
  } finally {
    await rm(around, { recursive: true, force: true });
  }
}
