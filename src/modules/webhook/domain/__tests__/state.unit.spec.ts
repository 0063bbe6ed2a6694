import { statesBefore } from "../state"

describe("statesBefore", () => {
  it("never takes an event that is done back to work", () => {
    expect(statesBefore("processing")).toEqual(["received", "processing", "failed"])
  })

  it("lets a worker finish whose lease ran out", () => {
    expect(statesBefore("processed")).toEqual(["processing", "failed", "dead"])
  })
})
