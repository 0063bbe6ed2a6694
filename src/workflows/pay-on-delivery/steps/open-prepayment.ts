import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ErrorCode, invalidData, notAllowed, paymentRefused } from "../../../lib/errors"
import { GatewayUnavailableError, type OpenSessionTransactionInput } from "../../../lib/gateway"
import { toMajorUnits } from "../../../lib/money"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import type GatewayModuleService from "../../../modules/gateway/service"
import { isPrepayable, prepaySession } from "../../../modules/vendor-order/domain/prepayment"
import { dueFacts } from "../settle-prepayment"

export type OpenPrepaymentInput = {
  order_id: string
  vendor_order_id: string
  vendor_id: string
  /** Medusa's payment provider whose gateway the buyer wants to pay with. */
  provider_id: string
}

/**
 * Opens the page on which the buyer pays a vendor order that was to be paid at the door, or answers the one that is open. To be
 * run with the order's lock. Nothing is undone: a page on which nobody pays changes nothing.
 */
export const openPrepaymentStep = createStep(
  "open-prepayment",
  async (input: OpenPrepaymentInput, { container }) => {
    const { vendor_order_id: id, order_id, vendor_id } = input
    const { collection, email, ...due } = await dueFacts(container, { id, order_id, vendor_id })
    if (!collection || !isPrepayable(due)) {
      throw notAllowed(
        ErrorCode.COLLECTION_NOT_DUE,
        collection
          ? `This order is ${collection.state} already, or off.`
          : "This order is not paid on delivery."
      )
    }
    const gateway = await gatewayOf(container, input)
    if (!email) {
      throw invalidData(ErrorCode.PAYMENT_DATA_REFUSED, "The order has no e-mail address of its buyer.")
    }
    const { amount_minor, currency_code } = collection
    const session_id = prepaySession(id)
    const opened = await open(container, {
      gateway,
      session_id,
      amount_minor,
      currency_code,
      email,
      metadata: { session_id },
    })

    return new StepResponse({
      vendor_order_id: id,
      amount: toMajorUnits(amount_minor, currency_code),
      currency_code,
      payment_url: opened.redirect_url,
      reference: opened.reference,
    })
  }
)

/** Any of ours with a page, where the order's region takes payments by it. @throws invalid data */
async function gatewayOf(
  container: MedusaContainer,
  { order_id, provider_id }: OpenPrepaymentInput
): Promise<string> {
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const name = gateways.gatewayOfProvider(provider_id)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: orders } = await query.graph({
    entity: "order",
    fields: ["region_id"],
    filters: { id: order_id },
  })
  const [order] = orders as unknown as { region_id: string | null }[]
  const { data } = await query.graph({
    entity: "region",
    fields: ["payment_providers.id", "payment_providers.is_enabled"],
    filters: { id: order?.region_id ?? "none" },
  })
  const [region] = data as unknown as { payment_providers?: { id: string; is_enabled: boolean }[] }[]
  const isOffered = region?.payment_providers?.some(({ id, is_enabled }) => id === provider_id && is_enabled)
  if (!name || !isOffered || gateways.isRefundedByHand(name)) {
    throw invalidData(
      ErrorCode.GATEWAY_NOT_CONFIGURED,
      `${provider_id} has no page on which this order could be paid.`
    )
  }

  return name
}

/** @throws what Medusa's callers can read when the gateway cannot be asked */
async function open(container: MedusaContainer, input: OpenSessionTransactionInput) {
  try {
    return await container.resolve<GatewayModuleService>(GATEWAY_MODULE).openTransaction(input)
  } catch (error) {
    if (error instanceof GatewayUnavailableError) {
      throw paymentRefused(
        ErrorCode.PAYMENT_GATEWAY_UNREACHABLE,
        "The payment page could not be opened at the moment. Try again in a minute."
      )
    }
    throw error
  }
}
