import type { MedusaContainer } from "@medusajs/framework/types"
import { ErrorCode, notFound } from "../../lib/errors"
import type { DisputeAnswer } from "../../lib/gateway-dispute"
import { sayAmount } from "../../lib/money"
import { type EvidenceFacts, evidenceText } from "../../modules/dispute/domain/evidence-pack"
import type { DisputeCase } from "../../modules/dispute/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { vendorsById } from "../vendor/vendor-owners"
import { openDocument } from "../vendor-onboarding/document-file"
import { fulfilmentsOf } from "../vendor-order/own-fulfilment"
import { type OrderState, readOrderState } from "../vendor-order/read-order-state"
import { knownCarriers } from "../vendor-order/tracking"
import { disputesOf } from "./books"
import { retrieveVendorDispute } from "./dispute-view"
import { EVIDENCE } from "./evidence-owner"

const date = (value: Date | string | null) => (value ? new Date(value) : null)

/** Everything that speaks for the shops of a case, as the gateway takes it. */
export async function answerOf(
  container: MedusaContainer,
  dispute: DisputeCase,
  { message, has_file }: { message: string; has_file: boolean }
): Promise<DisputeAnswer> {
  const order = await readOrderState(container, dispute.order_id)
  const address = order.shipping_address
  const name = [address?.first_name, address?.last_name].filter(Boolean).join(" ")

  return {
    gateway_dispute_id: dispute.gateway_dispute_id ?? "",
    amount_minor: dispute.claimed_minor,
    currency_code: dispute.currency_code,
    message,
    buyer: {
      email: order.email ?? "",
      name: name || "not given",
      phone: address?.phone ?? "not given",
    },
    evidence: evidenceText(await factsOf(container, dispute, order)),
    file: has_file ? await newestFile(container, dispute.id) : null,
  }
}

/** A file of a case, deciphered. @throws not found when the case has none of that id */
export async function openEvidence(container: MedusaContainer, of: { dispute_id: string; id: string }) {
  const [file] = await disputesOf(container).listDisputeEvidences(of, { take: 1 })
  if (!file) {
    throw notFound(ErrorCode.DOCUMENT_NOT_FOUND, "There is no such file in this case.")
  }

  return { ...file, bytes: await openDocument(container, file, EVIDENCE) }
}

/** A file that a shop sees of a case of its, deciphered. @throws not found for all others */
export async function openVendorEvidence(
  container: MedusaContainer,
  of: { vendor_id: string; dispute_id: string; id: string }
) {
  const { evidence } = await retrieveVendorDispute(container, of.vendor_id, of.dispute_id)
  const shown = evidence.find(({ id }) => id === of.id)

  return openEvidence(container, { dispute_id: of.dispute_id, id: shown?.id ?? "" })
}

async function newestFile(container: MedusaContainer, dispute_id: string) {
  const [file] = await disputesOf(container).listDisputeEvidences(
    { dispute_id, author: "vendor" },
    { take: 1, order: { created_at: "DESC" } }
  )

  return file
    ? {
        filename: file.filename,
        mime_type: file.mime_type,
        bytes: await openDocument(container, file, EVIDENCE),
      }
    : null
}

async function factsOf(
  container: MedusaContainer,
  dispute: DisputeCase,
  order: OrderState
): Promise<EvidenceFacts> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const disputes = disputesOf(container)
  const all = await service.listVendorOrders(
    { order_id: dispute.order_id },
    { order: { display_number: "ASC" } }
  )
  const held = new Set((await disputes.sharesOf([dispute.id])).map(({ vendor_order_id }) => vendor_order_id))
  const [messages, files, refunds] = await Promise.all([
    disputes.listDisputeMessages(
      { dispute_id: dispute.id },
      { order: { created_at: "ASC", id: "ASC" }, take: 100 }
    ),
    disputes.listDisputeEvidences(
      { dispute_id: dispute.id, author: "vendor" },
      { order: { created_at: "ASC", id: "ASC" } }
    ),
    service.listVendorOrderRefunds(
      { vendor_order_id: all.map(({ id }) => id) },
      { order: { created_at: "ASC" } }
    ),
  ])
  const parts = held.size ? all.filter(({ id }) => held.has(id)) : all
  const amount = (minor: bigint) => sayAmount(minor, dispute.currency_code)

  return {
    reference: dispute.reference ?? "",
    order_number: all[0]?.display_number.replace(/-\d+$/, "") ?? dispute.order_id,
    placed_at: all[0]?.placed_at ? new Date(all[0].placed_at) : dispute.created_at,
    amount: amount(dispute.claimed_minor),
    shops: await shopsOf(container, { parts, order, amount }),
    delivery_address: addressLine(order),
    refunds: refunds.map((row) => ({
      amount: amount(BigInt(row.amount_minor)),
      made_at: new Date(row.created_at),
    })),
    messages: messages.map(({ author, text, created_at }) => ({ author, text, at: new Date(created_at) })),
    files: files.map(({ filename, note }) => ({ filename, note })),
  }
}

type Parts = Awaited<ReturnType<VendorOrderModuleService["listVendorOrders"]>>

async function shopsOf(
  container: MedusaContainer,
  { parts, order, amount }: { parts: Parts; order: OrderState; amount: (minor: bigint) => string }
): Promise<EvidenceFacts["shops"]> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const names = await vendorsById(
    container,
    parts.map(({ vendor_id }) => vendor_id)
  )

  return Promise.all(
    parts.map(async (part) => {
      const lines = await service.linesOfVendor(part.vendor_id, [part.id])

      return {
        name: names.get(part.vendor_id)?.name ?? part.vendor_id,
        number: part.display_number,
        items: lines
          .filter(({ kind }) => kind === "item")
          .map(({ title, quantity, total_minor }) => ({ title, quantity, total: amount(total_minor) })),
        parcels: fulfilmentsOf(order, lines)
          .filter(({ canceled_at }) => !canceled_at)
          .map((fulfilment) => ({
            shipped_at: date(fulfilment.shipped_at),
            delivered_at: date(fulfilment.delivered_at),
            tracking: fulfilment.labels.map(({ tracking_number, tracking_url }) => ({
              number: tracking_number,
              url: tracking_url || null,
              carrier: knownCarriers(fulfilment.metadata)[tracking_number] ?? null,
            })),
          })),
      }
    })
  )
}

function addressLine({ shipping_address: address }: OrderState): string | null {
  const parts = [
    address?.address_1,
    address?.address_2,
    address?.city,
    address?.province,
    address?.country_code,
  ]

  return parts.filter(Boolean).join(", ") || null
}
