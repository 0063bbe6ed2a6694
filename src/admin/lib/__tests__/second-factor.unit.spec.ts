import { answerFactor, isFactorWanted, onFactorWanted, wantFactor } from "../api/second-factor"

describe("asking for the second factor", () => {
  it("is refused at once where nobody can ask", async () => {
    await expect(wantFactor()).resolves.toBe(false)
    expect(isFactorWanted()).toBe(false)
  })

  it("asks once for several requests, and begins anew after the answer", async () => {
    const asker = jest.fn()
    const leave = onFactorWanted(asker)
    const both = Promise.all([wantFactor(), wantFactor()])
    expect(isFactorWanted()).toBe(true)
    answerFactor(true)
    await expect(both).resolves.toEqual([true, true])
    expect(isFactorWanted()).toBe(false)

    const closed = wantFactor()
    answerFactor(false)
    await expect(closed).resolves.toBe(false)
    expect(asker).toHaveBeenCalled()
    leave()
  })
})
