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
import { exactly, toSubunits } from "./amount"
import type { PaystackClient } from "./client"
import { Dispute, DisputeEvidence, DisputeList, UploadAddress } from "./schemas"

const PER_PAGE = 100
const MOST_PAGES = 100
const OPEN_STATUSES = ["awaiting-merchant-feedback", "awaiting-bank-feedback", "pending"]

const WORDS: Record<string, DisputeWord> = {
  "awaiting-merchant-feedback": "needs_answer",
  "awaiting-bank-feedback": "under_review",
}

/** Whom a dispute ended for; Paystack accepts one by itself that nobody has answered. */
const RESOLUTIONS: Record<string, DisputeWord> = {
  "merchant-accepted": "lost",
  "auto-accepted": "lost",
  declined: "won",
}

type Found = { known: z.infer<typeof Dispute>[]; unread: (string | null)[] }

/** Paystack's disputes. */
export class PaystackDisputes implements GatewayDisputes {
  constructor(private readonly client: PaystackClient) {}

  async list(since: Date): Promise<ListedDisputes> {
    const lists = [
      ...OPEN_STATUSES.map((status) => new URLSearchParams({ status })),
      new URLSearchParams({ status: "resolved", from: since.toISOString() }),
    ]
    const found: Found = { known: [], unread: [] }
    for (const query of lists) {
      await this.addPages(query, found)
    }

    return listedDisputes(found, toDispute)
  }

  async find(id: string): Promise<GatewayDispute | null> {
    try {
      return toDispute(await this.client.get(`/dispute/${encodeURIComponent(id)}`, Dispute))
    } catch (error) {
      if (error instanceof GatewayRefusedError && error.gateway_code === "not_found") {
        return null
      }
      throw concludingNothing(error)
    }
  }

  contest(answer: DisputeAnswer): Promise<void> {
    return this.resolve(answer, "declined", 0)
  }

  accept(answer: DisputeAnswer): Promise<void> {
    return this.resolve(answer, "merchant-accepted", toSubunits(answer.amount_minor, answer.currency_code))
  }

  /** Evidence and file come first: the resolution is the one call that decides, and it names both. */
  private async resolve(answer: DisputeAnswer, resolution: string, refund_amount: number): Promise<void> {
    const path = `/dispute/${encodeURIComponent(answer.gateway_dispute_id)}`
    const evidence = await this.client.post(
      `${path}/evidence`,
      {
        customer_email: answer.buyer.email,
        customer_name: answer.buyer.name,
        customer_phone: answer.buyer.phone,
        service_details: answer.evidence,
      },
      DisputeEvidence
    )
    const uploaded_filename = await this.upload(path, answer)
    await this.client.put(
      `${path}/resolve`,
      { resolution, message: answer.message, refund_amount, uploaded_filename, evidence: evidence.id },
      z.unknown()
    )
  }

  /** Paystack wants a file with every resolution. */
  private async upload(path: string, { file, evidence }: DisputeAnswer): Promise<string> {
    const sent = file ?? {
      filename: "evidence.txt",
      mime_type: "text/plain; charset=utf-8",
      bytes: Buffer.from(evidence, "utf8"),
    }
    const query = new URLSearchParams({ upload_filename: sent.filename })
    const { signedUrl, fileName } = await this.client.get(`${path}/upload_url?${query}`, UploadAddress)
    await this.client.upload(signedUrl, sent)

    return fileName
  }

  private async addPages(query: URLSearchParams, found: Found): Promise<void> {
    query.set("perPage", String(PER_PAGE))
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      query.set("page", String(page))
      const { length, known, unread } = await this.read(`/dispute?${query}`)
      found.known.push(...known)
      found.unread.push(...unread)
      // A page that is merely short may be the gateway's own limit on the page size.
      if (!length) {
        return
      }
    }
    throw new GatewayUnavailableError("Paystack lists more disputes than can be read.")
  }

  private async read(path: string) {
    try {
      return await this.client.get(path, DisputeList)
    } catch (error) {
      throw concludingNothing(error)
    }
  }
}

/** A refusal of a read says nothing about the dispute. */
const concludingNothing = (error: unknown) =>
  error instanceof GatewayRefusedError
    ? new GatewayUnavailableError(`Paystack would not tell of its disputes: ${error.message}`)
    : error

function toDispute(row: z.infer<typeof Dispute>): GatewayDispute {
  const currency_code = (row.currency ?? row.transaction.currency).toLowerCase()

  return {
    gateway_dispute_id: row.id,
    reference: row.transaction.reference,
    amount_minor: exactly(row.refund_amount || row.transaction.amount, currency_code),
    currency_code,
    word: wordOf(row.status, row.resolution ?? null),
    due_at: row.dueAt ?? null,
    category: row.category ?? null,
  }
}

const wordOf = (status: string, resolution: string | null): DisputeWord =>
  (status === "resolved" ? RESOLUTIONS[resolution ?? ""] : WORDS[status]) ?? "unclear"
