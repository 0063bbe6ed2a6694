import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { because, ErrorCode, notAllowed } from "../../lib/errors"
import { handleError } from "../error-handler"

/** What the handler answers and logs of an error that was thrown under a request. */
function answerOf(error: unknown) {
  const said: string[] = []
  const say = (message: unknown) => said.push(String(message))
  const logger = { info: say, warn: say, error: say }
  let status = 200
  let body: Record<string, unknown> = {}
  const res = {
    status: (code: number) => {
      status = code
      return res
    },
    json: (answer: Record<string, unknown>) => {
      body = answer
    },
    setHeader: () => undefined,
  }
  // The parts of a request and an answer that the handler touches.
  const req = { originalUrl: "/store/product-tags", path: "/", scope: { resolve: () => logger } }
  handleError(error, req as unknown as MedusaRequest, res as unknown as MedusaResponse, () => undefined)

  return { status, body, said: said.join("\n") }
}

const VALUE = "ada@example.com"

const failure = (code: string) =>
  Object.assign(new Error(`select * from t where created_at > '${VALUE}' - it is refused: "${VALUE}"`), {
    name: "DriverException",
    code,
    detail: VALUE,
  })

describe("the error handler", () => {
  it.each([
    ["text for a number", "22P02"],
    ["text for a time", "22007"],
    ["a day that no month has", "22008"],
    ["a number out of range", "22003"],
    ["a negative limit", "2201W"],
    ["a negative offset", "2201X"],
    ["bytes that are no text", "22021"],
  ])("answers %s as a value refused, and repeats it nowhere", (_, code) => {
    const { status, body, said } = answerOf(failure(code))

    expect({ status, body }).toMatchObject({ status: 400, body: { code: "value_refused" } })
    expect(JSON.stringify(body) + said).not.toContain(VALUE)
    expect(said).toContain(`SQLSTATE ${code}`)
  })

  it("answers which of several causes a refusal has", () => {
    const refused = because(notAllowed(ErrorCode.PAYOUT_REFUSED, "This is too little."), "below_minimum")

    expect(answerOf(refused)).toMatchObject({
      status: 400,
      body: { code: "payout_refused", reason: "below_minimum", message: "This is too little." },
    })
  })

  it("knows such an error from a workflow, which hands it on as a plain object", () => {
    const { message, stack, code } = failure("22P02")

    expect(answerOf({ message, stack, code, name: "DriverException" })).toMatchObject({
      status: 400,
      body: { code: "value_refused" },
    })
  })

  it.each(["42P01", "53300", "08006", "XX000", "2"])("leaves %s a failure of the server", (code) => {
    expect(answerOf(failure(code)).status).toBe(500)
  })

  it("leaves an error of ours its own code", () => {
    const error = new MedusaError(MedusaError.Types.NOT_FOUND, "It is not here.", "22003")

    expect(answerOf(error)).toMatchObject({ status: 404, body: { code: "22003" } })
  })
})
