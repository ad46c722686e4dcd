/** Says on the error stream, which machines don't read, what a command waits for. */
export function sayWaiting(holder: number, lock: string): void {
  console.error(
    `Waiting for process ${holder}, which works in the same folder (if it is no build, remove ${lock}).`,
  );
}
