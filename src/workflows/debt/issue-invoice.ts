import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ErrorCode, notAllowed, notFound } from "../../lib/errors"
import { sayAmount } from "../../lib/money"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import { DEBT_MODULE } from "../../modules/debt"
import { dueAt } from "../../modules/debt/domain/invoice"
import type DebtModuleService from "../../modules/debt/service"
import type { InvoiceRecord } from "../../modules/debt/types"
import { VENDOR_MODULE } from "../../modules/vendor"
import type { Vendor } from "../../modules/vendor/models/vendor"
import type VendorModuleService from "../../modules/vendor/service"
import { sendMessage } from "../access/steps/send-message"
import { callInCash } from "../pay-on-delivery/owe-old-cash"
import { debtBooks } from "./books"

export type IssueInvoiceInput = { vendor_id: string; currency_code: string; by: string }

type Shop = InferTypeOf<typeof Vendor>

/** The open invoice of what a shop owes, or a new one, of which the shop is told; null when it owes nothing. */
export async function issueInvoice(
  container: MedusaContainer,
  { vendor_id, currency_code, by }: IssueInvoiceInput,
  now: Date
): Promise<{ invoice: InvoiceRecord; is_new: boolean } | null> {
  const { debt_invoice_due_days } = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  const [shop] = await container
    .resolve<VendorModuleService>(VENDOR_MODULE)
    .listVendors({ id: vendor_id }, { take: 1 })
  if (!shop) {
    throw notFound(ErrorCode.VENDOR_NOT_FOUND, `Vendor ${vendor_id} was not found.`)
  }
  const issued = await container.resolve<DebtModuleService>(DEBT_MODULE).issueInvoice(
    {
      vendor_id,
      currency_code,
      shop_name: shop.name,
      address_lines: addressOf(shop),
      issued_by: by,
      issued_at: now,
      due_at: dueAt(now, debt_invoice_due_days),
    },
    debtBooks(container)
  )
  if (issued?.is_new) {
    await tellShop(container, shop, issued.invoice)
  }

  return issued
}

/** What is not known is left out. */
function addressOf(shop: Shop): string[] {
  const { address_1, address_2, postal_code, city, province, country_code } = shop

  return [
    address_1,
    address_2,
    [postal_code, city].filter(Boolean).join(" "),
    province,
    country_code?.toUpperCase(),
  ].flatMap((line) => line || [])
}

/** After the invoice is there: a message that does not get through takes nothing back, and the reminders go on. */
async function tellShop(container: MedusaContainer, shop: Shop, invoice: InvoiceRecord): Promise<void> {
  const { amount_minor, currency_code, number, due_at } = invoice
  await sendMessage(container, {
    channel: "email",
    to: shop.contact_email,
    template: "shop_debt_invoice",
    data: {
      vendor_name: shop.name,
      number,
      amount: sayAmount(amount_minor, currency_code),
      due: due_at.toISOString().slice(0, 10),
    },
  }).catch((error: unknown) =>
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Vendor ${shop.id} was not told of ${number}: ${error instanceof Error ? error.message : error}`)
  )
}

export type AskForInvoiceInput = IssueInvoiceInput & {
  /** The cash that the shop has collected at the door is called in first. */
  includes_cash: boolean
}

/** For staff who ask for one. @throws not allowed where nothing is owed */
export async function issueAsked(
  container: MedusaContainer,
  { includes_cash, ...input }: AskForInvoiceInput
): Promise<{ invoice: InvoiceRecord; is_new: boolean }> {
  if (includes_cash) {
    await callInCash(container, input)
  }
  const issued = await issueInvoice(container, input, new Date())
  if (!issued) {
    throw notAllowed(ErrorCode.DEBT_INVOICE_REFUSED, "The shop owes nothing in this currency.")
  }

  return issued
}

/** Staff take an invoice back; the debt stays, and is not invoiced again by itself. */
export async function cancelInvoice(
  container: MedusaContainer,
  { id, by, reason }: { id: string; by: string; reason: string }
): Promise<InvoiceRecord> {
  const debts = container.resolve<DebtModuleService>(DEBT_MODULE)
  if (!(await debts.findInvoice(id))) {
    throw notFound(ErrorCode.DEBT_INVOICE_NOT_FOUND, `Invoice ${id} was not found.`)
  }
  const canceled = await debts.cancelInvoice({ id, by, reason })
  if (!canceled) {
    throw notAllowed(ErrorCode.DEBT_INVOICE_REFUSED, "This invoice has ended already.")
  }

  return canceled
}
