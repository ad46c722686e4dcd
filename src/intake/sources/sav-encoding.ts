import type { SavRecords } from "./sav-records.ts";

const machineIntegers = 3;
const encodingName = 20;
/** Code pages that the machine record names by number. */
const codePages: Readonly<Record<number, string>> = {
  936: "gb18030",
  950: "big5",
  932: "shift_jis",
  949: "euc-kr",
};

/** The encoding that an SPSS file names, as the platform calls it; UTF-8 where it names none that is known. */
export function encodingOfSav({ bytes, extensions }: SavRecords): string {
  const name = new TextDecoder("latin1").decode(extensions.get(encodingName)).trim();
  const named = name === "" ? undefined : known(name);
  if (named) return named;
  const machine = extensions.get(machineIntegers);
  if (!machine || machine.length < 32) return "utf-8";
  const view = new DataView(machine.buffer, machine.byteOffset, machine.byteLength);
  const page = view.getInt32(28, bytes.littleEndian);
  return codePages[page] ?? known(`windows-${page}`) ?? "utf-8";
}

function known(name: string): string | undefined {
  const page = Number(/^(?:cp|ms|windows-?|codepage)?(\d{3})$/i.exec(name)?.[1]);
  const label = codePages[page] ?? name;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
