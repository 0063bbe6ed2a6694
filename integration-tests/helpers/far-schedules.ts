/** Schedules under which no job runs during a test, which runs them itself: far from now, and no further than a timer reaches. */
export function farSchedules() {
  const then = new Date(Date.now() + 12 * 60 * 60 * 1000)
  const schedule = `${then.getMinutes()} ${then.getHours()} * * *`

  return { RECONCILE_SCHEDULE: schedule, SETTLEMENT_SCHEDULE: schedule, NIGHTLY_SCHEDULE: schedule }
}
