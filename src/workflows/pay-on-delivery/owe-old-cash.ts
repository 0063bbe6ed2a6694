import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import { buildCashDue } from "../../modules/ledger/domain/collection"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { HeldCash, HeldCashPage } from "../../modules/vendor-order/collection-types"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { ledgerOf } from "./collection-books"

const PAGE = 200
const DAY_MS = 86_400_000

/**
 * Cash that shops have kept for too long, of orders that they do not deliver to the end, becomes what they owe: it blocks
 * their payouts and is dunned as every debt is. Answers how many orders it was of.
 */
export async function oweOldCash(container: MedusaContainer, now: Date): Promise<number> {
  const { cash_remit_days } = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()

  return oweHeld(container, { before: new Date(now.getTime() - cash_remit_days * DAY_MS) })
}

/** The same at once with all the cash of one shop in a currency, however short it has been there: staff call it in. */
export const callInCash = (
  container: MedusaContainer,
  of: { vendor_id: string; currency_code: string }
): Promise<number> => oweHeld(container, { before: new Date(), of })

async function oweHeld(
  container: MedusaContainer,
  which: Pick<HeldCashPage, "before" | "of">
): Promise<number> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  let owed = 0
  let after: HeldCash | null = null
  for (;;) {
    const page: HeldCash[] = await service.heldCash({ ...which, after, take: PAGE })
    for (const held of page) {
      owed += (await owe(container, held)) ? 1 : 0
    }
    after = page.at(-1) ?? null
    if (!after) {
      return owed
    }
  }
}

/** One that does not work out must not stop the others. */
async function owe(container: MedusaContainer, held: HeldCash): Promise<boolean> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  try {
    return await service.oweCash(held, async (context) => {
      const amount_minor = await ledgerOf(container).cashOfOrder(held, context)
      if (amount_minor > 0n) {
        await ledgerOf(container).post(
          [buildCashDue({ ...held, amount_minor, occurred_at: new Date() })],
          context
        )
      }
    })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `The cash of vendor order ${held.vendor_order_id} is not owed yet: ${error instanceof Error ? error.message : error}`
      )

    return false
  }
}
