import { DISPUTE_STATES, isOver } from "../dispute-states"

it("takes a case for decided once money has gone one way or the other", () => {
  expect(DISPUTE_STATES.filter((state) => isOver(state))).toEqual(["won", "lost", "withdrawn"])
})
