import type { Context, MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, forbidden, notAllowed, notFound } from "../../lib/errors"
import { sumMinor, toMajorUnits } from "../../lib/money"
import { DEBT_MODULE } from "../../modules/debt"
import { hasLeft } from "../../modules/debt/domain/dunning"
import type DebtModuleService from "../../modules/debt/service"
import type { WriteOffBooks } from "../../modules/debt/service"
import type { WriteOffRecord } from "../../modules/debt/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import { buildWriteOff, type Cover, coverOf } from "../../modules/ledger/domain/write-off"
import type LedgerModuleService from "../../modules/ledger/service"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import { debtBooks } from "./books"

const refused = (why: string) => notAllowed(ErrorCode.WRITE_OFF_REFUSED, why)

/**
 * Asks that all that a shop owes in a currency be given up, but for what is still held of its own money: that covers the debt
 * when it is released. @throws not allowed for one that has not left, or owes no more than that
 */
export async function requestWriteOff(
  container: MedusaContainer,
  input: { vendor_id: string; currency_code: string; reason: string; by: string }
): Promise<WriteOffRecord> {
  const { vendor_id, currency_code, reason } = input
  const [vendor] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendors({ id: vendor_id }, { take: 1, select: ["id", "status"] })
  if (!vendor) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendor_id} was not found.`)
  }
  if (!hasLeft(vendor.status)) {
    throw refused("The shop still sells: what it owes is taken from its next sales.")
  }
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const cover = await heldOf(ledger, { vendor_id, currency_code })
  const owed = -(await ledger.availableOf({ vendor_id, currency_code }))
  if (owed <= 0n) {
    throw refused("The shop owes nothing in this currency.")
  }
  const amount_minor = owed - cover.amount_minor
  if (amount_minor <= 0n) {
    throw refused(`What is still held of the shop's own money covers what it owes: ${cover.named}.`)
  }
  const asked = await container
    .resolve<DebtModuleService>(DEBT_MODULE)
    .requestWriteOff({ vendor_id, currency_code, amount_minor, reason, requested_by: input.by })
  if (!asked) {
    throw refused("A write-off of this debt waits for its approval already.")
  }

  return asked
}

/** As the shop's balances name them. */
const HELD_AS: Record<Cover["type"], string> = {
  vendor_pending: "pending",
  vendor_reserved: "reserved",
  vendor_disputed: "disputed",
  vendor_deposit: "deposit",
  payouts_in_transit: "in transit",
}

async function heldOf(
  ledger: LedgerModuleService,
  { vendor_id, currency_code }: { vendor_id: string; currency_code: string },
  context?: Context
) {
  const cover = coverOf(await ledger.balances({ owner: vendor_id, currency_code }, context))

  return {
    amount_minor: sumMinor(cover.map(({ amount_minor }) => amount_minor)),
    named: cover
      .map(({ type, amount_minor }) => `${toMajorUnits(amount_minor, currency_code)} ${HELD_AS[type]}`)
      .join(", "),
  }
}

export type DecideWriteOffInput = { id: string; by: string; is_approved: boolean }

/** Another member of staff decides. @throws forbidden for whoever has asked for it */
export async function decideWriteOff(
  container: MedusaContainer,
  { id, by, is_approved }: DecideWriteOffInput
): Promise<WriteOffRecord> {
  const debts = container.resolve<DebtModuleService>(DEBT_MODULE)
  const found = await debts.findWriteOff(id)
  if (!found) {
    throw notFound(ErrorCode.WRITE_OFF_NOT_FOUND, `Write-off ${id} was not found.`)
  }
  const decided = is_approved
    ? await debts.approveWriteOff({ id, by }, booksOf(container))
    : await debts.rejectWriteOff({ id, by })
  if (!decided && found.state === "requested" && found.requested_by === by) {
    throw forbidden(ErrorCode.WRITE_OFF_OWN_REQUEST, "Nobody approves a write-off that they have asked for.")
  }
  if (!decided) {
    throw refused("This write-off is decided already.")
  }

  return decided
}

/** The shop may have paid, or sold, since it was asked for: never more is given up than is owed and not covered. */
const booksOf = (container: MedusaContainer): WriteOffBooks => ({
  ...debtBooks(container),
  post: async (writeOff, context) => {
    const { vendor_id, currency_code, amount_minor } = writeOff
    const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
    // Read first: what is released meanwhile then counts twice, never not at all.
    const cover = await heldOf(ledger, { vendor_id, currency_code }, context)
    const { owed_minor } = await ledger.lockOwed({ vendor_id, currency_code }, context)
    if (owed_minor - cover.amount_minor < amount_minor) {
      throw refused(
        "The shop owes less by now, or more of its own money is held: reject this, and ask for a write-off of what is left."
      )
    }
    await ledger.post(
      [buildWriteOff({ ...writeOff, write_off_id: writeOff.id, occurred_at: new Date() })],
      context
    )
  },
})

export const writeOffView = (record: WriteOffRecord) => ({
  id: record.id,
  vendor_id: record.vendor_id,
  currency_code: record.currency_code,
  amount: toMajorUnits(record.amount_minor, record.currency_code),
  state: record.state,
  reason: record.reason,
  requested_by: record.requested_by,
  decided_by: record.decided_by,
  decided_at: record.decided_at,
  created_at: record.created_at,
})

export async function listWriteOffs(container: MedusaContainer, page: { take: number; skip: number }) {
  const { write_offs, count } = await container.resolve<DebtModuleService>(DEBT_MODULE).pageOfWriteOffs(page)

  return { write_offs: write_offs.map(writeOffView), count, offset: page.skip, limit: page.take }
}
