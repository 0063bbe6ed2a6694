import { z } from "@medusajs/framework/zod"
import type { Faults } from "../faults"
import { ApiError } from "../state"

/** Amounts are hundredths; on the wire they are major units. */
export type FlutterwaveTransfer = {
  id: number
  reference: string
  amount: number
  currency: string
  account_bank: string
  account_number: string
  narration: string
  status: FlutterwaveTransferStatus
  complete_message: string
  created_at: string
}

export type FlutterwaveTransferStatus = "NEW" | "PENDING" | "SUCCESSFUL" | "FAILED"

/** What transfers need of the sandbox around them. */
type Surroundings = {
  /** Hundredths that were put on the balance of a currency. */
  held: (currency: string) => number
  faults: Faults
  emit: (event: string, reference: string, data: Record<string, unknown>) => void
}

const TRANSFER_TAKES_MS = 50
const HOLDER = "ADA TEXTILES LIMITED"

const CreateTransfer = z.object({
  account_bank: z.string().min(2),
  account_number: z.string().regex(/^[0-9A-Za-z]{5,34}$/, "Invalid account number"),
  amount: z
    .union([z.number(), z.string()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,12}(\.\d{1,2})?$/))
    .transform((text) => Math.round(Number(text) * 100))
    .pipe(z.number().positive()),
  currency: z.string().length(3),
  debit_currency: z.string().length(3).optional(),
  reference: z.string().regex(/^[A-Za-z0-9_-]{6,100}$/),
  narration: z.string().max(100).default(""),
  beneficiary_name: z.string().optional(),
  meta: z
    .object({ sender: z.string(), sender_country: z.string().length(2), mobile_number: z.string() })
    .optional(),
})

const CreateTransfers = z.object({
  title: z.string().min(1),
  bulk_data: z.array(z.looseObject({ bank_code: z.string() })).min(1),
})

const ResolveAccount = z.object({ account_number: z.string(), account_bank: z.string().min(2) })

const KENYAN_WALLETS = ["MPS", "MPX"]

/** Transfers out of the balance. They end as live ones do: in Flutterwave's own test mode they stay pending. */
export class FlutterwaveTransfers {
  list: FlutterwaveTransfer[] = []
  private lastId = 500_000
  private isStopped = false

  constructor(private readonly around: Surroundings) {}

  stop(): void {
    this.isStopped = true
  }

  clear(): void {
    this.list = []
  }

  add(body: unknown): Record<string, unknown> {
    const { beneficiary_name, debit_currency, meta, ...input } = CreateTransfer.parse(body)
    if (KENYAN_WALLETS.includes(input.account_bank) && !(meta && beneficiary_name)) {
      throw new ApiError(400, "invalid", "sender, sender_country and mobile_number are required")
    }
    if (this.list.some(({ reference }) => reference === input.reference)) {
      throw new ApiError(400, "duplicate", "Transfer with this reference already exists")
    }
    if ((debit_currency ?? input.currency) !== input.currency) {
      throw new ApiError(400, "invalid", "The sandbox changes no money into another currency")
    }
    if (this.left(input.currency) < input.amount) {
      throw new ApiError(400, "insufficient", "Insufficient funds in customer wallet")
    }
    this.lastId += 1
    const transfer: FlutterwaveTransfer = {
      id: this.lastId,
      ...input,
      status: "NEW",
      complete_message: "",
      created_at: new Date().toISOString(),
    }
    this.list.push(transfer)
    this.settleLater(transfer)

    return details(transfer)
  }

  /** Takes all on and tells of none: each is made for itself afterwards, if it can be. */
  addMany(body: unknown): Record<string, unknown> {
    const { bulk_data } = CreateTransfers.parse(body)
    const isPartial = this.around.faults.take("bulk")?.kind === "partial"
    const taken = isPartial ? bulk_data.slice(0, Math.ceil(bulk_data.length / 2)) : bulk_data
    for (const { bank_code, ...transfer } of taken) {
      try {
        this.add({ ...transfer, account_bank: bank_code })
      } catch (error) {
        if (!(error instanceof ApiError || error instanceof z.ZodError)) {
          throw error
        }
      }
    }
    this.lastId += 1

    return { id: this.lastId, created_at: new Date().toISOString(), approver: "N/A" }
  }

  rows(reference: string | null): Record<string, unknown>[] {
    return this.list.filter((transfer) => !reference || transfer.reference === reference).map(details)
  }

  one(id: number): Record<string, unknown> {
    const transfer = this.list.find((known) => known.id === id)
    if (!transfer) {
      throw new ApiError(404, "not_found", "No transfer was found for this id")
    }

    return details(transfer)
  }

  /** Every account is kept by the same holder; one that is no Nigerian number does not exist. */
  resolve(body: unknown): Record<string, unknown> {
    const { account_number } = ResolveAccount.parse(body)
    if (!/^\d{10}$/.test(account_number)) {
      throw new ApiError(400, "invalid", "Sorry, that account number is invalid, please check and try again")
    }

    return { account_number, account_name: HOLDER }
  }

  /** How a transfer ends: at once, where a test wants it to. */
  settle(reference: string, status: FlutterwaveTransferStatus): void {
    const transfer = this.list.find((known) => known.reference === reference)
    if (!transfer) {
      throw new ApiError(404, "not_found", `There is no transfer ${reference}`)
    }
    transfer.status = status
    transfer.complete_message = MESSAGES[status]
    if (status === "SUCCESSFUL" || status === "FAILED") {
      this.around.emit("transfer.completed", reference, details(transfer))
    }
  }

  /** What transfers have taken out of a balance, or are about to. */
  drawn(currency: string): number {
    return this.list
      .filter((transfer) => transfer.currency === currency && transfer.status !== "FAILED")
      .reduce((sum, { amount }) => sum + amount, 0)
  }

  private left(currency: string): number {
    return this.around.held(currency) - this.drawn(currency)
  }

  private settleLater(transfer: FlutterwaveTransfer): void {
    setTimeout(() => {
      if (this.isStopped || transfer.status !== "NEW" || !this.list.includes(transfer)) {
        return
      }
      const fault = this.around.faults.take("transfer")
      if (fault?.kind === "hangs") {
        transfer.status = "PENDING"
      } else {
        this.settle(transfer.reference, fault ? "FAILED" : "SUCCESSFUL")
      }
    }, TRANSFER_TAKES_MS).unref()
  }
}

const MESSAGES: Record<FlutterwaveTransferStatus, string> = {
  NEW: "",
  PENDING: "Transfer is being processed",
  SUCCESSFUL: "Transaction was successful",
  FAILED: "DISBURSE FAILED: Account resolve failed",
}

/** As Flutterwave tells it, number and all: a client has something to drop. */
const details = (transfer: FlutterwaveTransfer): Record<string, unknown> => ({
  id: transfer.id,
  account_number: transfer.account_number,
  bank_code: transfer.account_bank,
  bank_name: "Bank",
  full_name: "Sandbox Receiver",
  fullname: "Sandbox Receiver",
  created_at: transfer.created_at,
  currency: transfer.currency,
  debit_currency: transfer.currency,
  amount: transfer.amount / 100,
  fee: 0,
  status: transfer.status,
  reference: transfer.reference,
  meta: null,
  narration: transfer.narration,
  approver: null,
  complete_message: transfer.complete_message,
  requires_approval: 0,
  is_approved: 1,
})
