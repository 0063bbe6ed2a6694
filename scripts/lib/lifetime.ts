import { type ClaimOptions, claimProject, type OwnClaim } from "./claim"

export type Lifetime = {
  claim: OwnClaim
  /**
   * Starts something that has to be stopped at the end, even when the end comes while it is still starting.
   * The last one started is stopped first.
   */
  hold: <Held extends { stop: () => Promise<void> }>(starting: Promise<Held>) => Promise<Held>
  /** From here on Ctrl-C is the regular end, not an interruption. */
  untilInterrupted: () => Promise<void>
}

class Interrupted extends Error {
  override message = "Interrupted."
}

/**
 * Runs a command that starts servers and stops them in order however it ends: done, failed, Ctrl-C or a closed
 * terminal. Ends the process with 1 unless the work came to its end.
 */
export async function runCommand(
  command: string,
  work: (life: Lifetime) => Promise<void>,
  options: ClaimOptions = {}
): Promise<never> {
  const held: Promise<{ stop: () => Promise<void> }>[] = []
  const interruption = nextSignal()
  let claim: OwnClaim | undefined
  let isRegularEnd = false

  const run = async () => {
    claim = await claimProject(command, options)
    await work({
      claim,
      hold: (starting) => {
        held.push(starting)
        return starting
      },
      untilInterrupted: () => {
        isRegularEnd = true
        return interruption
      },
    })
  }
  const working = run()
  const cutShort = interruption.then(() => {
    if (!isRegularEnd) {
      throw new Interrupted()
    }
    return working
  })

  try {
    await Promise.race([working, cutShort])
  } catch (error) {
    fail(error)
  }
  await attempt(async () => claim?.stopChildren())
  for (const starting of held.toReversed()) {
    const started = await starting.catch(() => undefined)
    await attempt(async () => started?.stop())
  }
  await attempt(async () => claim?.release())
  // Whatever was cut short must not keep the process alive.
  process.exit()
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => resolve())
    }
  })
}

async function attempt(cleanup: () => Promise<void>): Promise<void> {
  try {
    await cleanup()
  } catch (error) {
    fail(error)
  }
}

function fail(error: unknown): void {
  process.exitCode = 1
  const text = error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error)
  console.error(`\n${text}`)
}
