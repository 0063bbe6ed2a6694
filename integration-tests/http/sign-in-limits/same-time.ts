/** Sends one request that nobody has sent before and says how many milliseconds its answer took. */
export type TimedRequest = (round: number) => Promise<number>

const FEWEST_PAIRS = 30
const MOST_PAIRS = 150
const LOOK_EVERY = 10

/** What remains of a difference when everything else is alike: of the time that a request takes, and at the least. */
const TOLERATED_SHARE = 0.15
const TOLERATED_MS = 3

/**
 * Expects that both kinds of request take the same time, and says how many of each it sent. They go in pairs, each first
 * in every other one, so that a machine with other work to do slows both alike, and what one leaves to do afterwards
 * falls on both. What chance is left in the middle difference goes with the number of pairs; a difference that is there stays.
 */
export async function expectSameTime(one: TimedRequest, other: TimedRequest): Promise<number> {
  const times: number[] = []
  const differences: number[] = []
  const tolerated = () => Math.max(TOLERATED_SHARE * median(times), TOLERATED_MS)
  const isOver = () =>
    differences.length >= MOST_PAIRS ||
    (differences.length >= FEWEST_PAIRS &&
      differences.length % LOOK_EVERY === 0 &&
      Math.abs(median(differences)) < tolerated())

  for (let round = 0; !isOver(); round += 1) {
    const isOneFirst = round % 2 === 0
    const first = await (isOneFirst ? one : other)(round)
    const second = await (isOneFirst ? other : one)(round)
    times.push(first, second)
    differences.push(isOneFirst ? first - second : second - first)
  }
  expect(Math.abs(median(differences))).toBeLessThan(tolerated())

  return differences.length
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

export async function timed<Result>(request: () => Promise<Result>) {
  const start = performance.now()
  const answer = await request()

  return { took_ms: performance.now() - start, answer }
}
