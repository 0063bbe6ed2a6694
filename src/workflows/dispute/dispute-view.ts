import type { MedusaContainer } from "@medusajs/framework/types"
import { toMajorUnits } from "../../lib/money"
import { boundVendor } from "../../lib/vendor-scope"
import type { CaseFilters, CasePage, DisputeCase, StoredShare } from "../../modules/dispute/types"
import { disputesOf } from "./books"
import { disputeNotFound } from "./refusals"

type Share = StoredShare & { dispute_id: string }

/** What all may know of a case. Amounts are decimals in major units. */
const common = (dispute: DisputeCase) => ({
  id: dispute.id,
  kind: dispute.kind,
  state: dispute.state,
  order_id: dispute.order_id,
  currency_code: dispute.currency_code,
  reason: dispute.reason,
  due_at: dispute.due_at,
  created_at: dispute.created_at,
  closed_at: dispute.closed_at,
})

const major = (minor: bigint, { currency_code }: DisputeCase) => toMajorUnits(minor, currency_code)

/** A shop sees its own share of a case, and not how large the whole is: that would tell what others have sold. */
const vendorView = (dispute: DisputeCase, shares: Share[]) => {
  const { order_id: _, ...rest } = common(dispute)

  return {
    ...rest,
    shares: shares.map((share) => ({
      vendor_order_id: share.vendor_order_id,
      amount: major(share.amount_minor, dispute),
      accepted_at: share.accepted_at,
    })),
    ruling: dispute.ruling,
    submitted_at: dispute.submitted_at,
  }
}

const buyerView = (dispute: DisputeCase, shares: Share[]) => ({
  ...common(dispute),
  amount: major(dispute.claimed_minor, dispute),
  vendor_order_ids: shares.map(({ vendor_order_id }) => vendor_order_id),
  ruling: dispute.ruling,
})

const staffView = (dispute: DisputeCase, shares: Share[]) => ({
  ...common(dispute),
  amount: major(dispute.claimed_minor, dispute),
  held: major(
    shares.reduce((sum, { amount_minor }) => sum + amount_minor, 0n),
    dispute
  ),
  gateway: dispute.gateway,
  gateway_dispute_id: dispute.gateway_dispute_id,
  reference: dispute.reference,
  opened_by: dispute.opened_by,
  act_at: dispute.act_at,
  submit_count: dispute.submit_count,
  submitted_at: dispute.submitted_at,
  last_error: dispute.last_error,
  refund_amount: dispute.refund_minor === null ? null : major(dispute.refund_minor, dispute),
  ruled_by: dispute.ruled_by,
  ruling: dispute.ruling,
  fee: major(dispute.fee_minor, dispute),
  fee_party: dispute.fee_party,
  shares: shares.map((share) => ({
    vendor_order_id: share.vendor_order_id,
    vendor_id: share.vendor_id,
    amount: major(share.amount_minor, dispute),
    accepted_at: share.accepted_at,
  })),
})

type View<Shown> = (dispute: DisputeCase, shares: Share[]) => Shown

const pageView = async <Shown>(
  container: MedusaContainer,
  { disputes, count }: { disputes: DisputeCase[]; count: number },
  { view, page, vendor_id }: { view: View<Shown>; page: CasePage; vendor_id?: string }
) => {
  const shares = await disputesOf(container).sharesOf(disputes.map(({ id }) => id))
  const seen = vendor_id ? shares.filter((share) => share.vendor_id === vendor_id) : shares

  return {
    disputes: disputes.map((dispute) =>
      view(
        dispute,
        seen.filter(({ dispute_id }) => dispute_id === dispute.id)
      )
    ),
    count,
    offset: page.skip,
    limit: page.take,
  }
}

export async function listVendorDisputes(
  container: MedusaContainer,
  filters: CaseFilters & { vendor_id: string },
  page: CasePage
) {
  const found = await disputesOf(container).pageOfVendorCases(filters, page)

  return pageView(container, found, { view: vendorView, page, vendor_id: boundVendor(filters.vendor_id) })
}

/** Of a signed-in buyer, or of one order whose reader has shown a link to it. */
export async function listBuyerDisputes(
  container: MedusaContainer,
  filters: CaseFilters & ({ customer_id: string } | { order_id: string }),
  page: CasePage
) {
  if (!filters.customer_id && !filters.order_id) {
    throw new RangeError("a query of a buyer's cases needs the buyer's id, or that of an order")
  }

  return pageView(container, await disputesOf(container).pageOfCases(filters, page), {
    view: buyerView,
    page,
  })
}

export const listAllDisputes = async (container: MedusaContainer, filters: CaseFilters, page: CasePage) =>
  pageView(container, await disputesOf(container).pageOfCases(filters, page), { view: staffView, page })

const OLDEST_FIRST = { order: { created_at: "ASC", id: "ASC" } } as const

/** @throws not found, also for a case of other shops */
export async function retrieveVendorDispute(container: MedusaContainer, vendorId: string, id: string) {
  const vendor_id = boundVendor(vendorId)
  const { dispute, shares } = await findFor(container, id)
  const own = shares.filter((share) => share.vendor_id === vendor_id)
  if (!own.length) {
    throw disputeNotFound(id)
  }
  const details = await detailsOf(container, id)

  return {
    ...vendorView(dispute, own),
    items: details.items.filter((item) => item.vendor_id === vendor_id).map(itemView),
    // What other shops write, and show, is theirs.
    messages: details.messages
      .filter((message) => message.vendor_id === null || message.vendor_id === vendor_id)
      .map(messageView),
    evidence: details.evidence.filter(isShownTo(vendor_id)).map(evidenceView),
  }
}

/** What a shop sees of the files of a case: its own, and the buyer's. */
const isShownTo = (vendor_id: string) => (file: { author: string; vendor_id: string | null }) =>
  file.author === "buyer" || file.vendor_id === vendor_id

/** @throws not found; whether the order is the reader's is for the caller to know */
export async function retrieveBuyerDispute(container: MedusaContainer, id: string) {
  const { dispute, shares } = await findFor(container, id)
  const { items, messages, evidence } = await detailsOf(container, id)

  return {
    ...buyerView(dispute, shares),
    items: items.map(itemView),
    messages: messages.map(messageView),
    evidence: evidence.filter(({ author }) => author === "buyer").map(evidenceView),
  }
}

/** @throws not found */
export async function retrieveDispute(container: MedusaContainer, id: string) {
  const { dispute, shares } = await findFor(container, id)
  const { items, messages, evidence } = await detailsOf(container, id)
  const history = await disputesOf(container).listDisputeTransitions({ dispute_id: id }, OLDEST_FIRST)

  return {
    ...staffView(dispute, shares),
    items: items.map(itemView),
    messages: messages.map((message) => ({ ...messageView(message), author_id: message.author_id })),
    evidence: evidence.map((file) => ({ ...evidenceView(file), vendor_id: file.vendor_id })),
    history: history.map(({ from_state, to_state, actor, reason, created_at }) => ({
      from_state,
      to_state,
      actor,
      reason,
      created_at,
    })),
  }
}

/** @throws not found */
export async function findFor(container: MedusaContainer, id: string) {
  const dispute = await disputesOf(container).findCase(id)
  if (!dispute) {
    throw disputeNotFound(id)
  }

  return { dispute, shares: await disputesOf(container).sharesOf([id]) }
}

async function detailsOf(container: MedusaContainer, dispute_id: string) {
  const disputes = disputesOf(container)
  const [items, messages, evidence] = await Promise.all([
    disputes.listDisputeItems({ dispute_id }, OLDEST_FIRST),
    disputes.listDisputeMessages({ dispute_id }, { ...OLDEST_FIRST, take: 500 }),
    disputes.listDisputeEvidences({ dispute_id }, OLDEST_FIRST),
  ])

  return { items, messages, evidence }
}

const itemView = (item: { vendor_order_id: string; vendor_order_line_id: string; title: string }) => ({
  vendor_order_id: item.vendor_order_id,
  line_id: item.vendor_order_line_id,
  title: item.title,
})

type Message = {
  id: string
  author: string
  vendor_id: string | null
  text: string
  created_at: Date | string
}

const messageView = ({ id, author, vendor_id, text, created_at }: Message) => ({
  id,
  author,
  vendor_id,
  text,
  created_at,
})

type Evidence = {
  id: string
  author: string
  filename: string
  mime_type: string
  size_bytes: number
  note: string | null
  created_at: Date | string
}

const evidenceView = ({ id, author, filename, mime_type, size_bytes, note, created_at }: Evidence) => ({
  id,
  author,
  filename,
  mime_type,
  size_bytes,
  note,
  created_at,
})
