import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { embedCode } from "../../src/browser/filters/embed-code.tsx";

test("the code of a frame holds the view, the panel and a title, and nothing breaks out of it", () => {
  const href = "https://example.org/site/en/s/?region=east&name=a%22b&print=all&embed=old#factors";
  const code = embedCode({ href }, { id: "trend", title: 'How has "it" <moved>?', height: 480 });
  const frames = new JSDOM(code).window.document.body.children;
  expect(frames).toHaveLength(1);
  const [frame] = frames;
  expect(frame?.getAttribute("src")).toBe(
    "https://example.org/site/en/s/?region=east&name=a%22b&embed=trend",
  );
  expect(frame?.getAttribute("title")).toBe('How has "it" <moved>?');
  expect(frame?.getAttribute("height")).toBe("480");
  expect(frame?.getAttribute("style")).toBe("border:0;width:100%;max-width:1000px");
});
