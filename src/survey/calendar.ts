const form = /^\d{4}-\d{2}-\d{2}$/;
const dayLength = 86_400_000;

/** Whether a text is a day of the calendar, YYYY-MM-DD: not the thirtieth of February. */
export function isDay(text: string): boolean {
  if (!form.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The day some days after another, or before it where `days` is negative. @example shiftDay("2024-02-28", 2) === "2024-03-01" */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}
