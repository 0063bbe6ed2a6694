import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { toMajorUnits } from "../../lib/money"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import { DEBT_MODULE } from "../../modules/debt"
import { hasLeft, isReminderDue } from "../../modules/debt/domain/dunning"
import type DebtModuleService from "../../modules/debt/service"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import type { Balance } from "../../modules/ledger/types"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import { sendMessage } from "../access/steps/send-message"
import { notifyStaff } from "../notify-staff"
import { takeReceivables } from "../split/take-receivables"

const PAGE = 500

type Run = { container: MedusaContainer; now: Date; every_days: number }

/** Tells every shop that owes the platform something, again after some days, and forgets those that owe nothing any more. */
export async function dunDebts(
  container: MedusaContainer,
  now: Date
): Promise<{ owing: number; reminded: number }> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const debts = container.resolve<DebtModuleService>(DEBT_MODULE)
  const { debt_reminder_days } = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  const run = { container, now, every_days: debt_reminder_days }
  const done = { owing: 0, reminded: 0 }
  await takeReceivables(container)
  for (let skip = 0; ; skip += PAGE) {
    const { balances } = await ledger.listBalances({ type: "vendor_available" }, { take: PAGE, skip })
    // Debit is what the vendor owes.
    for (const balance of balances.filter(({ balance_minor }) => balance_minor > 0n)) {
      done.owing += 1
      done.reminded += (await dun(run, balance)) ? 1 : 0
    }
    if (balances.length < PAGE) {
      await debts.forgetUnseen(now)
      return done
    }
  }
}

async function dun({ container, now, every_days }: Run, balance: Balance): Promise<boolean> {
  const { owner: vendor_id, currency_code, balance_minor } = balance
  if (!vendor_id) {
    return false
  }
  const debts = container.resolve<DebtModuleService>(DEBT_MODULE)
  const debt = await debts.seeDebt({ vendor_id, currency_code, now })
  if (!isReminderDue(debt.reminded_at, every_days, now)) {
    return false
  }
  const [vendor] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendors({ id: vendor_id }, { take: 1, select: ["id", "name", "contact_email", "status"] })
  await debts.noteReminder({ vendor_id, currency_code, now })
  if (!vendor) {
    return false
  }
  const amount = `${toMajorUnits(balance_minor, currency_code)} ${currency_code.toUpperCase()}`
  await sendMessage(container, {
    channel: "email",
    to: vendor.contact_email,
    template: "shop_owes",
    data: { vendor_name: vendor.name, amount, since: debt.since.toISOString().slice(0, 10) },
  }).catch((error: unknown) =>
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Vendor ${vendor_id} was not told of its debt: ${error instanceof Error ? error.message : error}`)
  )
  if (hasLeft(vendor.status)) {
    await notifyStaff(container, {
      key: `debt:${vendor_id}:${currency_code}`,
      title: "A shop that has left owes money",
      description: `Vendor ${vendor_id} is ${vendor.status} and owes ${amount}: collect it, or have it written off.`,
    })
  }

  return true
}
