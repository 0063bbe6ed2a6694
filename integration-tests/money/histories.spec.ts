import fc from "fast-check"
import { type Action, anyHistory, KINDS } from "./actions"
import { History } from "./history"

/** `MONEY_HISTORIES_SEED=$RANDOM` tries others; a failure names its seed and the shortest history that shows it. */
const SEED = Number(process.env.MONEY_HISTORIES_SEED ?? 20_261_128)
const HISTORIES = Number(process.env.MONEY_HISTORIES ?? 10_000)

describe("The books over a history of sales and all that can follow them", () => {
  it(`come to what happened, after every step of ${HISTORIES} random histories (seed ${SEED})`, () => {
    const steps = new Map<Action["do"], number>()
    fc.assert(
      fc.property(anyHistory, (actions) => {
        const history = new History()
        for (const action of actions) {
          if (history.take(action)) {
            steps.set(action.do, (steps.get(action.do) ?? 0) + 1)
          }
          expect(history.differences()).toEqual([])
          history.assertInvariants()
        }
      }),
      { numRuns: HISTORIES, seed: SEED }
    )

    // No kind of step may be idle: a history that never refunds proves nothing of refunds.
    const rare = KINDS.filter((kind) => (steps.get(kind) ?? 0) < HISTORIES / 50)
    expect(rare).toEqual([])
  })
})
