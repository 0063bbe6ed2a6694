/** Places that are held for a while, at most so many for each name. All names of one entry are taken, or none. */
export class BoundedPlaces {
  readonly #held = new Map<string, number>()

  /** Answers the function that gives the places back; null when one of the names has none left. */
  take(limits: Record<string, number>): (() => void) | null {
    const names = Object.keys(limits)
    if (names.some((name) => (this.#held.get(name) ?? 0) >= (limits[name] ?? 0))) {
      return null
    }
    for (const name of names) {
      this.#held.set(name, (this.#held.get(name) ?? 0) + 1)
    }
    let is_held = true

    return () => {
      if (is_held) {
        is_held = false
        names.forEach((name) => {
          this.#release(name)
        })
      }
    }
  }

  #release(name: string): void {
    const left = (this.#held.get(name) ?? 1) - 1
    if (left) {
      this.#held.set(name, left)
    } else {
      this.#held.delete(name)
    }
  }
}
