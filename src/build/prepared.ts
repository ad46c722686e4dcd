import type { WaveLayout } from "../counts/sql.ts";
import type { Outside } from "../panels/outside-model.ts";
import type { StoreFile } from "../store/write.ts";
import type { Problem } from "../survey/problem.ts";
import type { WaveQuality } from "../survey/quality.ts";
import type { StratumCount } from "../survey/stratum.ts";
import type { Survey } from "../survey/survey.ts";
import type { VersionRecord } from "../survey/version-record.ts";
import type { TableQuality, WaveTable } from "../survey/wave-table.ts";
import type { WaveWeighting } from "../survey/weighting.ts";
import type { WithheldPlaces } from "../survey/withheld-places.ts";
import type { DataCommit } from "./data-commit.ts";
import type { EngineFiles } from "./engine-files.ts";

/** A wave that has been read and stored. */
export interface PreparedWave {
  readonly wave: string;
  /** The analyst's file, relative to the data folder. */
  readonly file: string;
  readonly sourceSha256: string;
  readonly quality: WaveQuality;
  readonly problems: readonly Problem[];
  readonly header: readonly string[];
  readonly layout: Omit<WaveLayout, "relation">;
  /** How the wave was weighted; absent: every answer counts 1. */
  readonly weighting?: WaveWeighting;
  /** Where branches are followed: the codes that the file holds by level, and a hash of where they count. */
  readonly places?: { readonly codes: readonly (readonly string[])[]; readonly hash: string };
  /** Name of the note that says all this to later builds; it stands beside the database file. */
  readonly note: string;
  /** Name of the database file: the wave and a hash of its answers. */
  readonly name: string;
  readonly store: StoreFile;
}

/** A wave's rows as readers' browsers may download them (M34). */
export interface PublishedWave extends Pick<PreparedWave, "wave" | "name" | "note" | "store" | "layout"> {
  /** Rows of which a place is withheld, and by dimension how many places; absent where rows go out as they are. */
  readonly withheld?: WithheldPlaces;
  /** Whether pages tell by group how many all are; absent where rows go out as they are. */
  readonly told?: boolean;
}

/** A file with printed tables, and what became of its rows. */
export interface TableFile {
  /** The analyst's file, relative to the data folder. */
  readonly file: string;
  readonly sha256: string;
  readonly quality: TableQuality;
}

/** A wave of which only printed tables survive. The table is small and goes with the survey; nothing is stored. */
export interface PreparedTable {
  readonly wave: string;
  readonly table: WaveTable;
  readonly files: readonly TableFile[];
  /** Option ids that the tables hold, by store name, for what the codebook gives no labels. */
  readonly dictionaries: Readonly<Record<string, readonly string[]>>;
}

/** A survey that has been read whole, ready for pages. */
export interface PreparedSurvey {
  readonly survey: Survey;
  /** Waves with respondents. */
  readonly waves: readonly PreparedWave[];
  /** What may be downloaded of them; nothing under `publish: pages`. */
  readonly published: readonly PublishedWave[];
  readonly tables: readonly PreparedTable[];
  readonly strata: readonly StratumCount[];
  /** Twelve hex digits that change whenever an answer or the survey's definition does. */
  readonly dataVersion: string;
  readonly problems: readonly Problem[];
  /** The survey's folder. */
  readonly folder: string;
  /** Earlier versions as `versions.json` in that folder records them, oldest first. */
  readonly versions: readonly VersionRecord[];
  /** Whom the site is about, as a slice in the form of a permalink; absent: everybody. */
  readonly scope?: string;
  /** Averages of everybody outside the scope, and the stored waves that they were counted from. */
  readonly outside?: {
    readonly figures: Outside;
    readonly waves: readonly Pick<PreparedWave, "name" | "note">[];
  };
  /** The commit that the folder stands in, where it is under git. */
  readonly commit?: DataCommit;
}

/** What the pages are built from. */
export interface Prepared {
  readonly surveys: readonly PreparedSurvey[];
  /** Folder that holds the database files. */
  readonly storeFolder: string;
  /** What counts in the browser; absent where no survey publishes rows, or nobody is about to build pages. */
  readonly engine?: EngineFiles;
}
