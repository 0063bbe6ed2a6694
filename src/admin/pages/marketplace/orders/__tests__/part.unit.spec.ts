import { actsOf, type Part } from "../part"

type Given = Pick<Part, "status"> &
  Partial<Pick<Part, "delivery_confirmed_at">> & { left?: string; door?: object }

const partOf = ({ left = "100", door, delivery_confirmed_at = null, status }: Given) =>
  ({ status, share: { left_total: left }, collection: door ?? null, delivery_confirmed_at }) as Part

describe("what staff can do with a shop's part of an order", () => {
  it.each<[string, Given, string[]]>([
    ["waits for its shop", { status: "pending" }, ["cancel", "refund"]],
    ["is on its way", { status: "shipped" }, ["refund", "confirm_delivery"]],
    ["has come, as the shop says", { status: "delivered" }, ["refund", "confirm_delivery"]],
    ["has come for sure", { status: "delivered", delivery_confirmed_at: "2026-11-20T10:00:00Z" }, ["refund"]],
    ["is off", { status: "canceled", left: "0" }, []],
    ["is paid back", { status: "returned", left: "0" }, []],
    [
      "is to be paid at the door",
      { status: "shipped", door: { state: "due" } },
      ["refuse", "collect", "confirm_delivery"],
    ],
    [
      "has come back in part, and was to be paid at the door",
      { status: "partly_returned", door: { state: "due" } },
      ["collect"],
    ],
    [
      "has come back, and was to be paid at the door",
      { status: "returned", door: { state: "due" } },
      ["refuse", "collect"],
    ],
    [
      "was paid to its shop",
      {
        status: "delivered",
        door: { state: "collected", held_by: "vendor" },
        delivery_confirmed_at: "2026-11-20T10:00:00Z",
      },
      ["refund", "remit"],
    ],
  ])("that %s", (_, given, acts) => {
    expect(actsOf(partOf(given))).toEqual(acts)
  })
})
