import type { MedusaContainer } from "@medusajs/framework/types"
import { sumMinor } from "../../lib/money"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { LEDGER_MODULE } from "../../modules/ledger"
import { buildSplitEnd, buildSplitUnsold } from "../../modules/ledger/domain/split"
import type LedgerModuleService from "../../modules/ledger/service"
import { SETTLEMENT_MODULE } from "../../modules/settlement"
import type SettlementModuleService from "../../modules/settlement/service"
import type { SettlementItem } from "../../modules/settlement/types"
import { SPLIT_MODULE } from "../../modules/split"
import { decideEnd, type ShareEvidence } from "../../modules/split/domain/share"
import type SplitModuleService from "../../modules/split/service"
import type { ShareRecord } from "../../modules/split/types"
import { splitPaymentOf } from "./sale-books"

const PAGE = 200
const DAY_MS = 86_400_000
/** A share that has not ended this long after its payment is a matter for people. */
const LOOK_BACK_DAYS = 90

export type SharesEnded = { ended: number; failures: string[] }

/** Finds out what became of the shares that gateways were told to pay, from what their final records say. */
export async function endShares(container: MedusaContainer, now: Date): Promise<SharesEnded> {
  const done: SharesEnded = { ended: 0, failures: [] }
  for (const gateway of container.resolve<GatewayModuleService>(GATEWAY_MODULE).gatewaysWithSplits()) {
    try {
      await takeOnAll(container, gateway, now)
      done.ended += await endAll(container, gateway)
    } catch (error) {
      done.failures.push(`shares of ${gateway}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  return done
}

/** Also of payments that have not become an order: the gateway splits them all the same. */
async function takeOnAll(container: MedusaContainer, gateway: string, now: Date): Promise<void> {
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * DAY_MS)
  let after = ""
  for (;;) {
    const page = await gateways.splitPayments({ gateway, since, after, take: PAGE })
    await container.resolve<SplitModuleService>(SPLIT_MODULE).takeOn(page.map(splitPaymentOf))
    const last = page.at(-1)
    if (!last) {
      return
    }
    after = last.id
  }
}

async function endAll(container: MedusaContainer, gateway: string): Promise<number> {
  const splits = container.resolve<SplitModuleService>(SPLIT_MODULE)
  let ended = 0
  let after = ""
  for (;;) {
    const page = await splits.openAfter({ gateway, after, take: PAGE })
    const last = page.at(-1)
    if (!last) {
      return ended
    }
    for (const told of await evidenceOf(container, gateway, page)) {
      ended += (await endOne(container, told)) ? 1 : 0
    }
    after = last.id
  }
}

/** True when the share has ended by this. */
async function endOne(
  container: MedusaContainer,
  { share, evidence, is_given_back }: ToldShare
): Promise<boolean> {
  const splits = container.resolve<SplitModuleService>(SPLIT_MODULE)
  if (share.state === "settled") {
    return is_given_back && (await splits.oweUnsold(share.id, unsoldBooks(container)))
  }
  const end = decideEnd(evidence)

  return end !== null && (await splits.end(share.id, end, endBooks(container)))
}

const endBooks =
  (container: MedusaContainer): Parameters<SplitModuleService["end"]>[2] =>
  async (share, context) => {
    const paid_minor = share.paid_minor ?? 0n
    const entry = buildSplitEnd({ ...share, paid_minor, occurred_at: new Date() })
    await container.resolve<LedgerModuleService>(LEDGER_MODULE).post([entry], context)
  }

const unsoldBooks =
  (container: MedusaContainer): Parameters<SplitModuleService["oweUnsold"]>[1] =>
  async (share, context) => {
    const share_minor = share.paid_minor ?? 0n
    const entry = buildSplitUnsold({ ...share, share_minor, occurred_at: new Date() })
    await container.resolve<LedgerModuleService>(LEDGER_MODULE).post([entry], context)
  }

type ToldShare = {
  share: ShareRecord
  evidence: ShareEvidence
  /** The payment has gone back to the buyer. */
  is_given_back: boolean
}

/** What the gateway's records say of each share. */
async function evidenceOf(
  container: MedusaContainer,
  gateway: string,
  shares: ShareRecord[]
): Promise<ToldShare[]> {
  const gateways = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const references = [...new Set(shares.map(({ reference }) => reference))]
  const payments = await gateways.listGatewayTransactions(
    { reference: references },
    { take: references.length, select: ["reference", "gateway_id", "outcome", "settled_at"] }
  )
  const items = await container.resolve<SettlementModuleService>(SETTLEMENT_MODULE).itemsOf(references)
  const paid = await paidOf(container, gateway, shares)

  return shares.map((share) => {
    const payment = payments.find(({ reference }) => reference === share.reference)
    const own = paid.filter(
      ({ subaccount_code, gateway_id }) =>
        subaccount_code === share.subaccount_code && gateway_id === payment?.gateway_id
    )

    return {
      share,
      is_given_back: Boolean(payment?.settled_at) && payment?.outcome === "refunded",
      evidence: {
        paid_minor: own.length ? sumMinor(own.map(({ amount_minor }) => amount_minor)) : null,
        main: mainRecordOf(items, { gateway, gateway_id: payment?.gateway_id ?? null }),
      },
    }
  })
}

async function paidOf(container: MedusaContainer, gateway: string, shares: ShareRecord[]) {
  const frozen = shares.filter(({ state }) => state === "frozen")
  const at = container.resolve<GatewayModuleService>(GATEWAY_MODULE).splitsAt(gateway)
  if (!at || !frozen.length) {
    return []
  }
  const oldest = Math.min(...frozen.map(({ paid_at }) => paid_at.getTime()))

  return at.paidShares(
    [...new Set(frozen.map(({ subaccount_code }) => subaccount_code))],
    new Date(oldest - DAY_MS)
  )
}

/** The platform's own settlement of a payment, where it is final. */
function mainRecordOf(items: SettlementItem[], of: { gateway: string; gateway_id: string | null }) {
  const item = items.find(
    ({ gateway, gateway_id, is_final }) => is_final && gateway === of.gateway && gateway_id === of.gateway_id
  )

  return item
    ? { is_explained: item.is_explained && item.state === "matched", split_minor: item.split_minor }
    : null
}
