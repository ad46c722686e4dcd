import { expect, test } from "vitest";
import { draftCodebook } from "../../src/drafting/draft.ts";
import { wave } from "./sheets.ts";

const ids = Array.from({ length: 40 }, (_, at) => 500 + at);
const grades = ids.map((at) => 1 + (at % 5));
const elevens = ids.map((at) => at % 11);

test("questions of one wave are said with the nearest of the other; the respondent is found by wave", () => {
  const draft = draftCodebook(
    [
      wave(
        { "Case ID": ids, "Q2 Friendliness of staff": grades, "Recommend (0-10)": elevens, Price: grades },
        "2023",
      ),
      wave(
        {
          RespondentID: ids,
          "Q3 Friendliness of our own staff": grades,
          "Likelihood to recommend (0-10)": elevens,
        },
        "2024",
      ),
    ],
    { id: "guests", title: "Guests", language: "en", titles: new Map() },
  );
  expect(draft?.body["respondent"]).toEqual({ 2023: "Case ID", 2024: "RespondentID" });
  const lines = draft?.report.toDecide.map(({ key, text }) => `${key}: ${text}`).join("\n");
  expect(lines).toMatch(/not in wave "2024"\. Is it "Q3 Friendliness of our own staff"/);
  expect(lines).toMatch(/Is it "Likelihood to recommend \(0-10\)"/);
  expect(lines).toMatch(/price: not in wave "2024", and nothing there is like it/);
});
