/**
 * `npm run new -- export.csv [later-wave.csv …]`: writes a first codebook of the exports of one survey, with the
 * reasons of every guess, copies the exports beside it and runs the check on it. Nothing is written where a file can't
 * be read or a codebook is there already.
 */
import { resolve } from "node:path";
import { draftWords } from "../drafting/words.ts";
import { readArguments } from "./new/arguments.ts";
import { newSurvey } from "./new/new-survey.ts";

const words = process.argv.slice(2);
const { asked, problems } = readArguments(
  words,
  draftWords[/\p{Script=Han}/u.test(words.join(" ")) ? "zh" : "en"],
);
const say = draftWords[asked.language ?? "en"];
if (problems.length > 0) {
  for (const problem of [...problems, say.usage]) console.error(problem);
  process.exitCode = 1;
} else {
  // npm runs commands in the project's folder; paths are meant from where it was called.
  const from = (path: string) => resolve(process.env["INIT_CWD"] ?? "", path);
  const { out, files } = asked;
  const outcome = await newSurvey({
    ...asked,
    files: files.map(from),
    ...(out === undefined ? {} : { out: from(out) }),
  });
  for (const line of outcome.lines) (outcome.builds ? console.log : console.error)(line);
  process.exitCode = outcome.builds ? 0 : 1;
}
