import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ShopHours } from "../../lib/fair-clock"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type { Waiting } from "../../modules/vendor-order/after-sale-types"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { sendMessage } from "../access/steps/send-message"
import type { Clock } from "./clocks"

export type Shop = { name: string; email: string; hours: ShopHours | null }

type Wait = { waiting: Waiting; shop?: Shop; due: Date }

/** Tells the one that a clock waits for what happens otherwise, and when. */
export async function tellOfWait(
  container: MedusaContainer,
  { waits_for, what, otherwise }: Clock,
  { waiting, shop, due }: Wait
): Promise<void> {
  const words = { what, otherwise, due: due.toISOString().slice(0, 16).replace("T", " ") }
  if (waits_for === "buyer") {
    await tellBuyer(container, waiting, words)
  } else if (shop) {
    await sendMessage(container, {
      channel: "email",
      to: shop.email,
      template: "shop_is_waited_for",
      data: { ...words, vendor_name: shop.name },
    })
  }
}

async function tellBuyer(
  container: MedusaContainer,
  { order_id, vendor_order_id }: Waiting,
  words: Record<"what" | "otherwise" | "due", string>
): Promise<void> {
  const [{ data: orders }, [part]] = await Promise.all([
    container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: ["id", "email"],
      filters: { id: order_id },
    }),
    container
      .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      .listVendorOrders({ id: vendor_order_id }, { select: ["id", "display_number"] }),
  ])
  const email = orders[0]?.email
  if (email && part) {
    await sendMessage(container, {
      channel: "email",
      to: email,
      template: "buyer_is_waited_for",
      data: { ...words, number: part.display_number },
    })
  }
}
