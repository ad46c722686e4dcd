import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly diagnostics?: readonly Diagnostic[];
    readonly items?: unknown[];
  };
  readonly result?: unknown;
}

/** What editors run for YAML, spoken to as an editor does: JSON-RPC over standard input and output. */
export class LanguageServer {
  readonly #process = spawn(process.execPath, [
    createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server"),
    "--stdio",
  ]);
  readonly #answers = new Map<number, (result: unknown) => void>();
  readonly #diagnosed = new Map<string, (found: readonly Diagnostic[]) => void>();
  #received = Buffer.alloc(0);
  #asked = 0;

  async start(root: string): Promise<void> {
    this.#process.stdout.on("data", (bytes: Buffer) => this.#receive(bytes));
    const workspace = { configuration: true };
    const capabilities = { textDocument: { hover: {}, completion: {}, publishDiagnostics: {} }, workspace };
    await this.ask("initialize", { processId: process.pid, rootUri: pathToFileURL(root).href, capabilities });
    this.#send({ method: "initialized", params: {} });
  }

  /** Opens a document and waits for what the server says of it. */
  open(path: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = pathToFileURL(path).href;
    return new Promise((resolve) => {
      this.#diagnosed.set(decodeURIComponent(uri), resolve);
      const textDocument = { uri, languageId: "yaml", version: 1, text };
      this.#send({ method: "textDocument/didOpen", params: { textDocument } });
    });
  }

  ask(method: string, params: unknown): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  /** Asks about a place in an open document; lines and characters count from 0. */
  askAt(method: string, path: string, [line, character]: readonly [number, number]): Promise<unknown> {
    const textDocument = { uri: pathToFileURL(path).href };
    return this.ask(`textDocument/${method}`, { textDocument, position: { line, character } });
  }

  stop(): void {
    this.#process.kill();
  }

  #send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes]);
    for (;;) {
      const start = this.#received.indexOf("\r\n\r\n") + 4;
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.toString("ascii", 0, start))?.[1]);
      if (start < 4 || this.#received.length < start + length) return;
      const message = JSON.parse(this.#received.toString("utf-8", start, start + length)) as Message;
      this.#received = this.#received.subarray(start + length);
      this.#take(message);
    }
  }

  #take({ id, method, params, result }: Message): void {
    if (method === "textDocument/publishDiagnostics")
      this.#diagnosed.get(decodeURIComponent(params?.uri ?? ""))?.(params?.diagnostics ?? []);
    else if (id !== undefined && method === "workspace/configuration")
      this.#send({ id, result: (params?.items ?? []).map(() => ({ schemaStore: { enable: false } })) });
    else if (id !== undefined && method !== undefined) this.#send({ id, result: null });
    else if (id !== undefined) this.#answers.get(id)?.(result);
  }
}
