import { z } from "@medusajs/framework/zod"
import { GatewayRefusedError, GatewayUnavailableError } from "../../lib/gateway"
import type {
  DisputeAnswer,
  DisputeWord,
  GatewayDispute,
  GatewayDisputes,
  ListedDisputes,
} from "../../lib/gateway-dispute"
import { listedDisputes } from "../../lib/listed-disputes"
import { exactly } from "./charge"
import type { FlutterwaveClient } from "./client"
import { type Chargeback, ChargebackList, ProofLink, Transaction } from "./schemas"

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

type Found = { known: Chargeback[]; unread: (string | null)[] }
type Words = { action: "accept" | "decline"; comment: string; prooflink?: string }
type File = NonNullable<DisputeAnswer["file"]>

/** Flutterwave's chargebacks. They can be listed, and answered, but not fetched one by one. */
export class FlutterwaveDisputes implements GatewayDisputes {
  constructor(private readonly client: FlutterwaveClient) {}

  async list(since: Date): Promise<ListedDisputes> {
    const found: Found = { known: [], unread: [] }
    for (const status of STATUSES) {
      // What is over is read from that day on; an open one however old it is.
      const isOpen = status === "initiated" || status === "declined"
      const query = new URLSearchParams(
        isOpen ? { status } : { status, from: since.toISOString().slice(0, 10) }
      )
      const { known, unread } = await this.pages(query)
      found.known.push(...known)
      found.unread.push(...unread)
    }

    return listedDisputes(found, (row) => this.toDispute(row))
  }

  async find(id: string): Promise<GatewayDispute | null> {
    for (const status of STATUSES) {
      const { known } = await this.pages(new URLSearchParams({ status, id }))
      const row = known.find((candidate) => candidate.id === id)
      if (row) {
        return this.toDispute(row)
      }
    }

    return null
  }

  async contest(answer: DisputeAnswer): Promise<void> {
    const prooflink = answer.file ? await this.upload(answer.file) : null
    const comment = `${answer.message}\n${answer.evidence}`
    await this.answer(answer, { action: "decline", comment, ...(prooflink ? { prooflink } : {}) })
  }

  async accept(answer: DisputeAnswer): Promise<void> {
    await this.answer(answer, { action: "accept", comment: answer.message })
  }

  private async answer({ gateway_dispute_id }: DisputeAnswer, words: Words): Promise<void> {
    await this.client.put(
      `/chargebacks/${encodeURIComponent(gateway_dispute_id)}`,
      { ...words, comment: words.comment.slice(0, MOST_CHARACTERS) },
      z.unknown()
    )
  }

  /** Flutterwave takes images, and may refuse another file: what is written is sent all the same. */
  private async upload({ filename, mime_type, bytes }: File): Promise<string | null> {
    const form = new FormData()
    form.append("image", new Blob([new Uint8Array(bytes)], { type: mime_type }), filename)
    try {
      return await this.client.postForm("/upload_image", form, ProofLink)
    } catch (error) {
      if (error instanceof GatewayRefusedError) {
        return null
      }
      throw error
    }
  }

  private async pages(query: URLSearchParams): Promise<Found> {
    const found: Found = { known: [], unread: [] }
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      query.set("page", String(page))
      const { length, known, unread } = await this.read(`/chargebacks?${query}`, ChargebackList)
      found.known.push(...known)
      found.unread.push(...unread)
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
