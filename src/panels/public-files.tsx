import { choiceName, dimensionName, questionName } from "../survey/reading.ts";
import { dimensionOf } from "../survey/survey.ts";
import type { WithheldPlaces } from "../survey/withheld-places.ts";
import { formatBytes, formatNumber, formatShare } from "../words/numbers.ts";
import { type ReportContext, waveTitle } from "./context.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { Panel } from "./panel.ts";
import { TooFew } from "./too-few.tsx";

/** A file of a survey that readers may download beside its pages. */
export interface PublicFile {
  readonly kind: "estimates" | "manifest" | "report" | "rows";
  readonly name: string;
  readonly href: string;
  readonly bytes: number;
  /** Lines of a table; absent of a file that is none. */
  readonly rows?: number;
  readonly columns?: readonly string[];
  /** Of rows: their wave, and places withheld in them; the latter absent where rows go out as they are. */
  readonly wave?: string;
  readonly withheld?: WithheldPlaces;
}

/** M34: every file that may be downloaded, every column of it, and what was withheld from the rows. */
export function publicFiles(files: readonly PublicFile[]): Panel<readonly PublicFile[]> {
  return {
    needs: () => [],
    read: () => files,
    claims: () => [],
    draw: (context) => (
      <>
        <Files context={context} files={files} />
        <RowColumns context={context} files={files} />
        <WithheldTable context={context} files={files} />
      </>
    ),
  };
}

interface FilesProps {
  readonly context: ReportContext;
  readonly files: readonly PublicFile[];
}

function Files({ context, files }: FilesProps) {
  const { words, language } = context;
  const { publicData } = words;
  const number = (count: number | undefined) => (count === undefined ? "–" : formatNumber(count, language));
  return (
    <section class="panel" id="downloads">
      <h2>{publicData.filesTitle}</h2>
      <FiguresTable
        label={publicData.filesTitle}
        head={{
          title: words.file,
          cell: ({ name, href }: PublicFile) => (
            <a href={href} download>
              <code>{name}</code>
            </a>
          ),
        }}
        columns={[
          { title: publicData.holds, cell: (file) => holds(context, file) },
          { title: words.rows, kind: "number", cell: ({ rows }) => number(rows) },
          { title: publicData.columns, kind: "number", cell: ({ columns }) => number(columns?.length) },
          { title: publicData.size, kind: "number", cell: ({ bytes }) => formatBytes(bytes, language) },
        ]}
        rows={files}
        stacked="lines"
      />
      <p class="note">{publicData.besides}</p>
      {context.outside && (
        <p class="note">
          {Object.keys(context.outside.waves).length > 0
            ? publicData.outside(context.outside.of[language])
            : publicData.outsideNone(context.outside.of[language])}
        </p>
      )}
      <p class="note">
        {publicData.estimatesColumns}{" "}
        <a href={`${context.links.methods}#open-results`}>{words.openResults}</a>
      </p>
    </section>
  );
}

function holds(context: ReportContext, { kind, wave = "" }: PublicFile): string {
  const { publicData } = context.words;
  return kind === "rows" ? publicData.holdsRows(waveTitle(context, wave)) : publicData.holdsOf[kind];
}

interface RowColumn {
  readonly name: string;
  readonly title: string;
  readonly kind: keyof ReportContext["words"]["publicData"]["columnKinds"];
  /** Rows of all files that have the column, and the waves of these files. */
  readonly rows: number;
  readonly waves: readonly string[];
}

function RowColumns({ context, files }: FilesProps) {
  const { words, language } = context;
  const { publicData } = words;
  const held = files.filter(({ kind, columns }) => kind === "rows" && columns);
  if (held.length === 0) return null;
  const all = held.map(({ wave = "" }) => wave);
  const wavesOf = ({ waves }: RowColumn) =>
    waves.length === all.length
      ? publicData.allWaves
      : waves.map((wave) => waveTitle(context, wave)).join(words.listSeparator);
  return (
    <section class="panel" id="columns">
      <h2>{publicData.columnsTitle}</h2>
      <p class="lead">{publicData.columnsLead}</p>
      <FiguresTable
        label={publicData.columnsTitle}
        head={{ title: publicData.column, cell: ({ name }: RowColumn) => <code>{name}</code> }}
        columns={[
          { title: publicData.holds, cell: ({ title }) => title },
          { title: publicData.kind, cell: ({ kind }) => publicData.columnKinds[kind] },
          { title: words.rows, kind: "number", cell: ({ rows }) => formatNumber(rows, language) },
          { title: publicData.waves, cell: wavesOf },
        ]}
        rows={rowColumns(context, held)}
        stacked="lines"
      />
    </section>
  );
}

/** The columns of all files of rows, in the order in which they stand there. */
function rowColumns(context: ReportContext, files: readonly PublicFile[]): readonly RowColumn[] {
  const named = columnTitles(context);
  const names = new Set(files.flatMap(({ columns = [] }) => columns));
  return [...names].map((name) => {
    const having = files.filter(({ columns = [] }) => columns.includes(name));
    return {
      name,
      ...(named.get(name) ?? { title: name, kind: "answer" as const }),
      rows: having.reduce((sum, { rows = 0 }) => sum + rows, 0),
      waves: having.map(({ wave = "" }) => wave),
    };
  });
}

type Titled = Pick<RowColumn, "title" | "kind">;

function columnTitles({ survey, language, words }: ReportContext): ReadonlyMap<string, Titled> {
  const dimensions = survey.dimensions.map(
    ({ id, title }) => [dimensionName(id), { title: title[language], kind: "place" as const }] as const,
  );
  const answers = survey.questions.flatMap((question): readonly (readonly [string, Titled])[] => {
    const name = questionName(question.id);
    const title = question.short[language];
    if (question.type !== "multi") return [[name, { title, kind: "answer" }]];
    return question.options.map(({ label }, place) => [
      choiceName(name, place),
      { title: `${title}${words.colon}${label[language]}`, kind: "choice" },
    ]);
  });
  const weight: Titled = { title: words.publicData.weight, kind: "weight" };
  return new Map<string, Titled>([...dimensions, ...answers, ["w", weight]]);
}

function WithheldTable({ context, files }: FilesProps) {
  const { words, language, survey } = context;
  const { publicData } = words;
  const held = files.filter(({ withheld }) => withheld !== undefined);
  if (held.length === 0) return null;
  const count = (part: number, { rows = 0, withheld }: PublicFile) => {
    if (withheld?.whole) return <TooFew context={context} />;
    return part === 0
      ? formatNumber(0, language)
      : `${formatNumber(part, language)} (${formatShare(part / Math.max(1, rows), language)})`;
  };
  const whole = held.filter(({ withheld }) => withheld?.whole);
  const told = new Set(held.flatMap(({ withheld }) => Object.keys(withheld?.places ?? {})));
  const dimensions = survey.dimensions.map(({ id }) => id).filter((id) => told.has(id));
  const columns: readonly Column<PublicFile>[] = [
    { title: words.rows, kind: "number", cell: ({ rows = 0 }) => formatNumber(rows, language) },
    {
      title: publicData.rowsWithheld,
      kind: "number",
      cell: (file) => count(file.withheld?.rows ?? 0, file),
    },
    ...dimensions.map(
      (id): Column<PublicFile> => ({
        title: dimensionOf(survey, id).title[language],
        kind: "number",
        cell: (file) => count(file.withheld?.places[id] ?? 0, file),
      }),
    ),
  ];
  return (
    <section class="panel" id="withheld">
      <h2>{publicData.withheldTitle}</h2>
      <p class="lead">
        {publicData.withheldLead(formatNumber(survey.base.minimum, language))}
        {whole.length < held.length && `${words.sentenceGap}${publicData.rowsStay}`}
        {words.sentenceGap}
        {publicData.pagesOfAll}
      </p>
      {whole.length > 0 && (
        <p class="note">
          {publicData.wholeWaves(
            whole.map(({ wave = "" }) => waveTitle(context, wave)).join(words.listSeparator),
            formatNumber(survey.base.minimum, language),
          )}
        </p>
      )}
      <FiguresTable
        label={publicData.withheldTitle}
        head={{ title: words.wave, cell: ({ wave = "" }: PublicFile) => waveTitle(context, wave) }}
        columns={columns}
        rows={held}
      />
      <JoinedWeightsNote {...{ context, files: held }} />
    </section>
  );
}

/** In how many rows a weight is a mean of several, of how many, and how far that is from what it was. */
function JoinedWeightsNote({ context: { words, language }, files }: FilesProps) {
  const joined = files.flatMap(({ withheld }) => withheld?.weights ?? []);
  if (joined.length === 0) return null;
  const most = (of: "moved" | "most") => formatShare(Math.max(...joined.map((one) => one[of])), language);
  const rows = joined.reduce((sum, one) => sum + one.rows, 0);
  const all = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
  const number = (count: number) => formatNumber(count, language);
  return (
    <p class="note">
      {words.publicData.weightsJoined(number(rows), number(all), most("moved"), most("most"))}
    </p>
  );
}
