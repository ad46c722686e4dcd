import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The project's folder: the nearest one above this file that holds package.json. */
export const projectRoot: string = findRoot(import.meta.dirname);

/** Where the surveys are: MANYI_DATA, else the project's own data folder. */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment["MANYI_DATA"];
  return named ? resolve(named) : join(projectRoot, "data");
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`no package.json above ${folder}`);
  return findRoot(parent);
}
