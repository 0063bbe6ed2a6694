import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { DisputeState } from "../../lib/dispute-states"
import type { GatewayDispute } from "../../lib/gateway-dispute"
import { sayAmount } from "../../lib/money"
import { ACCESS_MODULE } from "../../modules/access"
import type { Settings } from "../../modules/access/domain/settings"
import type AccessModuleService from "../../modules/access/service"
import { clockOf } from "../../modules/dispute/domain/clock"
import { outcomeOfWord } from "../../modules/dispute/domain/state"
import type { DisputeCase, MoveCaseInput } from "../../modules/dispute/types"
import { notifyStaff } from "../notify-staff"
import { correctReleases } from "../payout/release-money"
import { orderLockKey } from "../vendor-order/order-lock"
import { agreeOnAmount } from "./agree-on-amount"
import { disputeBooks, disputesOf } from "./books"
import { freezeOrder } from "./freeze-order"
import { orderOfPayment } from "./order-of-payment"

export type Told = { gateway: string; told: GatewayDispute }

const BY_GATEWAY = "gateway"

/** Brings the case of a gateway's dispute to where the gateway says that it stands; opens it where there is none. */
export async function takeGatewayDispute(
  container: MedusaContainer,
  { gateway, told }: Told
): Promise<DisputeCase | null> {
  const known = await disputesOf(container).findOfGateway({ gateway, ...told })
  const dispute = known ?? (await openChargeback(container, { gateway, told }))

  return dispute && followWord(container, dispute, told)
}

const settingsOf = (container: MedusaContainer): Promise<Settings> =>
  container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()

const clock = (openedAt: Date, told: GatewayDispute, settings: Settings) =>
  clockOf(openedAt, told.due_at, {
    answer_hours: settings.chargeback_answer_hours,
    lead_hours: settings.chargeback_lead_hours,
  })

async function openChargeback(
  container: MedusaContainer,
  { gateway, told }: Told
): Promise<DisputeCase | null> {
  const paid = await orderOfPayment(container, told.reference)
  if (!paid?.order_id || paid.currency_code !== told.currency_code) {
    await tellOfStranger(container, { gateway, told })
    return null
  }
  const { order_id, vendor_order_id, paid_minor } = paid
  const settings = await settingsOf(container)
  // Refunds of the order are asked for under the same lock: none of them passes between the look and the hold.
  const opened = await container.resolve(Modules.LOCKING).execute(
    orderLockKey(order_id),
    async () => {
      await withdrawBuyerCases(container, order_id)
      const wish = { order_id, vendor_order_id, paid_minor, amount_minor: told.amount_minor, line_ids: [] }
      const { shares, items } = await freezeOrder(container, wish)

      return disputesOf(container).openCase(
        {
          kind: "chargeback",
          order_id,
          currency_code: told.currency_code,
          claimed_minor: told.amount_minor,
          reason: told.category ?? "chargeback",
          opened_by: BY_GATEWAY,
          gateway,
          gateway_dispute_id: told.gateway_dispute_id,
          reference: told.reference,
          shares,
          items,
          ...clock(new Date(), told, settings),
        },
        disputeBooks(container)
      )
    },
    { timeout: 20 }
  )
  await correctReleases(container, { order_id })
  if (opened.is_new) {
    await tellOfChargeback(container, opened.dispute)
  }

  return opened.dispute
}

/** The bank decides now about what the buyer had asked us to decide. */
async function withdrawBuyerCases(container: MedusaContainer, orderId: string): Promise<void> {
  for (const { id, kind } of await disputesOf(container).openCasesOfOrder(orderId)) {
    if (kind === "buyer") {
      await disputesOf(container).moveCase(
        { id, to: "withdrawn", actor: BY_GATEWAY, reason: "The payment was charged back." },
        disputeBooks(container)
      )
    }
  }
}

async function followWord(
  container: MedusaContainer,
  dispute: DisputeCase,
  told: GatewayDispute
): Promise<DisputeCase> {
  const { move_to, contradiction } = outcomeOfWord(dispute.state, told.word)
  if (contradiction) {
    await notifyStaff(container, {
      key: `dispute:${dispute.id}:contradiction:${told.word}`,
      title: "A gateway changed its word on a chargeback",
      description: `Case ${dispute.id} is ${dispute.state}, and the gateway says now that it is ${told.word}. Nothing was booked.`,
    })
  }

  if (move_to === "lost") {
    await agreeOnAmount(container, dispute, told)
  }
  if (move_to) {
    return moveAndTell(container, dispute, { to: move_to, told })
  }
  if (dispute.state === "open" && told.due_at && told.due_at.getTime() !== dispute.due_at.getTime()) {
    const changes = clock(dispute.created_at, told, await settingsOf(container))
    await disputesOf(container).noteCase(dispute.id, changes)
  }

  return dispute
}

async function moveAndTell(
  container: MedusaContainer,
  dispute: DisputeCase,
  { to, told }: { to: DisputeState; told: GatewayDispute }
): Promise<DisputeCase> {
  const settings = await settingsOf(container)
  const changes: MoveCaseInput["changes"] = {
    called_at: null,
    ...(to === "open" ? clock(new Date(), told, settings) : {}),
    ...(to === "lost"
      ? {
          fee_minor: BigInt(settings.chargeback_fees[dispute.currency_code] ?? 0),
          fee_party: settings.chargeback_fee_party,
        }
      : {}),
  }
  const moved = await disputesOf(container).moveCase(
    { id: dispute.id, to, actor: BY_GATEWAY, changes },
    disputeBooks(container)
  )
  if (!moved) {
    return dispute
  }
  if (to === "won" || to === "lost") {
    await correctReleases(container, { order_id: dispute.order_id })
    await tellOfChargeback(container, moved.dispute)
  }

  return moved.dispute
}

const amountOf = ({ claimed_minor, currency_code }: DisputeCase) => sayAmount(claimed_minor, currency_code)

const tellOfChargeback = (container: MedusaContainer, dispute: DisputeCase) =>
  notifyStaff(container, {
    key: `dispute:${dispute.id}:${dispute.state}`,
    title: dispute.state === "open" ? "A payment was charged back" : `A chargeback was ${dispute.state}`,
    description: `Case ${dispute.id} of ${amountOf(dispute)} on order ${dispute.order_id}; answer due ${dispute.due_at.toISOString()}.`,
  })

/** A payment that made no order cannot be answered for by itself: nothing of it is in any shop's balance. */
const tellOfStranger = (container: MedusaContainer, { gateway, told }: Told) =>
  notifyStaff(container, {
    key: `dispute:${gateway}:${told.gateway_dispute_id}:stranger`,
    title: "A payment without an order was charged back",
    description: `Answer dispute ${told.gateway_dispute_id} of payment ${told.reference} at ${gateway} by hand${told.due_at ? ` before ${told.due_at.toISOString()}` : ""}.`,
  })
