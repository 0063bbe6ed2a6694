import { z } from "@medusajs/framework/zod"
import { type Balance, BalanceBook, type SettledIn } from "./balance"
import type { Faults } from "./faults"
import { ApiError } from "./state"
import type { Recipient, SandboxTransfer, TransferData, TransferStatus } from "./transfer-data"

/** What transfers need of the sandbox around them. */
type Surroundings = {
  data: () => TransferData
  save: () => void
  next_id: () => number
  /** What of the sales was paid into the balance instead of the merchant's bank. */
  settled: () => SettledIn[]
  faults: Faults
  emit: (event: string, reference: string, data: Record<string, unknown>) => void
}

const TRANSFER_TAKES_MS = 50
const HOLDER = "ADA TEXTILES LIMITED"

const CreateRecipient = z.object({
  type: z.enum(["nuban", "ghipss", "basa", "mobile_money"]),
  name: z.string().min(1),
  account_number: z.string().regex(/^[0-9A-Za-z]{5,34}$/),
  bank_code: z.string().min(2),
  currency: z.string().length(3),
})

const CreateTransfer = z.object({
  source: z.literal("balance"),
  amount: z.number().int().positive(),
  currency: z.string().length(3).default("NGN"),
  recipient: z.string(),
  reference: z.string().regex(/^[a-z0-9_-]{16,50}$/),
  reason: z.string().default(""),
})

const CreateTransfers = z.object({
  source: z.literal("balance"),
  currency: z.string().length(3).default("NGN"),
  transfers: z.array(z.record(z.string(), z.unknown())).min(1),
})

/** Recipients, transfers and the balance that they draw on. */
export class Transfers {
  private isStopped = false

  constructor(private readonly around: Surroundings) {
    for (const { reference } of this.list.filter(({ status }) => status === "pending")) {
      this.settleLater(reference)
    }
  }

  get list(): readonly SandboxTransfer[] {
    return this.around.data().transfers
  }

  stop(): void {
    this.isStopped = true
  }

  private get balance(): BalanceBook {
    return new BalanceBook(this.around.data(), this.around.settled())
  }

  balances(): Balance[] {
    return this.balance.totals()
  }

  ledger(): Record<string, unknown>[] {
    return this.balance.rows()
  }

  topUp(currency: string, amount: number): void {
    const created_at = new Date().toISOString()
    this.around.data().top_ups.push({ id: this.around.next_id(), currency, amount, created_at })
    this.around.save()
  }

  /** An account that is known keeps its recipient. */
  addRecipient(body: unknown): Record<string, unknown> {
    const input = CreateRecipient.parse(body)
    const { recipients } = this.around.data()
    const known = recipients.find(
      ({ account_number, bank_code, currency }) =>
        account_number === input.account_number &&
        bank_code === input.bank_code &&
        currency === input.currency
    )
    const id = this.around.next_id()
    const recipient = known ?? {
      id,
      recipient_code: `RCP_${id}`,
      ...input,
      created_at: new Date().toISOString(),
    }
    if (!known) {
      recipients.push(recipient)
      this.around.save()
    }

    return recipientDetails(recipient)
  }

  /** Every account is kept by the same holder; one whose number is not of ten digits does not exist. */
  resolve(query: URLSearchParams): Record<string, unknown> {
    const account_number = query.get("account_number") ?? ""
    if (!/^\d{10}$/.test(account_number) || !query.get("bank_code")) {
      throw new ApiError(
        422,
        "invalid_bank_code",
        "Could not resolve account name. Check parameters or try again."
      )
    }

    return { account_number, account_name: HOLDER, bank_id: 9 }
  }

  /** All of them or none; what each comes to is told for each. */
  addMany(body: unknown): Record<string, unknown>[] {
    const { transfers, currency, source } = CreateTransfers.parse(body)
    const inputs = transfers.map((transfer) => CreateTransfer.parse({ ...transfer, currency, source }))
    const fault = this.around.faults.take("bulk")
    if (fault?.kind === "otp_needed") {
      throw new ApiError(400, "unknown", "Disable the Transfers OTP requirement to use this endpoint")
    }
    const references = inputs.map(({ reference }) => reference)
    const known = references.filter(
      (reference, index) =>
        references.indexOf(reference) !== index || this.list.some((row) => row.reference === reference)
    )
    if (known.length) {
      throw new ApiError(404, "unknown", `Duplicate reference(s) found: ${known.join(", ")}`)
    }
    for (const input of inputs) {
      this.checkRecipient(input)
    }
    const total = inputs.reduce((sum, { amount }) => sum + amount, 0)
    this.checkBalance(currency, total)
    const half = inputs.slice(0, Math.ceil(inputs.length / 2))
    const made = (fault?.kind === "partial" ? half : inputs).map((input) => this.make(input))
    const told = fault?.kind === "silent" ? made.slice(0, half.length) : made

    return told.map(({ reference, recipient, amount, transfer_code, status }) => ({
      reference,
      recipient,
      amount,
      transfer_code,
      currency,
      status: status === "pending" ? "received" : status,
    }))
  }

  add(body: unknown): Record<string, unknown> {
    const input = CreateTransfer.parse(body)
    this.checkRecipient(input)
    if (this.list.some(({ reference }) => reference === input.reference)) {
      throw new ApiError(
        400,
        "duplicate_reference",
        "Please provide a unique reference. Reference already exists"
      )
    }
    this.checkBalance(input.currency, input.amount)

    return this.created(this.make(input))
  }

  private checkRecipient({ recipient, currency }: z.infer<typeof CreateTransfer>): void {
    const known = this.around.data().recipients.find(({ recipient_code }) => recipient_code === recipient)
    if (known?.currency !== currency) {
      throw new ApiError(400, "invalid_transfer_recipient", "The recipient specified is invalid")
    }
  }

  private checkBalance(currency: string, amount: number): void {
    const held = this.balances().find((balance) => balance.currency === currency)?.balance ?? 0
    if (held < amount) {
      throw new ApiError(400, "insufficient_balance", "Your balance is not enough to fulfill this request")
    }
  }

  private make(input: z.infer<typeof CreateTransfer>): SandboxTransfer {
    const id = this.around.next_id()
    const isHeldUp = this.around.faults.take("otp")
    const transfer: SandboxTransfer = {
      id,
      transfer_code: `TRF_${id}`,
      reference: input.reference,
      amount: input.amount,
      currency: input.currency,
      recipient: input.recipient,
      reason: input.reason,
      status: isHeldUp ? "otp" : "pending",
      created_at: new Date().toISOString(),
    }
    this.around.data().transfers.push(transfer)
    this.around.save()
    if (!isHeldUp) {
      this.settleLater(transfer.reference)
    }

    return transfer
  }

  verify(reference: string): Record<string, unknown> {
    return this.details(this.find(reference))
  }

  /** How a transfer ends: at once, where a test wants it to, or after a success, days later. */
  settle(reference: string, status: TransferStatus): void {
    const transfer = this.find(reference)
    transfer.reversed_at = status === "reversed" ? new Date().toISOString() : undefined
    transfer.status = status
    this.around.save()
    const event = { success: "success", failed: "failed", rejected: "failed", reversed: "reversed" }[
      status as string
    ]
    if (event) {
      this.around.emit(`transfer.${event}`, reference, this.details(transfer))
    }
  }

  private settleLater(reference: string): void {
    setTimeout(() => {
      const transfer = this.list.findLast((known) => known.reference === reference)
      if (!this.isStopped && transfer?.status === "pending") {
        const fault = this.around.faults.take("transfer")
        if (fault?.kind !== "hangs") {
          this.settle(reference, fault ? "failed" : "success")
        }
      }
    }, TRANSFER_TAKES_MS).unref()
  }

  private find(reference: string): SandboxTransfer {
    const transfer = this.list.findLast((known) => known.reference === reference)
    if (!transfer) {
      throw new ApiError(404, "transfer_not_found", "Transfer not found")
    }

    return transfer
  }

  /** As a transfer is told that was asked for, or in an event. */
  private details(transfer: SandboxTransfer): Record<string, unknown> {
    const recipient = this.recipientOf(transfer)

    return {
      ...common(transfer),
      gateway_response: null,
      session: { provider: null, id: null },
      recipient: recipient ? recipientDetails(recipient) : {},
    }
  }

  /** And as one that was just made: the recipient is a number here. */
  private created(transfer: SandboxTransfer): Record<string, unknown> {
    return {
      ...common(transfer),
      transfersessionid: [],
      transfertrials: [],
      request: transfer.id,
      recipient: this.recipientOf(transfer)?.id,
    }
  }

  private recipientOf({ recipient }: SandboxTransfer): Recipient | undefined {
    return this.around.data().recipients.find(({ recipient_code }) => recipient_code === recipient)
  }
}

function common({ recipient: _, reversed_at: __, created_at, ...transfer }: SandboxTransfer) {
  return {
    ...transfer,
    integration: 100_001,
    domain: "test",
    source: "balance",
    source_details: null,
    failures: null,
    titan_code: null,
    transferred_at: null,
    createdAt: created_at,
    updatedAt: created_at,
  }
}

/** As Paystack tells it, number and all: a client has something to drop. */
function recipientDetails(recipient: Recipient): Record<string, unknown> {
  const { account_number, bank_code, name } = recipient

  return {
    active: true,
    createdAt: recipient.created_at,
    currency: recipient.currency,
    description: "",
    domain: "test",
    email: "",
    id: recipient.id,
    integration: 100_001,
    metadata: null,
    name,
    recipient_code: recipient.recipient_code,
    type: recipient.type,
    updatedAt: recipient.created_at,
    is_deleted: false,
    isDeleted: false,
    details: { authorization_code: null, account_number, account_name: name, bank_code, bank_name: "Bank" },
  }
}
