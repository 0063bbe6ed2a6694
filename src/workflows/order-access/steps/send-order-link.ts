import type { INotificationModuleService, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deliverMessage } from "../../../lib/deliver-message"
import { loadEnv } from "../../../lib/env"
import { signLink } from "../../../lib/signed-link"

export type SendOrderLinkInput = { order_id: string }

const TEMPLATE = "order_link"
const LINK_DAYS = 30
/** Whoever knows an id can ask for its link: no mailbox gets more than this many of them in this time. */
const MAX_LINKS = 3
const PERIOD_SECONDS = 600

/** A message cannot be called back. An order that there is not gets none, and nobody is told. */
export const sendOrderLinkStep = createStep(
  "send-order-link",
  async ({ order_id }: SendOrderLinkInput, { container }) => {
    const email = await findEmail(container.resolve(ContainerRegistrationKeys.QUERY), order_id)
    if (!email) {
      return new StepResponse(undefined)
    }
    const notifications = container.resolve(Modules.NOTIFICATION)
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    await container.resolve(Modules.LOCKING).execute(`order-link:${email}`, async () => {
      if ((await countRecent(notifications, email)) < MAX_LINKS) {
        const data = linkData(order_id, new Date())
        await deliverMessage(
          { notifications, logger },
          { channel: "email", to: email, template: TEMPLATE, data }
        )
      }
    })

    return new StepResponse(undefined)
  }
)

async function findEmail(query: Omit<RemoteQueryFunction, symbol>, id: string): Promise<string | null> {
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "email"],
    filters: { id, is_draft_order: false },
  })

  return data[0]?.email ?? null
}

async function countRecent(notifications: INotificationModuleService, to: string): Promise<number> {
  const since = new Date(Date.now() - PERIOD_SECONDS * 1000).toISOString()
  const recent = await notifications.listNotifications(
    { to, template: TEMPLATE, created_at: { $gte: since } },
    { select: ["id"], take: MAX_LINKS }
  )

  return recent.length
}

function linkData(orderId: string, now: Date) {
  const { JWT_SECRET, STOREFRONT_URL } = loadEnv()
  const expires = new Date(now.getTime() + LINK_DAYS * 86_400_000)
  const token = signLink(JWT_SECRET, { purpose: "order", id: orderId }, expires)

  return { url: `${STOREFRONT_URL}/orders/${orderId}?token=${token}`, days: String(LINK_DAYS) }
}
