import { describe, expect, test } from "vitest";
import { contentsOf } from "../../src/panels/contents.ts";

describe("the contents of a page", () => {
  test("are its sections with an id, in reading order, by their heading", () => {
    const html = `
      <h1 class="title">The answer</h1>
      <section class="panel" id="trend"><h2>How has it moved?</h2><section class="table-frame" tabindex="0"></section></section>
      <div class="contents"><section id="factors" class="panel"><div><h2 class="x">Where are <em>points</em> lost?</h2></div></section></div>`;
    expect(contentsOf(html)).toEqual([
      { id: "trend", title: "How has it moved?" },
      { id: "factors", title: "Where are points lost?" },
    ]);
  });

  test("name a section once, by its first heading, and leave out headings that nothing leads to", () => {
    const html = `
      <nav class="panel"><h2>Waves</h2></nav>
      <section class="panel"><h2>No id</h2></section>
      <section class="panel" id="outer"><h2>First</h2><section><h2>Second</h2></section></section>
      <h2 id="own">Its own id</h2>`;
    expect(contentsOf(html)).toEqual([
      { id: "outer", title: "First" },
      { id: "own", title: "Its own id" },
    ]);
  });

  test("give an inner section with an id its own line", () => {
    const html = `<section id="a"><h2>A</h2><section id="b"><h2>B</h2></section><h2>Still A</h2></section>`;
    expect(contentsOf(html).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("are plain text: without entities, links to the section itself, marks and line breaks", () => {
    const html = `<section id="q&amp;a"><h2>
      “Ready &lt;on time&gt;” &amp; more&nbsp;<a href="#q" class="self">¶</a><small class="flag">small base</small></h2></section>
      <section id="linked"><h2><a href="/x/">Only a link</a></h2></section>`;
    expect(contentsOf(html)).toEqual([
      { id: "q&a", title: "“Ready <on time>” & more" },
      { id: "linked", title: "Only a link" },
    ]);
  });

  test("of a page without sections are empty", () => {
    expect(contentsOf("<h1>Nothing</h1><section></section>")).toEqual([]);
  });
});
