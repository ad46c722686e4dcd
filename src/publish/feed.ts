import { xmlText } from "./xml.ts";

/** One wave in a survey's feed. */
export interface FeedEntry {
  /** Names the entry for ever: the address that the wave's overview has once another is the latest. */
  readonly id: string;
  /** Whole address of the wave's overview today. */
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  /** The day on which the wave ended, as YYYY-MM-DD. */
  readonly day: string;
}

export interface Feed {
  /** Whole address of the feed. */
  readonly address: string;
  /** Whole address of the survey's overview. */
  readonly page: string;
  readonly title: string;
  readonly language: string;
  /** Newest first; at least one. */
  readonly entries: readonly FeedEntry[];
}

/** A feed of a survey's waves as Atom (RFC 4287). Every date is the end of a wave: the same survey gives the same feed. */
export function atomFeed({ address, page, title, language, entries }: Feed): string {
  const [newest] = entries;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(language)}">`,
    `<id>${xmlText(address)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${momentOf(newest?.day ?? "1970-01-01")}</updated>`,
    `<author><name>${xmlText(title)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(address)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(page)}"/>`,
    ...entries.map(entryText),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entryText({ id, address, title, summary, day }: FeedEntry): string {
  return [
    "<entry>",
    `<id>${xmlText(id)}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${momentOf(day)}</updated>`,
    `<link rel="alternate" type="text/html" href="${xmlText(address)}"/>`,
    `<summary>${xmlText(summary)}</summary>`,
    "</entry>",
  ].join("\n");
}

function momentOf(day: string): string {
  return `${day}T00:00:00Z`;
}
