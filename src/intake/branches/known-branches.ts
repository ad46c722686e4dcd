import { type Network, nameOf, placeOf, successorOf } from "../../survey/network.ts";
import type { Option } from "../../survey/question.ts";
import { dimensionName, type Reading, type VariableReading, type WaveReading } from "../../survey/reading.ts";
import type { Dimension, Survey } from "../../survey/survey.ts";

/** The survey on today's network: its hierarchy has the branches of today, by the names of today. */
export function surveyOn(survey: Survey, network: Network): Survey {
  return {
    ...survey,
    network,
    dimensions: survey.dimensions.map((dimension) => {
      const level = network.levels.indexOf(dimension.id);
      return level < 0 ? dimension : { ...dimension, options: optionsToday(dimension, level, network) };
    }),
    sets: survey.sets.map((set) => ({ ...set, slice: sliceToday(set.slice, network) })),
  };
}

/** Labelled branches first, in the order of their labels, then the others as listed; what went into another is left out. */
function optionsToday({ options }: Dimension, level: number, network: Network): readonly Option[] {
  const listed = network.branches.filter((branch) => branch.level === level);
  const names = new Map(listed.map((branch) => [branch.id, nameOf(network, branch)]));
  const gone = new Set(
    listed.filter((branch) => successorOf(network, branch) !== branch).map((branch) => branch.id),
  );
  const labelled = options.map(({ id, label }) => ({ id, label: names.get(id) ?? label }));
  const others = [...names]
    .filter(([id]) => !options.some((option) => option.id === id))
    .map(([id, label]) => ({ id, label }));
  return [...labelled, ...others].filter(({ id }) => !gone.has(id));
}

/** A set that names a branch by an old code means what became of it. */
function sliceToday(
  slice: Readonly<Record<string, readonly string[]>>,
  network: Network,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(slice).map(([dimension, ids]) => {
      const level = network.levels.indexOf(dimension);
      return [dimension, [...new Set(ids.map((id) => placeOf(network, level, id)?.at(-1) ?? id))]];
    }),
  );
}

/** How the survey's files are read where the network's codes, old and new, are codes beside the labelled ones. */
export function readingOf(reading: Reading, network: Network): Reading {
  const readWave = (wave: WaveReading): WaveReading => ({
    ...wave,
    variables: wave.variables.map((variable) => withCodes(variable, network)),
  });
  return { ...reading, waves: reading.waves.map(readWave) };
}

function withCodes(variable: VariableReading, network: Network): VariableReading {
  if (variable.kind !== "options" || variable.options === "open") return variable;
  const level = network.levels.findIndex((id) => dimensionName(id) === variable.name);
  const options = new Set([...variable.options, ...codesOn(network, level)]);
  return { ...variable, options: [...options] };
}

/** Every code of a level, of branches of today and of old. */
export function codesOn({ branches }: Network, level: number): readonly string[] {
  return branches.flatMap((branch) => (branch.level === level ? branch.id : []));
}
