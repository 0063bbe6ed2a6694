import { z } from "@medusajs/framework/zod"
import { GatewayRefusedError, GatewayUnavailableError } from "../../lib/gateway"
import type { DisputeAnswer, DisputeWord, GatewayDispute, GatewayDisputes } from "../../lib/gateway-dispute"
import { exactly } from "./charge"
import type { FlutterwaveClient } from "./client"
import { type Chargeback, ChargebackList, Transaction } from "./schemas"

const MOST_PAGES = 200
const MOST_CHARACTERS = 5000
const STATUSES = ["initiated", "declined", "accepted", "won", "lost"]

/** `declined` is our own refusal of the chargeback, which the bank then decides. */
const WORDS: Record<string, DisputeWord> = {
  initiated: "needs_answer",
  declined: "under_review",
  accepted: "lost",
  lost: "lost",
  won: "won",
}

/** Flutterwave's chargebacks. They can be listed, and answered, but not fetched one by one. */
export class FlutterwaveDisputes implements GatewayDisputes {
  constructor(private readonly client: FlutterwaveClient) {}

  async list(since: Date): Promise<GatewayDispute[]> {
    const found: GatewayDispute[] = []
    for (const status of STATUSES) {
      // What is over is read from that day on; an open one however old it is.
      const isOpen = status === "initiated" || status === "declined"
      const query = new URLSearchParams(
        isOpen ? { status } : { status, from: since.toISOString().slice(0, 10) }
      )
      for (const row of await this.pages(query)) {
        found.push(await this.toDispute(row))
      }
    }

    return found
  }

  async find(id: string): Promise<GatewayDispute | null> {
    for (const status of STATUSES) {
      const row = (await this.pages(new URLSearchParams({ status, id }))).find((known) => known.id === id)
      if (row) {
        return this.toDispute(row)
      }
    }

    return null
  }

  async contest(answer: DisputeAnswer): Promise<void> {
    await this.answer(answer, "decline", `${answer.message}\n${answer.evidence}`)
  }

  async accept(answer: DisputeAnswer): Promise<void> {
    await this.answer(answer, "accept", answer.message)
  }

  private async answer({ gateway_dispute_id }: DisputeAnswer, action: string, comment: string) {
    await this.client.put(
      `/chargebacks/${encodeURIComponent(gateway_dispute_id)}`,
      { action, comment: comment.slice(0, MOST_CHARACTERS) },
      z.unknown()
    )
  }

  private async pages(query: URLSearchParams): Promise<Chargeback[]> {
    const found: Chargeback[] = []
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      query.set("page", String(page))
      const { length, known } = await this.read(`/chargebacks?${query}`, ChargebackList)
      found.push(...known)
      if (!length) {
        return found
      }
    }
    throw new GatewayUnavailableError("Flutterwave lists more chargebacks than can be read.")
  }

  /** The payment says whose it is and in which currency, whether the chargeback does or not. */
  private async toDispute(row: Chargeback): Promise<GatewayDispute> {
    const payment = await this.read(
      row.transaction_id
        ? `/transactions/${encodeURIComponent(row.transaction_id)}/verify`
        : `/transactions/verify_by_reference?${new URLSearchParams({ tx_ref: row.tx_ref ?? "" })}`,
      Transaction
    )
    if (row.tx_ref && row.tx_ref !== payment.tx_ref) {
      throw new GatewayUnavailableError("Flutterwave answered about another payment than the disputed one.")
    }

    return {
      gateway_dispute_id: row.id,
      reference: payment.tx_ref,
      amount_minor: exactly(row.amount, payment.currency),
      currency_code: payment.currency.toLowerCase(),
      word: WORDS[row.status.toLowerCase()] ?? "unclear",
      due_at: row.due_date ?? null,
      category: row.comment?.slice(0, 100) ?? null,
    }
  }

  private async read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    try {
      return await this.client.get(path, schema)
    } catch (error) {
      throw error instanceof GatewayRefusedError
        ? new GatewayUnavailableError(`Flutterwave would not tell of its chargebacks: ${error.message}`)
        : error
    }
  }
}
