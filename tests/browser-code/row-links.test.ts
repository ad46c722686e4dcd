import { JSDOM } from "jsdom";
import { beforeEach, expect, test } from "vitest";
import { startRowLinks } from "../../src/browser/row-links.ts";

let window: JSDOM["window"];
let went: string[];
beforeEach(() => {
  window = new JSDOM(`<!doctype html><table><tbody>
    <tr><th scope="row"><a href="/east">East</a></th><td id="figure">7.1</td><td><button id="why">why</button></td></tr>
    <tr><th scope="row">All</th><td id="whole">7</td></tr></tbody></table>
    <svg><a href="/b"><text>B</text></a><a href="/c"><text>C</text></a><rect id="bar" data-leads="1" /></svg>`)
    .window;
  globalThis.Element = window.Element;
  globalThis.MouseEvent = window.MouseEvent;
  went = [];
  startRowLinks(window.document);
  window.document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (link) went.push(link.getAttribute("href") ?? "");
    event.preventDefault();
  });
});
const click = (id: string, options: MouseEventInit = {}) =>
  window.document
    .getElementById(id)
    ?.dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true, ...options }));

test("a figure leads where the name of its row does, a bar where its label does", () => {
  click("figure");
  click("bar");
  expect(went).toEqual(["/east", "/c"]);
});

test("what has a use of its own, or no name that leads on, leads nowhere", () => {
  click("why");
  click("whole");
  click("figure", { ctrlKey: true });
  expect(went).toEqual([]);
});
