import type { ReportContext } from "../context.ts";
import { FiguresTable } from "../figures-table.tsx";
import type { Panel } from "../panel.ts";
import { MethodLink } from "./method-note.tsx";

/** Which score for what, and what it hides. */
export const whichGuide: Panel<undefined> = {
  needs: () => [],
  read: () => undefined,
  claims: () => [],
  draw: (context) => <Guide context={context} />,
};

type Advice = ReportContext["words"]["which"]["guide"][number];

function Guide({ context }: { readonly context: ReportContext }) {
  const { which } = context.words;
  return (
    <section class="panel" id="guide">
      <h2>{which.guideTitle}</h2>
      <FiguresTable
        label={which.guideTitle}
        head={{ title: which.guideWant, cell: ({ want }: Advice) => want }}
        columns={[
          {
            title: which.guideUse,
            kind: "text",
            cell: ({ use, methods }) => (
              <>
                {use}
                {methods.map((id) => (
                  <>
                    {" "}
                    <MethodLink key={id} id={id} context={context} />
                  </>
                ))}
              </>
            ),
          },
          { title: which.hides, kind: "text", cell: ({ hides }) => hides },
        ]}
        rows={which.guide}
        stacked="lines"
      />
    </section>
  );
}
