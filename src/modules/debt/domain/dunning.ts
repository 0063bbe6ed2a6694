const DAY_MS = 86_400_000

/** Whether a shop is to be told of its debt: at once, and then every so many days; never with 0. */
export function isReminderDue(reminded_at: Date | null, everyDays: number, now: Date): boolean {
  return (
    everyDays > 0 && (reminded_at === null || now.getTime() - reminded_at.getTime() >= everyDays * DAY_MS)
  )
}

/** Only a shop that has left sells nothing from which its debt could be netted. */
export const hasLeft = (status: string): boolean => status === "closed" || status === "suspended"
