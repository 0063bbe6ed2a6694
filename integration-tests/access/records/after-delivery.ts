import { signLink } from "../../../src/lib/signed-link"
import { DEBT_MODULE } from "../../../src/modules/debt"
import type DebtModuleService from "../../../src/modules/debt/service"
import { LEDGER_MODULE } from "../../../src/modules/ledger"
import { buildChargebackFee } from "../../../src/modules/ledger/domain/dispute"
import type LedgerModuleService from "../../../src/modules/ledger/service"
import { VENDOR_MODULE } from "../../../src/modules/vendor"
import type VendorModuleService from "../../../src/modules/vendor/service"
import { actOnReturn } from "../../../src/workflows/vendor-order/act-on-return"
import { deliverVendorFulfilmentWorkflow } from "../../../src/workflows/vendor-order/workflows/deliver-vendor-fulfilment"
import { openReturnWorkflow } from "../../../src/workflows/vendor-order/workflows/open-return"
import type { World } from "../world"
import { largeOrder, packParcel } from "./shop-order"

/** The link that the platform has mailed to whoever ordered. */
export const linkTo = (order_id: string) =>
  signLink(
    process.env.JWT_SECRET as string,
    { purpose: "order", id: order_id },
    new Date(Date.now() + 3_600_000)
  )

/** One more piece of the large order that its buyer has. */
export async function deliveredPiece(world: World) {
  const order = await largeOrder(world)
  const { fulfilment_id } = await packParcel(world)
  await deliverVendorFulfilmentWorkflow(world.container).run({
    input: {
      vendor_id: world.shop.id,
      actor: world.people["shop:owner"]!.id,
      vendor_order_id: order.id,
      fulfilment_id,
    },
  })

  return order
}

/** A piece that its buyer wants to send back, as far as it is to have come. */
export async function returnInState(world: World, state: "requested" | "approved" | "disputed") {
  const { order_id, item_id } = await deliveredPiece(world)
  const { result } = await openReturnWorkflow(world.container).run({
    input: { order_id, items: [{ id: item_id, quantity: 1 }], reason: "damaged" },
  })
  const { return_id } = result
  if (state === "approved") {
    await actOnReturn(world.container, { return_id, to: "approved", actor: "user_walk" })
  }
  if (state === "disputed") {
    await world.sql("update vendor_order_return set state = 'disputed' where return_id = ?", [return_id])
  }

  return { id: return_id, order_id }
}

/** A shop that has left, and owes something that nothing is held for. */
export async function indebtedShop(world: World): Promise<{ id: string }> {
  const number = world.serial()
  const vendors = world.container.resolve<VendorModuleService>(VENDOR_MODULE)
  const { id } = await vendors.openShop({
    name: `Gone ${number}`,
    contact_email: `gone${number}@example.com`,
    country_code: "ng",
  })
  await world.sql("update vendor set status = 'closed' where id = ?", [id])
  await world.container.resolve<LedgerModuleService>(LEDGER_MODULE).post([
    buildChargebackFee({
      dispute_id: `disp_gone_${number}`,
      order_id: `order_gone_${number}`,
      currency_code: "ngn",
      gateway: "paystack",
      fee_minor: 1000n,
      party: "vendor",
      shares: [{ vendor_id: id, amount_minor: 1n }],
      occurred_at: new Date(),
    }),
  ])

  return { id }
}

/** A write-off that somebody else has asked for. */
export async function requestedWriteOff(world: World): Promise<{ id: string }> {
  const { id: vendor_id } = await indebtedShop(world)
  const asked = await world.container.resolve<DebtModuleService>(DEBT_MODULE).requestWriteOff({
    vendor_id,
    currency_code: "ngn",
    amount_minor: 1000n,
    reason: "It has closed.",
    requested_by: "user_walk",
  })

  return { id: asked!.id }
}
