/** Why the engine has no answer; a page says it in words. */
export type Fault =
  /** The browser has no WebAssembly, no workers, or can't inflate what was fetched. */
  | { readonly kind: "unsupported" }
  /** A file could not be fetched; without a status the network failed. */
  | { readonly kind: "network"; readonly file: string; readonly status?: number }
  /** A file came whole and is not what the report says it is. */
  | { readonly kind: "damaged"; readonly file: string }
  /** The engine ran out of memory and was ended; the next question starts another. */
  | { readonly kind: "memory" }
  /** A newer view was opened: nobody waits for this answer any more. */
  | { readonly kind: "superseded" }
  /** Anything else that went wrong inside. */
  | { readonly kind: "failed"; readonly reason: string };

export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly fault: Fault;
  constructor(fault: Fault, cause?: unknown) {
    super(`${fault.kind}${"file" in fault ? `: ${fault.file}` : ""}`, { cause });
    this.fault = fault;
  }
}

/** The fault of whatever was thrown. */
export function faultOf(error: unknown): Fault {
  if (error instanceof EngineError) return error.fault;
  return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
}

export function asEngineError(error: unknown): EngineError {
  return error instanceof EngineError ? error : new EngineError(faultOf(error), error);
}
