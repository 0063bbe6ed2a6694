import type { Context, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, invalidData, notAllowed, notFound } from "../../lib/errors"
import { furtherReference, partsOfReference } from "../../lib/further-payment"
import { BANK_GATEWAY } from "../../lib/gateway"
import { minorUnitsOf } from "../../lib/money"
import { BANK_TRANSFER_MODULE } from "../../modules/bank-transfer"
import type BankTransferModuleService from "../../modules/bank-transfer/service"
import type { BankTransferRecord } from "../../modules/bank-transfer/types"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import { lineBooked } from "../ledger/line-booked"
import { followRefunds } from "../payment/follow-refunds"
import type { SettlementOutcome } from "../payment/steps/settle-transaction"
import { settleTransactionWorkflow } from "../payment/workflows/settle-transaction"

const deskOf = (container: MedusaContainer) =>
  container.resolve<BankTransferModuleService>(BANK_TRANSFER_MODULE)

export type RecordBankTransferInput = {
  bank_reference: string
  reference: string | null
  narration: string
  amount: string
  currency_code: string
  received_at: Date
  by: string
}

/** What a transfer is, and what it has led to: null while nobody knows which payment it is for. */
export type TransferOutcome = { transfer: BankTransferRecord; outcome: SettlementOutcome | null }

/**
 * Records a line of the bank's statement and brings the payment that it is for to its end. A reference that is none of
 * ours is no mistake of staff's: the money is there, and waits for somebody to find out what it is for.
 * @throws invalid data for an amount that the currency does not have, not allowed for a line that is recorded otherwise
 */
export async function recordTransfer(
  container: MedusaContainer,
  { by, amount, reference, ...line }: RecordBankTransferInput
): Promise<TransferOutcome & { is_new: boolean }> {
  const amount_minor = minorUnitsOf(amount, line.currency_code)
  if (amount_minor === null || amount_minor <= 0n) {
    throw invalidData(
      ErrorCode.BANK_TRANSFER_AMOUNT_INVALID,
      `${amount} is no amount that can be sent in ${line.currency_code.toUpperCase()}.`
    )
  }
  const isOurs = reference !== null && (await isAwaited(container, reference))
  const { transfer, is_new, differs } = await deskOf(container).recordTransfer(
    {
      ...line,
      // A workflow may have passed it on as text.
      received_at: new Date(line.received_at),
      reference: isOurs ? reference : null,
      amount_minor,
      recorded_by: by,
    },
    (id, context) => claimLine(container, { bank_reference: line.bank_reference, id }, context)
  )
  if (differs) {
    throw notAllowed(
      ErrorCode.BANK_TRANSFER_REFUSED,
      "This line of the statement is recorded already, with another amount, currency or payment."
    )
  }

  return { transfer, is_new, outcome: await settle(container, transfer) }
}

/** @throws not found, not allowed for a transfer whose payment is known, or a reference that is none of ours */
export async function matchTransfer(
  container: MedusaContainer,
  { id, reference }: { id: string; reference: string }
): Promise<TransferOutcome> {
  if (!(await deskOf(container).findTransfer(id))) {
    throw notFound(ErrorCode.BANK_TRANSFER_NOT_FOUND, `Bank transfer ${id} was not found.`)
  }
  if (!(await isAwaited(container, reference))) {
    throw notAllowed(ErrorCode.BANK_TRANSFER_REFUSED, `No bank transfer is awaited under ${reference}.`)
  }
  const transfer = await deskOf(container).matchTransfer({ id, reference })
  if (!transfer) {
    throw notAllowed(
      ErrorCode.BANK_TRANSFER_REFUSED,
      "It is known already which payment this transfer is for."
    )
  }

  return { transfer, outcome: await settle(container, transfer) }
}

/**
 * Sends a transfer back of which nobody can find out what it is for: it becomes a payment of its own, which is no order's.
 * @throws not found, not allowed for a transfer whose payment is known
 */
export async function returnTransfer(
  container: MedusaContainer,
  { id }: { id: string }
): Promise<TransferOutcome> {
  const found = await deskOf(container).findTransfer(id)
  if (!found) {
    throw notFound(ErrorCode.BANK_TRANSFER_NOT_FOUND, `Bank transfer ${id} was not found.`)
  }
  const reference = `unmatched-${id}`
  const { amount_minor, currency_code } = found
  // Before the transfer is for it, which is the last word: a run that ends in between is run again.
  if (found.reference === null) {
    await container
      .resolve<GatewayModuleService>(GATEWAY_MODULE)
      .takeOrphan({ id, gateway: BANK_GATEWAY, reference, amount_minor, currency_code })
  }
  const transfer = await deskOf(container).matchTransfer({ id, reference })
  if (!transfer && found.reference !== reference) {
    throw notAllowed(
      ErrorCode.BANK_TRANSFER_REFUSED,
      "It is known already which payment this transfer is for."
    )
  }

  return { transfer: transfer ?? found, outcome: await settle(container, transfer ?? found) }
}

export type MarkBankRefundInput = { id: string; to: "made" | "failed"; note: string; by: string }

/**
 * A person says how a refund ended; the books follow. Said again with the same words it is the same.
 * @throws not found, not allowed for one of which somebody has said otherwise
 */
export async function markRefund(container: MedusaContainer, input: MarkBankRefundInput) {
  const desk = deskOf(container)
  const known = (await desk.markRefund(input)) ?? (await desk.findRefundById(input.id))
  if (!known) {
    throw notFound(ErrorCode.BANK_REFUND_NOT_FOUND, `Bank refund ${input.id} was not found.`)
  }
  if (known.state !== input.to || known.note !== input.note) {
    throw notAllowed(ErrorCode.BANK_REFUND_MARKED, "Somebody has said already how this refund ended.")
  }
  await followRefunds(container, known.reference)

  return known
}

/** False when the line is a buyer's transfer already. @throws not allowed when it is booked as something else */
async function claimLine(
  container: MedusaContainer,
  { bank_reference, id }: { bank_reference: string; id: string },
  context: Context
): Promise<boolean> {
  const booked = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .claimBankLine(
      { reference: bank_reference, booked_as: "bank_transfer", record_id: id, entry_key: null },
      context
    )
  if (booked && booked.booked_as !== "bank_transfer") {
    throw lineBooked(bank_reference, booked)
  }

  return !booked
}

/** A payment besides is told by the one that it came with: nothing that arrives is asked for under its own reference. */
async function isAwaited(container: MedusaContainer, reference: string): Promise<boolean> {
  if (partsOfReference(reference).further_id) {
    return false
  }
  const transaction = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).findTransaction(reference)

  return transaction?.gateway === BANK_GATEWAY
}

async function settle(
  container: MedusaContainer,
  { id, reference }: BankTransferRecord
): Promise<SettlementOutcome | null> {
  if (!reference) {
    return null
  }
  try {
    const ofPayment = await settleOne(container, reference)
    const ofItself = await settleOne(container, furtherReference(reference, id))

    return ofItself === "unknown" ? ofPayment : ofItself
  } catch (error) {
    // The transfer is recorded, and reconciliation asks about its payment again.
    const why = error instanceof Error ? error.message : String(error)
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Bank transfer ${id} is recorded, but its payment could not be settled yet: ${why}`)

    return "waiting"
  }
}

async function settleOne(container: MedusaContainer, reference: string): Promise<SettlementOutcome> {
  const { result } = await settleTransactionWorkflow(container).run({ input: { reference } })

  return result
}
