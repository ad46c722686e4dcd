import { type Estimate, hasValue, isShown } from "../measures/estimate.ts";
import { previousWave, type ReportContext } from "./context.ts";
import type { OptionRow } from "./distribution-model.ts";
import type { Judge } from "./panel.ts";
import { Base, Change, IntervalText, TableFrame, Value } from "./parts.tsx";
import { PublishedNote } from "./published.tsx";

interface ShareBarsProps {
  readonly context: ReportContext;
  readonly rows: readonly OptionRow[];
  readonly judge: Judge;
  /** Whether changes on the wave before are stated. */
  readonly changes: boolean;
}

/** Shares of one wave as bars on 0–100 %, with their intervals. */
export function ShareBars({ context, rows, judge, changes }: ShareBarsProps) {
  const { words } = context;
  const withChanges = changes && previousWave(context) !== undefined;
  const mentions = rows.some((row) => row.mentions);
  const base = rows.map(({ share }) => share).find((share) => share && hasValue(share));
  return (
    <>
      <TableFrame label={words.distributionTitle}>
        <table class="figures scores shares">
          <thead>
            <tr>
              <th scope="col">{words.option}</th>
              <th scope="col" class="strip-cell">
                <span class="axis">
                  <span>0%</span>
                  <span>100%</span>
                </span>
              </th>
              <th scope="col" class="number">
                {words.share}
              </th>
              <th scope="col" class="number">
                {words.interval}
              </th>
              {withChanges && (
                <th scope="col" class="number">
                  {words.change}
                </th>
              )}
              {mentions && (
                <th scope="col" class="number">
                  {words.mentions}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                <td class="strip-cell">
                  <ShareBar estimate={row.share} />
                </td>
                <td class="number score">
                  <Value estimate={row.share} unit="proportion" context={context} />
                </td>
                <td class="number">
                  <IntervalText estimate={row.share} unit="proportion" context={context} />
                </td>
                {withChanges && (
                  <td class="number labelled" data-label={words.change}>
                    <Change
                      difference={row.change}
                      unit="proportion"
                      judge={judge}
                      context={context}
                      better="neither"
                    />
                  </td>
                )}
                {mentions && (
                  <td class="number labelled" data-label={words.mentions}>
                    {!row.none && <Value estimate={row.mentions} unit="proportion" context={context} />}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {base && (
        <p class="note">
          {words.base}
          {words.colon}
          <Base estimate={base} context={context} />
        </p>
      )}
      {mentions && <p class="note">{words.mentionsMeaning(context.who !== undefined)}</p>}
      <PublishedNote estimates={rows.map(({ share }) => share)} context={context} />
    </>
  );
}

function ShareBar({ estimate }: { readonly estimate: Estimate | undefined }) {
  if (!estimate || !hasValue(estimate)) return null;
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
  return (
    <span class="bar" aria-hidden="true">
      <i class="fill" style={`width:${percent(estimate.value)}`} />
      {isShown(estimate) && (
        <i
          class="whisker"
          style={`left:${percent(estimate.low)};width:${percent(estimate.high - estimate.low)}`}
        />
      )}
    </span>
  );
}
