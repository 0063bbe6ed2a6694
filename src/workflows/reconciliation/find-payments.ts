import type { MedusaContainer } from "@medusajs/framework/types"
import { DISPUTE_MODULE } from "../../modules/dispute"
import type DisputeModuleService from "../../modules/dispute/service"
import { GATEWAY_MODULE } from "../../modules/gateway"
import type GatewayModuleService from "../../modules/gateway/service"
import { LEDGER_MODULE } from "../../modules/ledger"
import { receiptKey } from "../../modules/ledger/domain/receipt"
import type LedgerModuleService from "../../modules/ledger/service"
import type { Finding } from "../../modules/reconciliation/domain/causes"
import { comparePayments, finding, type HeldPayment } from "../../modules/reconciliation/domain/compare"
import { CHUNK, chunksOf, type Scope } from "./scope"

const HOUR_MS = 3_600_000
/** Of one chunk of payments. */
const MOST_REFUNDS = 10_000
/** Calls that are under way, and clocks that differ. */
const MARGIN_MS = 5 * 60_000

/** Payments of the days in question: what the gateway lists, what we hold, and what is in the books. */
export async function findPaymentDrift(container: MedusaContainer, scope: Scope): Promise<Finding[]> {
  const { gateway, at, since, now } = scope
  const edge = new Date(now.getTime() - MARGIN_MS)
  // A list may begin a little earlier or later than it is asked to, so ours begins inside of it.
  const listed = (await at.charges(new Date(since.getTime() - HOUR_MS * 24))).filter(
    ({ paid_at }) => paid_at <= edge
  )
  const named: HeldPayment[] = []
  for (const chunk of chunksOf(listed)) {
    named.push(
      ...(await held(container, { gateway, reference: chunk.map(({ reference }) => reference) })),
      ...(await held(container, { gateway, gateway_id: chunk.map(({ gateway_id }) => gateway_id) }))
    )
  }
  const paid: HeldPayment[] = []
  for (let skip = 0; ; skip += CHUNK) {
    const page = await held(container, { gateway, paid_at: { $gte: since, $lte: edge } }, skip)
    paid.push(...page)
    if (page.length < CHUNK) {
      break
    }
  }

  return [...comparePayments(gateway, listed, { named, paid }), ...(await findUnfinished(container, scope))]
}

async function held(
  container: MedusaContainer,
  filters: Record<string, unknown>,
  skip = 0
): Promise<HeldPayment[]> {
  const rows = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .listGatewayTransactions(filters, { take: CHUNK, skip, order: { id: "ASC" } })
  const keys = rows.map(({ gateway, reference }) => receiptKey(gateway, reference))
  const receipts = keys.length
    ? await container
        .resolve<LedgerModuleService>(LEDGER_MODULE)
        .listLedgerEntries({ idempotency_key: keys }, { take: keys.length, select: ["idempotency_key"] })
    : []
  const posted = new Set(receipts.map(({ idempotency_key }) => idempotency_key))

  const returned = await returnedOf(
    container,
    rows.map(({ reference }) => reference)
  )

  return rows.map((row) => ({
    reference: row.reference,
    gateway_id: row.gateway_id,
    paid_minor: row.paid_minor === null ? null : BigInt(row.paid_minor),
    currency_code: row.paid_currency_code ?? row.currency_code,
    is_receipted: posted.has(receiptKey(row.gateway, row.reference)),
    returned_minor: returned.get(row.reference) ?? 0n,
  }))
}

/** What went back of payments, or was lost to banks, by their references. */
async function returnedOf(container: MedusaContainer, references: string[]): Promise<Map<string, bigint>> {
  if (!references.length) {
    return new Map()
  }
  const refunds = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .listGatewayRefunds({ reference: references, state: ["pending", "processed"] }, { take: MOST_REFUNDS })
  const cases = await container
    .resolve<DisputeModuleService>(DISPUTE_MODULE)
    .listDisputes({ reference: references, kind: "chargeback", state: "lost" }, { take: MOST_REFUNDS })
  const returned = new Map<string, bigint>()
  for (const { reference, minor } of [
    ...refunds.map((refund) => ({ reference: refund.reference, minor: refund.amount_minor })),
    ...cases.map((one) => ({ reference: one.reference ?? "", minor: one.claimed_minor })),
  ]) {
    returned.set(reference, (returned.get(reference) ?? 0n) + BigInt(minor))
  }

  return returned
}

/** Payments whose session has neither become an order nor got its money back. */
async function findUnfinished(container: MedusaContainer, { gateway, now }: Scope): Promise<Finding[]> {
  const rows = await container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .listGatewayTransactions(
      { gateway, settled_at: null, paid_at: { $lte: new Date(now.getTime() - HOUR_MS) } },
      { take: CHUNK, order: { id: "ASC" } }
    )

  return rows.map((row) =>
    finding("payment_not_settled", {
      gateway,
      reference: row.reference,
      currency_code: row.paid_currency_code ?? row.currency_code,
      expected_minor: row.paid_minor === null ? null : BigInt(row.paid_minor),
    })
  )
}
