import { z } from "@medusajs/framework/zod"
import type { SentFile } from "../http"
import { ApiError } from "../state"
import type { FlutterwaveChargeback, FlutterwaveState } from "./state"

const Answer = z.object({
  action: z.enum(["accept", "decline"]),
  comment: z.string().min(1),
  prooflink: z.url().optional(),
})

export function chargebackRows(state: FlutterwaveState, query: URLSearchParams): FlutterwaveChargeback[] {
  const [status, from, id] = [query.get("status"), query.get("from"), query.get("id")]

  return state.chargebacks
    .map((known) => state.chargeback(known.id))
    .filter((row) => !status || row.status === status)
    .filter((row) => !from || row.created_at.slice(0, 10) >= from)
    .filter((row) => !id || String(row.id) === id)
}

export function answerChargeback(state: FlutterwaveState, id: number, body: unknown): FlutterwaveChargeback {
  const { action, comment, prooflink } = Answer.parse(body)
  const chargeback = state.chargeback(id)
  if (chargeback.status !== "initiated") {
    throw new ApiError(400, "invalid", "This chargeback does not wait for your answer")
  }
  chargeback.status = action === "accept" ? "accepted" : "declined"
  chargeback.answer = comment
  chargeback.proof = state.proofs.get(prooflink ?? "") ?? null

  return chargeback
}

/** Where the proof is from now on. Images alone, as Flutterwave's own words are; whether it means that is not known. */
export function keepProof(state: FlutterwaveState, origin: string, file?: SentFile): string {
  if (!file?.mime_type.startsWith("image/")) {
    throw new ApiError(400, "invalid", "Image is not in required format")
  }
  const link = `${origin}/proofs/${state.nextId()}`
  state.proofs.set(link, file)

  return link
}
