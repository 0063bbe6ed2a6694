import { setTimeout as sleep } from "node:timers/promises"
import type { Logger } from "@medusajs/framework/types"
import { requestIdFrom, runInRequest, withRequestIds } from "../request-id"

const recorder = () => {
  const lines: unknown[][] = []
  const base = { log: (...line: unknown[]) => lines.push(line), shouldLog: () => true } as unknown as Logger

  return { lines, logger: withRequestIds(base) }
}

describe("requestIdFrom", () => {
  it.each(["checkout-4711", "0193c9f2-6f0e-7c1a-9f1e-2f6c1d9b7a10"])("keeps %s", (given) => {
    expect(requestIdFrom(given)).toBe(given)
  })

  it.each([undefined, "", "short", 'a"b\\n{}', "x".repeat(101), ["two", "ids"]])("replaces %p", (given) => {
    expect(requestIdFrom(given)).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe("withRequestIds", () => {
  it("tags every line of a request, also after an await, and no line outside of one", async () => {
    const { lines, logger } = recorder()

    logger.info("before")
    await Promise.all(
      ["request-a", "request-b"].map((id) =>
        runInRequest(id, async () => {
          await sleep(1)
          logger.warn(id)
        })
      )
    )

    expect(lines).toContainEqual(["info", "before", {}])
    expect(lines).toContainEqual(["warn", "request-a", { request_id: "request-a" }])
    expect(lines).toContainEqual(["warn", "request-b", { request_id: "request-b" }])
  })

  it("keeps the stack of an error", () => {
    const { lines, logger } = recorder()

    logger.error("Payment failed", new Error("no route"))
    logger.error(new Error("alone"))

    expect(lines).toEqual([
      ["error", "Payment failed: no route", { stack: expect.stringContaining("no route") }],
      ["error", "alone", { stack: expect.stringContaining("alone") }],
    ])
  })

  it("leaves the logger's other methods as they are", () => {
    expect(recorder().logger.shouldLog("info")).toBe(true)
  })
})
