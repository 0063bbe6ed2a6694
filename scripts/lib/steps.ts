const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
const FRAME_MS = 120
const STILL_WORKING_MS = 15_000

type Running = { title: string; since: number; note: string; saidAt: number }

/** A step may tell where it is; shown beside its title. */
export type Note = (text: string) => void

/**
 * Shows what is being done and how long it takes: one line per finished step, and below it, on a terminal,
 * the steps that are running. Without a terminal a slow step says now and then that it is still at work.
 */
export class Steps {
  private readonly running = new Set<Running>()
  private readonly started = Date.now()
  private timer: NodeJS.Timeout | undefined
  private frame = 0

  constructor(private readonly out: NodeJS.WriteStream = process.stdout) {}

  async run<Result>(title: string, work: (note: Note) => Promise<Result>): Promise<Result> {
    const step: Running = { title, since: Date.now(), note: "", saidAt: Date.now() }
    this.running.add(step)
    if (!this.out.isTTY) {
      this.say(`… ${title}`)
    }
    this.timer ??= setInterval(() => this.tick(), this.out.isTTY ? FRAME_MS : 1000)
    try {
      const result = await work((text) => {
        step.note = text
      })
      this.end(step, "✔")
      return result
    } catch (error) {
      this.end(step, "✘")
      throw error
    }
  }

  /** A line of its own that does not disturb the running steps. */
  say(line: string): void {
    this.clear()
    this.out.write(`${line}\n`)
    this.draw()
  }

  elapsed(): string {
    return seconds(this.started)
  }

  private end(step: Running, mark: string): void {
    this.running.delete(step)
    this.say(`${mark} ${step.title}${step.note ? `: ${step.note}` : ""} (${seconds(step.since)})`)
    if (this.running.size === 0) {
      clearInterval(this.timer)
      this.timer = undefined
    }
  }

  private tick(): void {
    this.frame += 1
    if (this.out.isTTY) {
      this.clear()
      this.draw()
      return
    }
    for (const step of this.running) {
      if (Date.now() - step.saidAt > STILL_WORKING_MS) {
        step.saidAt = Date.now()
        this.say(`… ${line(step)}`)
      }
    }
  }

  private clear(): void {
    if (this.out.isTTY) {
      this.out.write("\r\x1b[2K")
    }
  }

  private draw(): void {
    if (!this.out.isTTY || this.running.size === 0) {
      return
    }
    const text = `${FRAMES[this.frame % FRAMES.length]} ${[...this.running].map(line).join(" | ")}`
    this.out.write(text.slice(0, (this.out.columns || 80) - 1))
  }
}

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

const line = (step: Running) =>
  `${step.title}${step.note ? `: ${step.note}` : ""} ${Math.round((Date.now() - step.since) / 1000)} s`
