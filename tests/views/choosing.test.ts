import { describe, expect, test } from "vitest";
import {
  against,
  choiceOf,
  narrowedTo,
  ofEverybody,
  ofSet,
  ofWaves,
  withChoice,
  withMinimum,
  withoutValue,
} from "../../src/views/choosing.ts";
import { defaultView, type View } from "../../src/views/view.ts";

const view: View = {
  ...defaultView,
  slice: { region: ["east", "south"], "channel!": ["web"] },
  set: "coast",
  waves: ["a", "b"],
  minimum: 80,
};

describe("choosing", () => {
  test("a dimension's choice is what is in, or what is out", () => {
    expect(choiceOf(view, "region")).toEqual({ isOut: false, values: ["east", "south"] });
    expect(choiceOf(view, "channel")).toEqual({ isOut: true, values: ["web"] });
    expect(choiceOf(view, "age")).toEqual({ isOut: false, values: [] });
  });

  test("another choice takes the place of all that was said of the dimension", () => {
    const out = withChoice(view, "region", { isOut: true, values: ["east"] });
    expect(out.slice).toEqual({ "channel!": ["web"], "region!": ["east"] });
    expect(withChoice(out, "region", { isOut: false, values: [] }).slice).toEqual({ "channel!": ["web"] });
  });

  test("a chip takes away one value, or the whole part with its last", () => {
    expect(withoutValue(view, "region", "east").slice).toEqual({ region: ["south"], "channel!": ["web"] });
    expect(withoutValue(view, "channel!", "web").slice).toEqual({ region: ["east", "south"] });
    expect(withoutValue(view, "region").slice).toEqual({ "channel!": ["web"] });
  });

  test("a row narrows to itself, whatever was chosen of its dimension", () => {
    expect(narrowedTo(view, { channel: ["web"] }).slice).toEqual({
      region: ["east", "south"],
      channel: ["web"],
    });
  });

  test("the rest of the view stays", () => {
    expect(ofEverybody(view)).toEqual({
      ...{ slice: {}, waves: ["a", "b"], minimum: 80 },
      versus: defaultView.versus,
    });
    expect(ofWaves(view)).not.toHaveProperty("waves");
    expect(ofSet(view)).not.toHaveProperty("set");
    expect(withMinimum(view)).not.toHaveProperty("minimum");
    expect(against(view, { kind: "rest" })).toEqual({ ...view, versus: { kind: "rest" } });
    expect(against(against(view, { kind: "rest" }))).toEqual(view);
  });
});
