import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { sayAmount } from "../../lib/money"
import { ACCESS_MODULE } from "../../modules/access"
import type { Settings } from "../../modules/access/domain/settings"
import type AccessModuleService from "../../modules/access/service"
import { DEBT_MODULE } from "../../modules/debt"
import { hasLeft, isReminderDue } from "../../modules/debt/domain/dunning"
import { isInvoiceDue } from "../../modules/debt/domain/invoice"
import type DebtModuleService from "../../modules/debt/service"
import type { DebtRecord } from "../../modules/debt/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import type LedgerModuleService from "../../modules/ledger/service"
import type { Balance } from "../../modules/ledger/types"
import { VENDOR_MODULE } from "../../modules/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import { sendMessage } from "../access/steps/send-message"
import { notifyStaff } from "../notify-staff"
import { takeReceivables } from "../split/take-receivables"
import { debtBooks } from "./books"
import { issueInvoice } from "./issue-invoice"

const PAGE = 500

type Run = { container: MedusaContainer; now: Date; settings: Settings }

/**
 * Tells every shop that owes the platform something, again after some days, invoices what is old, and forgets those that owe
 * nothing any more.
 */
export async function dunDebts(
  container: MedusaContainer,
  now: Date
): Promise<{ owing: number; reminded: number; invoiced: number }> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const debts = container.resolve<DebtModuleService>(DEBT_MODULE)
  const settings = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  const run = { container, now, settings }
  const done = { owing: 0, reminded: 0, invoiced: 0 }
  await takeReceivables(container)
  await followInvoices(container)
  for (let skip = 0; ; skip += PAGE) {
    const { balances } = await ledger.listBalances({ type: "vendor_available" }, { take: PAGE, skip })
    // Debit is what the vendor owes.
    for (const balance of balances.filter(({ balance_minor }) => balance_minor > 0n)) {
      const { is_reminded, is_invoiced } = await dun(run, balance)
      done.owing += 1
      done.reminded += is_reminded ? 1 : 0
      done.invoiced += is_invoiced ? 1 : 0
    }
    if (balances.length < PAGE) {
      await debts.forgetUnseen(now)
      return done
    }
  }
}

async function dun(run: Run, balance: Balance): Promise<{ is_reminded: boolean; is_invoiced: boolean }> {
  const { owner: vendor_id, currency_code } = balance
  if (!vendor_id) {
    return { is_reminded: false, is_invoiced: false }
  }
  const debt = await run.container
    .resolve<DebtModuleService>(DEBT_MODULE)
    .seeDebt({ vendor_id, currency_code, now: run.now })

  return { is_reminded: await remind(run, debt, balance), is_invoiced: await invoice(run, debt) }
}

/** One that does not work out must not stop the others. */
async function invoice({ container, now, settings }: Run, debt: DebtRecord): Promise<boolean> {
  const { vendor_id, currency_code } = debt
  if (!isInvoiceDue(debt, settings.debt_invoice_after_days, now)) {
    return false
  }
  try {
    const issued = await issueInvoice(container, { vendor_id, currency_code, by: "system" }, now)

    return issued?.is_new ?? false
  } catch (error) {
    warn(container, `Vendor ${vendor_id} was not invoiced what it owes`, error)

    return false
  }
}

/** What has ended since the last run, whether something is still owed or not. */
async function followInvoices(container: MedusaContainer): Promise<void> {
  const debts = container.resolve<DebtModuleService>(DEBT_MODULE)
  let after = ""
  for (;;) {
    const open = await debts.openInvoicesAfter({ after, take: PAGE })
    for (const { vendor_id, currency_code } of open) {
      await debts.followInvoice({ vendor_id, currency_code, by: "netting" }, debtBooks(container))
    }
    const last = open.at(-1)
    if (!last) {
      return
    }
    after = last.id
  }
}

async function remind(
  { container, now, settings }: Run,
  debt: DebtRecord,
  balance: Balance
): Promise<boolean> {
  const { vendor_id, currency_code } = debt
  if (!isReminderDue(debt.reminded_at, settings.debt_reminder_days, now)) {
    return false
  }
  const [vendor] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendors({ id: vendor_id }, { take: 1, select: ["id", "name", "contact_email", "status"] })
  await container.resolve<DebtModuleService>(DEBT_MODULE).noteReminder({ vendor_id, currency_code, now })
  if (!vendor) {
    return false
  }
  const amount = sayAmount(balance.balance_minor, currency_code)
  await sendMessage(container, {
    channel: "email",
    to: vendor.contact_email,
    template: "shop_owes",
    data: { vendor_name: vendor.name, amount, since: debt.since.toISOString().slice(0, 10) },
  }).catch((error: unknown) => warn(container, `Vendor ${vendor_id} was not told of its debt`, error))
  if (hasLeft(vendor.status)) {
    await notifyStaff(container, {
      key: `debt:${vendor_id}:${currency_code}`,
      title: "A shop that has left owes money",
      description: `Vendor ${vendor_id} is ${vendor.status} and owes ${amount}: collect it, or have it written off.`,
    })
  }

  return true
}

const warn = (container: MedusaContainer, what: string, error: unknown) =>
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .warn(`${what}: ${error instanceof Error ? error.message : error}`)
