import type { MedusaContainer } from "@medusajs/framework/types"
import { sumMinor } from "../../lib/money"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import type { CauseCode, Finding } from "../../modules/reconciliation/domain/causes"
import { finding } from "../../modules/reconciliation/domain/compare"
import { CHUNK } from "./scope"

const HOUR_MS = 3_600_000

/** Payouts that are not at their end, and for how long that is usual. */
const USUAL_MS: Record<string, { cause: CauseCode; ms: number }> = {
  posting: { cause: "payout_unresolved", ms: HOUR_MS },
  unknown: { cause: "payout_unresolved", ms: HOUR_MS },
  needs_otp: { cause: "payout_waits_for_code", ms: HOUR_MS },
  pending: { cause: "payout_slow", ms: 48 * HOUR_MS },
}

const HELD = ["awaiting_approval", "ready", "posting", "unknown", "needs_otp", "pending"]

export type OpenPayout = {
  id: string
  rail: string
  state: string
  currency_code: string
  amount_minor: bigint
  fee_minor: bigint
  posted_at: Date | null
}

/** All payouts whose money the books hold. */
export async function openPayouts(container: MedusaContainer): Promise<OpenPayout[]> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const found: OpenPayout[] = []
  for (let skip = 0; ; skip += CHUNK) {
    const rows = await payouts.listPayouts({ state: HELD }, { take: CHUNK, skip, order: { id: "ASC" } })
    found.push(
      ...rows.map(({ id, rail, state, currency_code, amount_minor, fee_minor, posted_at }) => ({
        id,
        rail,
        state,
        currency_code,
        amount_minor: BigInt(amount_minor),
        fee_minor: BigInt(fee_minor),
        posted_at: posted_at === null ? null : new Date(posted_at),
      }))
    )
    if (rows.length < CHUNK) {
      return found
    }
  }
}

/** Payouts that should have ended, and what the books hold for those that have not. */
export async function findTransferDrift(container: MedusaContainer, now: Date): Promise<Finding[]> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const open = await openPayouts(container)
  const late = open.flatMap((payout) => {
    const usual = USUAL_MS[payout.state]
    const since = payout.posted_at?.getTime() ?? now.getTime()
    // What people carry out takes as long as they do.
    return usual && now.getTime() - since > usual.ms && !payouts.isManual(payout.rail)
      ? [
          finding(usual.cause, {
            gateway: payout.rail,
            reference: payout.id,
            currency_code: payout.currency_code,
            expected_minor: payout.amount_minor,
          }),
        ]
      : []
  })

  return [...late, ...(await findInTransit(container, open))]
}

async function findInTransit(container: MedusaContainer, open: OpenPayout[]): Promise<Finding[]> {
  const balances = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .balances({ type: "payouts_in_transit" })
  const currencies = new Set([...balances, ...open].map(({ currency_code }) => currency_code))

  return [...currencies].flatMap((currency_code) => {
    const own = <Row extends { currency_code: string }>(rows: Row[]) =>
      rows.filter((row) => row.currency_code === currency_code)
    const expected_minor = sumMinor(own(open).map(({ amount_minor }) => amount_minor))
    const found_minor = -sumMinor(own(balances).map(({ balance_minor }) => balance_minor))

    return expected_minor === found_minor
      ? []
      : [finding("transit_differs", { currency_code, expected_minor, found_minor })]
  })
}
