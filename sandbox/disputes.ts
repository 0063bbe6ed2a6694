import { z } from "@medusajs/framework/zod"
import type { DisputeControl, Filing, SandboxDispute } from "./dispute-data"
import { ApiError, type SandboxTransaction } from "./state"
import { transactionDetails } from "./views"

type Surroundings = {
  data: () => SandboxDispute[]
  save: () => void
  next_id: () => number
  transaction: (idOrReference: number | string) => SandboxTransaction
  origin: () => string
  emit: (event: string, reference: string, data: Record<string, unknown>) => void
}

/** Paystack accepts for the merchant about 16 hours after a dispute was filed. */
const ANSWER_MS = 16 * 60 * 60 * 1000

const Evidence = z.object({
  customer_email: z.email(),
  customer_name: z.string().min(1),
  customer_phone: z.string().min(1),
  service_details: z.string().min(1),
})

const Resolve = z.object({
  resolution: z.enum(["merchant-accepted", "declined"]),
  message: z.string().min(1),
  refund_amount: z.number().int().min(0),
  uploaded_filename: z.string().min(1),
  evidence: z.union([z.number(), z.string()]).optional(),
})

/** Disputes of paid transactions: filed by a bank, answered by the merchant or for it, and decided by the bank. */
export class Disputes {
  /** Files by the name that they were given, as they arrived. */
  readonly files = new Map<string, Buffer>()

  constructor(private readonly around: Surroundings) {}

  get list(): readonly SandboxDispute[] {
    this.acceptOverdue()

    return this.around.data()
  }

  /** A bank files a dispute. */
  file(
    reference: string,
    { amount, category = "chargeback", due_in_ms = ANSWER_MS }: Filing = {}
  ): SandboxDispute {
    const transaction = this.around.transaction(reference)
    if (transaction.status !== "success") {
      throw new ApiError(409, "not_paid", "Only what was paid can be disputed")
    }
    const dispute: SandboxDispute = {
      id: this.around.next_id(),
      transaction: transaction.id,
      reference,
      amount: amount ?? transaction.amount,
      currency: transaction.currency,
      category,
      status: "awaiting-merchant-feedback",
      resolution: null,
      due_at: new Date(Date.now() + due_in_ms).toISOString(),
      created_at: new Date().toISOString(),
      resolved_at: null,
      evidence: [],
      attachment: null,
      message: null,
    }
    this.around.data().push(dispute)
    this.tell("charge.dispute.create", dispute)

    return dispute
  }

  /** Reminds the merchant, as Paystack does before the time is over. */
  remind(id: number): void {
    this.tell("charge.dispute.remind", this.one(id))
  }

  /** The bank decides: for the merchant (`declined`), or against it, perhaps of another amount than was asked for. */
  decide(id: number, resolution: "merchant-accepted" | "declined", amount?: number): void {
    const dispute = this.one(id)
    dispute.amount = amount ?? dispute.amount
    this.resolve(dispute, resolution)
  }

  details(id: number) {
    const details = this.detailsOf(this.one(id))

    // An object here, a text in a list.
    return { ...details, customer: { ...(details.customer as object), metadata: {} } }
  }

  rows({ status, from }: { status: string | null; from: string | null }) {
    return this.list
      .filter((dispute) => !status || dispute.status === status)
      .filter(({ created_at }) => !from || created_at >= from)
      .map((dispute) => this.detailsOf(dispute))
  }

  addEvidence(id: number, body: unknown) {
    const dispute = this.answerable(id)
    const { customer_email, service_details, ...rest } = Evidence.parse(body)
    const evidence = { id: this.around.next_id(), customer_email, service_details }
    dispute.evidence.push(evidence)
    this.around.save()

    return {
      ...rest,
      ...evidence,
      delivery_address: "",
      delivery_date: "",
      dispute: id,
      createdAt: dispute.created_at,
      updatedAt: dispute.created_at,
    }
  }

  /** Where a file is put, without the secret key. */
  uploadAddress(id: number, filename: string | null) {
    this.answerable(id)
    const fileName = `${id}-${this.around.next_id()}-${(filename ?? "file").replace(/[^\w.-]/g, "_")}`

    return { signedUrl: `${this.around.origin()}/_upload/${fileName}`, fileName }
  }

  answer(id: number, body: unknown) {
    const dispute = this.answerable(id)
    const { resolution, message, uploaded_filename } = Resolve.parse(body)
    if (!this.files.has(uploaded_filename)) {
      throw new ApiError(400, "invalid_params", "The file was not uploaded")
    }
    dispute.attachment = uploaded_filename
    dispute.message = message
    if (resolution === "merchant-accepted") {
      this.resolve(dispute, resolution)
    } else {
      dispute.status = "awaiting-bank-feedback"
      this.around.save()
    }

    return this.resolvedDetails(dispute, resolution)
  }

  private acceptOverdue(): void {
    const now = new Date().toISOString()
    for (const dispute of this.around.data()) {
      if (dispute.status === "awaiting-merchant-feedback" && dispute.due_at <= now) {
        this.resolve(dispute, "auto-accepted")
      }
    }
  }

  private resolve(dispute: SandboxDispute, resolution: SandboxDispute["resolution"]): void {
    dispute.status = "resolved"
    dispute.resolution = resolution
    dispute.resolved_at = new Date().toISOString()
    this.tell("charge.dispute.resolve", dispute)
  }

  private one(id: number): SandboxDispute {
    const dispute = this.list.find((candidate) => candidate.id === id)
    if (!dispute) {
      throw new ApiError(404, "not_found", "Dispute not found")
    }

    return dispute
  }

  private answerable(id: number): SandboxDispute {
    const dispute = this.one(id)
    if (dispute.status !== "awaiting-merchant-feedback") {
      throw new ApiError(400, "invalid_params", "The dispute does not wait for your answer")
    }

    return dispute
  }

  private tell(event: string, dispute: SandboxDispute): void {
    this.around.save()
    this.around.emit(event, dispute.reference, this.detailsOf(dispute))
  }

  private detailsOf(dispute: SandboxDispute): Record<string, unknown> {
    const transaction: Record<string, unknown> = transactionDetails(
      this.around.transaction(dispute.transaction)
    )

    return {
      id: dispute.id,
      refund_amount: dispute.amount,
      currency: dispute.currency,
      status: dispute.status,
      resolution: dispute.resolution,
      domain: "test",
      transaction: { ...transaction, metadata: { custom_fields: [] }, plan: {}, log: LOG, fees_split: null },
      transaction_reference: null,
      category: dispute.category,
      customer: { ...(transaction.customer as object), ...CALLED },
      bin: "408408",
      last4: "4081",
      dueAt: dispute.due_at,
      resolvedAt: dispute.resolved_at,
      evidence: dispute.evidence.at(-1) ?? null,
      attachments: dispute.attachment,
      note: null,
      history: [{ status: dispute.status, by: "sandbox@localhost", createdAt: dispute.created_at }],
      messages: [{ sender: "sandbox@localhost", body: dispute.category, createdAt: dispute.created_at }],
      createdAt: dispute.created_at,
      updatedAt: dispute.created_at,
    }
  }

  private resolvedDetails(dispute: SandboxDispute, resolution: string) {
    return {
      currency: dispute.currency,
      last4: "4081",
      bin: "408408",
      transaction_reference: null,
      merchant_transaction_reference: dispute.reference,
      refund_amount: dispute.amount,
      status: dispute.status,
      domain: "test",
      resolution,
      category: dispute.category,
      note: null,
      attachments: dispute.attachment,
      id: dispute.id,
      integration: 100_001,
      transaction: dispute.transaction,
      created_by: 30,
      evidence: dispute.evidence.at(-1)?.id ?? 0,
      resolvedAt: dispute.resolved_at ?? dispute.created_at,
      createdAt: dispute.created_at,
      updatedAt: dispute.created_at,
      dueAt: dispute.due_at,
      message: {
        dispute: dispute.id,
        sender: "sandbox@localhost",
        body: dispute.message,
        id: dispute.id,
        createdAt: dispute.created_at,
        updatedAt: dispute.created_at,
      },
    }
  }
}

export const disputeControl = (disputes: () => Disputes): DisputeControl => ({
  disputes: () => disputes().list,
  dispute: (reference, filing) => disputes().file(reference, filing),
  remindDispute: (id) => disputes().remind(id),
  decideDispute: (id, resolution, amount) => disputes().decide(id, resolution, amount),
  uploaded: (filename) => disputes().files.get(filename)?.toString("utf8") ?? null,
})

const CALLED = { first_name: "", last_name: "", phone: "", metadata: "", international_format_phone: "" }

const LOG = {
  start_time: 0,
  time_spent: 0,
  attempts: 1,
  errors: 0,
  success: true,
  mobile: false,
  input: [],
  history: [{ type: "success", message: "Paid", time: 0 }],
}
