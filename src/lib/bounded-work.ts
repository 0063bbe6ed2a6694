/** Runs no more than `limit` works at a time; the others wait for their turn, in order. */
export class BoundedWork {
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(private readonly limit: number) {}

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#running >= this.limit) {
      await new Promise<void>((start) => this.#waiting.push(start))
    } else {
      this.#running += 1
    }
    try {
      return await work()
    } finally {
      this.#leave()
    }
  }

  /** The place is handed on, so that nobody slips in between. */
  #leave(): void {
    const next = this.#waiting.shift()
    if (next) {
      next()
    } else {
      this.#running -= 1
    }
  }
}
