import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export interface NewFiles {
  readonly codebook: string;
  readonly report: string;
  readonly exports: readonly { readonly from: string; readonly name: string }[];
}

/**
 * Writes a survey's folder: aside first, so that nothing half-written is left where something fails. The codebook
 * comes last, for a folder is a survey by it.
 */
export async function writeSurvey(folder: string, { codebook, report, exports }: NewFiles): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const aside = await mkdtemp(`${folder}.new-`);
  try {
    await mkdir(join(aside, "waves"));
    for (const { from, name } of exports) await copyFile(from, join(aside, "waves", name));
    await writeFile(join(aside, "new-report.md"), report);
    await writeFile(join(aside, "survey.yaml"), codebook);
    await mkdir(join(folder, "waves"), { recursive: true });
    for (const { name } of exports) await rename(join(aside, "waves", name), join(folder, "waves", name));
    for (const name of ["new-report.md", "survey.yaml"]) await rename(join(aside, name), join(folder, name));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
