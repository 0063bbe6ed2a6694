import { AsyncLocalStorage } from "node:async_hooks"

export type PassedPoint = {
  /** Name of the point; from its second passing on with the number: `call ledger.post #2`. */
  point: string
}

type Run = {
  name: string | null
  trace: PassedPoint[]
  passings: Map<string, number>
  is_frozen: boolean
}

/** `freeze`: the run does nothing more, so that the process can be killed while it stands there. */
export type KillKind = "freeze" | "die"

const NEVER = new Promise<never>(() => undefined)

/**
 * Follows single requests through the server and stops them right after a named point. A run that is frozen never
 * writes again, so when the process is killed, its cart is left as if the power had failed at that point; and one
 * kill serves as many carts as were frozen. `die` kills the process there and then.
 */
export class KillSwitch {
  private readonly storage = new AsyncLocalStorage<Run>()
  private readonly runs = new Map<string, Run>()
  private readonly armed = new Map<string, { point: string; kind: KillKind }>()

  arm(name: string, point: string, kind: KillKind): void {
    this.armed.set(name, { point, kind })
    this.runs.delete(name)
  }

  runOf(name: string): { is_frozen: boolean; trace: PassedPoint[] } {
    const run = this.runs.get(name)

    return { is_frozen: run?.is_frozen ?? false, trace: run?.trace ?? [] }
  }

  /** Follows what `work` starts, under a name that may be given later. */
  follow(name: string | null, work: () => void): void {
    const run: Run = { name: null, trace: [], passings: new Map(), is_frozen: false }
    this.storage.run(run, () => {
      this.nameRun(name)
      work()
    })
  }

  nameRun(name: string | null): void {
    const run = this.storage.getStore()
    if (run && name && run.name === null) {
      run.name = name
      this.runs.set(name, run)
    }
  }

  /** Lets a frozen run go no further. */
  async gate(): Promise<void> {
    if (this.storage.getStore()?.is_frozen) {
      await NEVER
    }
  }

  /** Notes the point; a run that is armed for it ends here. `hold` is false where it still has to give something back. */
  async passed(point: string, hold = true): Promise<void> {
    const run = this.storage.getStore()
    if (!run || run.is_frozen) {
      return hold ? this.gate() : undefined
    }
    const passing = (run.passings.get(point) ?? 0) + 1
    run.passings.set(point, passing)
    const label = passing > 1 ? `${point} #${passing}` : point
    run.trace.push({ point: label })

    const armed = this.armed.get(run.name ?? "")
    if (armed?.point !== label) {
      return
    }
    if (armed.kind === "die") {
      process.kill(process.pid, "SIGKILL")
    }
    run.is_frozen = true
    if (hold) {
      await NEVER
    }
  }
}
