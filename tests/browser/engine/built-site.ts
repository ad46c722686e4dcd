import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../../src/build/settings.ts";

export interface BuiltSite {
  /** The finished site, as `npm run build` leaves it. */
  readonly folder: string;
  readonly seconds: number;
  readonly remove: () => Promise<void>;
}

/** Builds a whole site of surveys that stand nowhere else. @throws Error with what the build said, where it fails */
export async function builtSite(fill: (data: string) => Promise<void>): Promise<BuiltSite> {
  const place = await mkdtemp(join(tmpdir(), "manyi-site-"));
  const remove = () => rm(place, { recursive: true, force: true });
  try {
    const [data, folder] = [join(place, "survey"), join(place, "site")];
    await fill(data);
    const start = performance.now();
    const environment = { MANYI_DATA: data, MANYI_OUT: folder, MANYI_CACHE: join(place, "stores") };
    const child = spawn(process.execPath, [join(projectRoot, "src", "cli", "build.ts")], {
      cwd: projectRoot,
      env: { ...process.env, ...environment, BASE_PATH: "/" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf-8").on("data", (text: string) => {
        said += text;
      });
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0) throw new Error(`the site was not built: ${said}`);
    return { folder, remove, seconds: (performance.now() - start) / 1000 };
  } catch (error) {
    await remove();
    throw error;
  }
}
