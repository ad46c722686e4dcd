import type { DraftLanguage, DraftWords } from "../../drafting/words.ts";

export interface NewArguments {
  readonly files: readonly string[];
  readonly id?: string;
  readonly out?: string;
  readonly language?: DraftLanguage;
}

/** What the command line asks for, and what is wrong with it. */
export function readArguments(
  words: readonly string[],
  say: DraftWords,
): { readonly asked: NewArguments; readonly problems: readonly string[] } {
  const files: string[] = [];
  const options = new Map<string, string>();
  const problems: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("--")) {
      files.push(word);
      continue;
    }
    const [option = "", written] = word.split(/=(.*)/s);
    if (!["--id", "--out", "--language"].includes(option)) {
      problems.push(say.unknownOption(option));
      continue;
    }
    const value = written ?? words[++at];
    const problem = problemOf(option, value, say);
    if (problem) problems.push(problem);
    else options.set(option, value ?? "");
  }
  if (files.length === 0) problems.push(say.noFiles);
  const [id, out, language] = ["--id", "--out", "--language"].map((option) => options.get(option));
  const asked = {
    files,
    ...(id === undefined ? {} : { id }),
    ...(out === undefined ? {} : { out }),
    ...(language === undefined ? {} : { language: language as DraftLanguage }),
  };
  return { asked, problems };
}

function problemOf(option: string, value: string | undefined, say: DraftWords): string | undefined {
  if (option === "--language")
    return value === "en" || value === "zh" ? undefined : say.optionValue(option, "en | zh");
  if (option === "--id")
    return value && /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(value)
      ? undefined
      : say.optionValue(option, "a-z 0-9 - _");
  return value ? undefined : say.optionValue(option, "a folder");
}
