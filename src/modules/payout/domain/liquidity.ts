/** What one rail has left in one currency during a run; null where the rail cannot be asked, and takes what it is given. */
export class Liquidity {
  /** What waits because it does not fit. */
  waiting_count = 0
  waiting_minor = 0n

  constructor(private left_minor: bigint | null) {}

  /** Takes a payout out of what is left, or counts it among those that wait. */
  take(amountMinor: bigint): boolean {
    if (this.left_minor === null) {
      return true
    }
    if (amountMinor > this.left_minor) {
      this.waiting_count += 1
      this.waiting_minor += amountMinor

      return false
    }
    this.left_minor -= amountMinor

    return true
  }

  /** What has to be put on the balance so that everything can be sent. */
  get short_minor(): bigint {
    return this.waiting_minor > (this.left_minor ?? 0n) ? this.waiting_minor - (this.left_minor ?? 0n) : 0n
  }
}
