import { expect, test } from "vitest";
import { readRows } from "../../../src/intake/responses/table.ts";

const text = 'id,comment\r\n8,\r\n9,\r\n1,"slow, late"\r\n2,"said ""no"""\r\n3,"two\r\nlines"\r\n4,"end"\r\n';

async function read(parts: readonly string[]) {
  const rows: unknown[] = [];
  const faults: unknown[] = [];
  async function* stream() {
    yield* parts;
  }
  await readRows(stream(), {
    delimiter: ",",
    onRows: (batch) => rows.push(...batch),
    onFault: (fault) => faults.push(fault),
  });
  return { rows, faults };
}

test("wherever a chunk ends, in a quoted cell or right behind it, the rows are the same and nothing is at fault", async () => {
  const whole = await read([text]);
  expect(whole.rows).toHaveLength(7);
  for (let cut = text.indexOf("1,"); cut < text.length; cut++)
    expect(await read([text.slice(0, cut), text.slice(cut)]), `cut at ${cut}`).toEqual({
      ...whole,
      faults: [],
    });
});

test("a quote that is never closed is one fault, at its line, however many chunks follow", async () => {
  const { faults } = await read(["a,b\n1,2\n", '3,"4\n', "5,6\n", "7,8\n"]);
  expect(faults).toEqual([{ line: 3, message: "Quoted field unterminated" }]);
});

test("a first chunk that ends between the halves of a line end does not mislead", async () => {
  const whole = await read([text]);
  for (const end of [text.indexOf("\n", text.indexOf("8,")), text.indexOf("\n")])
    expect(await read([text.slice(0, end), text.slice(end)]), `cut at ${end}`).toEqual(whole);
});
