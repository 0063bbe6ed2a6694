import { type UseFound, useNames } from "../names"

const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `id_${index}`)

/** Names whatever it is asked, and notes how many ids that were. */
function answering() {
  const asked: number[] = []
  const answer: UseFound = ({ id = [] }, is_asked) => {
    asked.push(is_asked ? id.length : 0)

    return id.map((one) => ({ id: one, label: `Name of ${one}` }))
  }

  return { asked, answer }
}

describe("names of records", () => {
  it.each([
    [0, [0, 0, 0, 0, 0]],
    [20, [20, 0, 0, 0, 0]],
    [21, [20, 1, 0, 0, 0]],
    [100, [20, 20, 20, 20, 20]],
  ])("of %i are asked for by as many as one question takes", (count, expected) => {
    const { asked, answer } = answering()
    const ids = idsOf(count)
    const nameOf = useNames(answer, [...ids, ...ids, null, undefined])

    expect(asked).toEqual(expected)
    expect(ids.map(nameOf)).toEqual(ids.map((id) => `Name of ${id}`))
  })

  it("are ids as long as there is no name", () => {
    expect(useNames(() => [], ["id_1"])("id_1")).toBe("id_1")
  })
})
