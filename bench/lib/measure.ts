import type { BenchServer, SentStatement } from "./servers"

/** One of the things compared: what is prepared is not measured. `run` answers milliseconds. */
export type Side<Prepared = unknown> = {
  name: string
  server: BenchServer
  prepare: () => Promise<Prepared>
  run: (prepared: Prepared) => Promise<number>
}

/** Milliseconds; `cpu` is what the server's process worked, which depends less on what else the machine does. */
export type Times = { p50: number; p95: number; cpu: number; n: number }

type Rounds = { rounds: number; warm_up: number; note: (text: string) => void }

/**
 * Measures all sides in turn (A B C, B C A, C A B, ...), so that whatever else happens on the machine, or grows in
 * the database, happens to each of them. Only one request is under way at a time.
 */
export async function interleave<Prepared>(sides: Side<Prepared>[], { rounds, warm_up, note }: Rounds) {
  const taken = new Map(sides.map(({ name }) => [name, { ms: [] as number[], cpu: [] as number[] }]))
  for (let round = 0; round < warm_up + rounds; round += 1) {
    const first = round % sides.length
    const turn = [...sides.slice(first), ...sides.slice(0, first)]
    const prepared = await Promise.all(turn.map(async (side) => ({ side, with: await side.prepare() })))
    for (const { side, with: input } of prepared) {
      // What an earlier request left to do in the background must not run into this one.
      await Promise.all(sides.map(({ server }) => server.beginCount()))
      const ms = await side.run(input)
      const { cpu_ms } = await side.server.spentSoFar()
      if (round >= warm_up) {
        taken.get(side.name)?.ms.push(ms)
        taken.get(side.name)?.cpu.push(cpu_ms)
      }
    }
    note(round < warm_up ? `warming up ${round + 1}/${warm_up}` : `${round - warm_up + 1}/${rounds}`)
  }

  return (name: string): Times => {
    const { ms, cpu } = taken.get(name) ?? { ms: [], cpu: [] }
    return { p50: quantile(ms, 0.5), p95: quantile(ms, 0.95), cpu: quantile(cpu, 0.5), n: ms.length }
  }
}

export type Statements = { count: number; at_answer: number; sent: SentStatement[] }

/** Statements of one request, including what runs on after the answer; the second of two, once caches are warm. */
export async function countStatements<Prepared>({
  server,
  prepare,
  run,
}: Side<Prepared>): Promise<Statements> {
  const once = async (): Promise<Statements> => {
    const prepared = await prepare()
    await server.beginCount()
    await run(prepared)
    const { count: at_answer } = await server.spentSoFar()
    const { count, statements } = await server.endCount()
    return { count, at_answer, sent: statements }
  }
  await once()

  return await once()
}

/** Linear between the two neighbours. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN

  return below + (above - below) * (at - Math.floor(at))
}
