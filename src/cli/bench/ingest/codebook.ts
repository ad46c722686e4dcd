import { dimensions, items } from "./export-file.ts";

/** The codebook of the invented export: one wave, every column in use. */
export function codebookFor(file: string): string {
  const rated = items.map((id) => `  - { id: ${id}, type: rating, scale: five, column: ${id} }`);
  return `
id: bench
title: Ingest benchmark
synthetic: true
respondent: response_id
date: { column: submitted_at }
waves: [{ id: all, file: ${JSON.stringify(file)} }]
dimensions:
${dimensions.map((id) => `  - { id: ${id}, column: ${id} }`).join("\n")}
hierarchy: [region, province, city, store]
scales:
  five: { min: 1, max: 5, satisfied: [4, 5] }
  ten: { min: 0, max: 10, satisfied: [8, 9, 10] }
questions:
${rated.join("\n")}
  - { id: overall, type: rating, scale: ten, column: overall }
  - { id: nps, type: nps, column: nps }
  - { id: comment, type: text, column: comment }
`;
}
