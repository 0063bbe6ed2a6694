import { timingSafeEqual } from "node:crypto"

/** Whether two texts are the same, in a time that tells nothing of where they differ, only of their length. */
export function isSameText(given: string, right: string): boolean {
  const [left, other] = [Buffer.from(given), Buffer.from(right)]

  return left.length === other.length && timingSafeEqual(left, other)
}
