import { z } from "@medusajs/framework/zod"
import {
  type GatewayRefund,
  GatewayUnavailableError,
  type RefundAccountInput,
  type RefundState,
} from "../../lib/gateway"
import { exactly } from "./amount"
import type { PaystackClient } from "./client"
import { Refund } from "./schemas"

const STATES: Record<string, RefundState> = {
  processed: "processed",
  failed: "failed",
  "needs-attention": "needs_attention",
}

export function toRefund(refund: z.infer<typeof Refund>, currencyCode: string): GatewayRefund {
  return {
    gateway_refund_id: refund.id,
    amount_minor: exactly(refund.amount, currencyCode),
    state: STATES[refund.status] ?? "pending",
  }
}

/** Paystack knows a bank by a number of its own, which it tells with the account's holder. */
const Resolved = z.object({ bank_id: z.union([z.number().int(), z.string()]).transform(String) })

export async function sendRefundAccount(
  client: PaystackClient,
  { gateway_refund_id, currency_code, bank_code, account_number }: RefundAccountInput
): Promise<GatewayRefund> {
  const bank_id = await bankIdOf(client, { account_number, bank_code })
  const refund = await client.post(
    `/refund/retry_with_customer_details/${encodeURIComponent(gateway_refund_id)}`,
    { refund_account_details: { currency: currency_code.toUpperCase(), account_number, bank_id } },
    Refund
  )

  return toRefund(refund, currency_code)
}

async function bankIdOf(client: PaystackClient, place: Record<string, string>): Promise<string> {
  try {
    return (await client.get(`/bank/resolve?${new URLSearchParams(place)}`, Resolved)).bank_id
  } catch (error) {
    // Nothing was named yet, whatever became of the question.
    throw error instanceof GatewayUnavailableError
      ? new GatewayUnavailableError("Paystack did not tell of the bank.", "none")
      : error
  }
}
