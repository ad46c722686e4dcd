import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { atomFeed } from "../../src/publish/feed.ts";

const feed = atomFeed({
  address: "https://reports.example/en/shops/feed.xml",
  page: "https://reports.example/en/shops/",
  title: 'Shops & "more"',
  language: "en",
  entries: [
    {
      id: "https://reports.example/en/shops/w/2025/",
      address: "https://reports.example/en/shops/",
      title: "Overall <rose> to 8 & more",
      summary: "Base 12\u0007.",
      day: "2025-06-30",
    },
    {
      id: "https://reports.example/en/shops/w/2024/",
      address: "https://reports.example/en/shops/w/2024/",
      title: "Overall stands at 7",
      summary: "Base 11.",
      day: "2024-12-31",
    },
  ],
});

describe("a feed of waves", () => {
  const { document } = new JSDOM(feed, { contentType: "application/xml" }).window;
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

  test("is well-formed Atom with what RFC 4287 asks for", () => {
    expect(document.documentElement.namespaceURI).toBe("http://www.w3.org/2005/Atom");
    for (const name of ["id", "title", "updated", "author > name"])
      expect(texts(`feed > ${name}`), name).toHaveLength(1);
    for (const name of ["id", "title", "updated", "summary", "link"])
      expect(texts(`entry > ${name}`), name).toHaveLength(2);
  });

  test("holds texts of any kind", () => {
    expect(texts("feed > title")).toEqual(['Shops & "more"']);
    expect(texts("entry > title")[0]).toBe("Overall <rose> to 8 & more");
    expect(texts("entry > summary")[0]).toBe("Base 12.");
  });

  test("is as old as its newest wave", () => {
    expect(texts("feed > updated")).toEqual(["2025-06-30T00:00:00Z"]);
    expect(texts("entry > updated")).toEqual(["2025-06-30T00:00:00Z", "2024-12-31T00:00:00Z"]);
  });
});
