import { NO_TRACKING, trackingOf, trackingSchema } from "../tracking-values"

const schema = trackingSchema((key) => key)
const faults = (typed: Partial<typeof NO_TRACKING>) =>
  (schema.safeParse({ ...NO_TRACKING, ...typed }).error?.issues ?? []).map(({ path, message }) => [
    path.join("."),
    message,
  ])

describe("how a parcel is followed", () => {
  it("may be left out, and is sent without what is empty", () => {
    expect(faults({})).toEqual([])
    expect(trackingOf(NO_TRACKING)).toEqual([])
    expect(trackingOf({ ...NO_TRACKING, number: " GIG123 " })).toEqual([
      { number: "GIG123", carrier: undefined, url: undefined },
    ])
  })

  it.each([
    [{ carrier: "GIG" }, [["number", "orders.tracking_missing"]]],
    [{ url: "https://gig.example/1" }, [["number", "orders.tracking_missing"]]],
    [{ number: "1", url: "gig.example/1" }, [["url", "inputs.link"]]],
    [{ number: "1", url: "javascript:alert(1)" }, [["url", "inputs.link"]]],
    [{ number: "1", carrier: "GIG", url: "https://gig.example/1" }, []],
  ])("%j is wrong in %j", (typed, wrong) => {
    expect(faults(typed)).toEqual(wrong)
  })
})
