import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  type MarkBankRefundInput,
  markRefund,
  matchTransfer,
  type RecordBankTransferInput,
  recordTransfer,
  returnTransfer,
} from "../desk"
import { bankRefundView, transferView } from "../view"

// What the bank's statement says is not undone by anything, so none of these has a compensation.

export const recordBankTransferStep = createStep(
  "record-bank-transfer",
  async (input: RecordBankTransferInput, { container }) => {
    const { transfer, ...rest } = await recordTransfer(container, input)

    return new StepResponse({ bank_transfer: transferView(transfer), ...rest })
  }
)

export const matchBankTransferStep = createStep(
  "match-bank-transfer",
  async (input: { id: string; reference: string }, { container }) => {
    const { transfer, outcome } = await matchTransfer(container, input)

    return new StepResponse({ bank_transfer: transferView(transfer), outcome })
  }
)

export const returnBankTransferStep = createStep(
  "return-bank-transfer",
  async (input: { id: string }, { container }) => {
    const { transfer, outcome } = await returnTransfer(container, input)

    return new StepResponse({ bank_transfer: transferView(transfer), outcome })
  }
)

export const markBankRefundStep = createStep(
  "mark-bank-refund",
  async (input: MarkBankRefundInput, { container }) =>
    new StepResponse(bankRefundView(await markRefund(container, input)))
)
