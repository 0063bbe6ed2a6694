/** Does the same with each of many things, so many at once, and answers in their order. */
export async function allOf<Thing, Result>(
  things: readonly Thing[],
  at_once: number,
  work: (thing: Thing) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = []
  const left = [...things.entries()]
  left.reverse()
  const takeTurns = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      results[next[0]] = await work(next[1])
    }
  }
  await Promise.all(Array.from({ length: at_once }, takeTurns))

  return results
}
