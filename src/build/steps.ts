import type { ReportContext } from "../panels/context.ts";
import { type IndexSubject, indexSubjects } from "../panels/subject.ts";
import type { Branch } from "../survey/branches.ts";
import type { Question } from "../survey/question.ts";
import type { Destination } from "./navigation.ts";

/** A level on the way down to a page, the pages beside it, and where those are listed. */
export interface Step extends Destination {
  readonly siblings?: readonly Destination[];
  readonly list?: string;
}

/** From the survey through its levels to a branch. */
export function branchSteps(context: ReportContext): readonly Step[] {
  const { ancestors, tree, links, language } = context;
  const destination = (branch: Branch) => ({ href: links.branch(branch), label: branch.label[language] });
  return [
    surveyStep(context),
    ...ancestors.map((branch, level) => {
      const parent = ancestors[level - 1];
      return {
        ...destination(branch),
        siblings: (parent?.children ?? tree).map(destination),
        list: parent ? `${links.branch(parent)}#branches` : links.branches,
      };
    }),
  ];
}

/** From the survey through its questions to one. */
export function questionSteps(context: ReportContext, question: Question): readonly Step[] {
  const { survey, links, language, words } = context;
  const list = `${links.overview()}#questions`;
  const destination = ({ id, short }: Question) => ({ href: links.question(id), label: short[language] });
  return [
    surveyStep(context),
    { href: list, label: words.questions },
    { ...destination(question), siblings: survey.questions.map(destination), list },
  ];
}

/** From the survey through its index to a factor. */
export function factorSteps(context: ReportContext, subject: IndexSubject): readonly Step[] {
  const { survey, links, language } = context;
  const destination = ({ id, name }: IndexSubject) => ({ href: links.factor(id), label: name[language] });
  const [index, ...factors] = indexSubjects(survey);
  if (!index) return [surveyStep(context), destination(subject)];
  const own =
    subject.id === index.id
      ? []
      : [{ ...destination(subject), siblings: factors.map(destination), list: links.factor(index.id) }];
  return [surveyStep(context), destination(index), ...own];
}

function surveyStep({ survey, links, language }: ReportContext): Step {
  return { href: links.overview(), label: survey.title[language] };
}
