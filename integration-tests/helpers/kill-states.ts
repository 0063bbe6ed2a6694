import type { PassedPoint } from "./kill-switch"

/** A state that a killed server can leave: the point that brings it about, and those that change nothing more. */
export type KillState = {
  point: string
  /** Steps and calls passed in the same state: a kill after any of them leaves the same. */
  same_as: string[]
}

/** Only a commit, or a gateway that did something, is still there after a kill. */
const isLasting = (point: string) => point.startsWith("commit ") || point.startsWith("gateway POST ")

/** The states along a trace: the first one before anything was written. */
export function statesOf(trace: PassedPoint[]): KillState[] {
  const states: KillState[] = []
  for (const { point } of trace) {
    const current = states.at(-1)
    if (!current || isLasting(point)) {
      states.push({ point, same_as: [] })
    } else {
      current.same_as.push(point)
    }
  }

  return states
}

/** For people: where the server was killed, and which steps that stands for. */
export function describeStates(title: string, states: KillState[]): string {
  const lines = states.map(({ point, same_as }) => {
    const merged = same_as.length ? ` (nothing written until after: ${same_as.map(short).join(", ")})` : ""
    return `  ${point}${merged}`
  })

  return `${title}: ${states.length} states\n${lines.join("\n")}\n`
}

const short = (point: string) => point.replace(/^(step|call|gateway) (complete-cart\/)?/, "")
