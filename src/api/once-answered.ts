import type { MedusaResponse } from "@medusajs/framework/http"

/**
 * Once the handler has answered, whether anybody hears it or not: a client that hangs up does not stop it, and what it has
 * done has to be followed up all the same. Node tells of an answer only where one was sent.
 */
export function onceAnswered(res: MedusaResponse, then: (status: number) => void): void {
  const end = res.end.bind(res) as (...given: unknown[]) => MedusaResponse
  let isOver = false
  // `end` has several signatures; all of them are handed on as they came.
  res.end = ((...given: unknown[]) => {
    if (!isOver) {
      isOver = true
      then(res.statusCode)
    }

    return end(...given)
  }) as MedusaResponse["end"]
}
