import { once } from "node:events"
import { createWriteStream } from "node:fs"

const SHOWN = 10

/** Rows that were skipped: the first are shown, all of them are in the file. */
export class BadRows {
  readonly first: string[] = []
  count = 0
  private readonly out

  constructor(readonly path: string) {
    this.out = createWriteStream(path)
  }

  async add(line: number, reason: string): Promise<void> {
    const text = `line ${line}: ${reason}`
    this.count += 1
    if (this.first.length < SHOWN) {
      this.first.push(text)
    }
    if (!this.out.write(`${text}\n`)) {
      await once(this.out, "drain")
    }
  }

  async close(): Promise<void> {
    this.out.end()
    await once(this.out, "finish")
  }
}
