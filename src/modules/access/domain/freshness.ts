/** Whether something was shown, or begun, no longer ago than a setting allows. */
export const isFresh = (at: Date | null, maxAgeSeconds: number, now: Date): boolean =>
  at !== null && now.getTime() - at.getTime() <= maxAgeSeconds * 1000
