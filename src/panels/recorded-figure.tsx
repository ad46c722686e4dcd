import { isShownRecord, type RecordedFigure } from "../survey/version-record.ts";
import { formatNumber, formatPublished, formatRange, formatValue } from "../words/numbers.ts";
import { answersUnit } from "./changes-model.ts";
import type { ReportContext } from "./context.ts";

interface RecordedProps {
  readonly figure: RecordedFigure | undefined;
  readonly unit: string;
  readonly context: ReportContext;
}

/** A figure of a record, under it its interval and its base, as the column's head says; or why there is none. */
export function Recorded({ figure, unit, context }: RecordedProps) {
  const { words, language, survey } = context;
  if (!figure) return <span class="quiet">–</span>;
  if (figure.status === "published")
    return (
      <>
        {formatPublished(figure.value, unit, language)}
        <small class="aside">{words.publishedElsewhere}</small>
        <small class="aside">{`n ${words.baseNotStated}`}</small>
      </>
    );
  if (!isShownRecord(figure)) {
    const { minimum } = survey.base;
    return figure.status === "none" ? (
      <span class="quiet">{words.nobody}</span>
    ) : (
      <span class="quiet" title={words.withheldWhy(minimum)}>
        {words.withheld}
      </span>
    );
  }
  const { value, low, high, n, status } = figure;
  if (unit === answersUnit) return <>{formatNumber(n, language)}</>;
  const interval = low === high ? words.notKnown : formatRange(low, high, unit, language);
  return (
    <>
      {formatValue(value, unit, language)}
      <small class="aside">{interval}</small>
      <small class="aside">
        {`n ${formatNumber(n, language)}`}
        {status === "low" && <span class="flag"> {words.smallBase}</span>}
      </small>
    </>
  );
}
