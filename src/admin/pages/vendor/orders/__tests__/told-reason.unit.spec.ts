import type { Texts } from "../../../../lib/text"
import { toldReason } from "../told-reason"

const texts: Pick<Texts, "t" | "named"> = {
  t: (key, values) => [key, ...Object.values(values ?? {})].join(" "),
  named: (prefix, name) => `${prefix}.${name}`,
}

describe("why something happened to an order", () => {
  it.each([
    ["The whole order was canceled.", "orders.told.whole_canceled"],
    ["The shop has not confirmed the order in time.", "orders.told.not_confirmed"],
    ["The shop has not sent the order in time.", "orders.told.not_shipped"],
    ["Return return_01K9ZQ7Y3M", "orders.told.returned"],
    ["Case disp_01K9ZQ7Y3M", "orders.told.disputed"],
    ["Refused at the door: no_money", "orders.told.refused reasons.no_money"],
  ])("is told for the server's %s", (reason, told) => {
    expect(toldReason(reason, texts)).toBe(told)
  })

  it.each([
    "Return by Friday",
    "Case of wine broken",
    "Refused at the door: nobody was there",
    "constructor",
  ])("stays as somebody wrote it: %s", (reason) => {
    expect(toldReason(reason, texts)).toBe(reason)
  })
})
