import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { VENDOR_MODULE } from "../../src/modules/vendor"
import { keepReportsWorkflow } from "../../src/workflows/report/workflows/keep-reports"
import { sealDocument } from "../../src/workflows/vendor-onboarding/document-file"
import { addDocumentWorkflow } from "../../src/workflows/vendor-onboarding/workflows/add-document"
import { ACCOUNT_NUMBER, PRIVATE_MARK } from "./marks"
import { makeShopProduct } from "./records/shop-product"
import { moduleOf, must, type World } from "./world"

const BUYER = {
  email: `${PRIVATE_MARK}@example.com`,
  shipping_address: {
    first_name: PRIVATE_MARK,
    last_name: PRIVATE_MARK,
    address_1: PRIVATE_MARK,
    city: PRIVATE_MARK,
    country_code: "ng",
    phone: "+2348099999999",
  },
}

/** One order of both shops, and one of the other shop alone from a buyer whom the first shop has never met. */
export async function buyFromBoth(world: World): Promise<void> {
  const [own, foreign] = [world.shop, world.other].map(({ products }) => products[0]!.variant_id) as [
    string,
    string,
  ]
  await buy(world, [own, foreign])
  const order_id = await buy(world, [foreign], BUYER)
  // Whoever knows an order's id may see it for a day (the confirmation page of a storefront).
  await world.sql(`update "order" set created_at = created_at - interval '2 days' where id = ?`, [order_id])
  await world.sql(
    `update cart set completed_at = completed_at - interval '2 days'
     where id in (select cart_id from order_cart where order_id = ?)`,
    [order_id]
  )
}

async function buy({ shopper, market }: World, variants: string[], buyer?: object): Promise<string> {
  const cart = await shopper.createCart(market.region_id, variants)
  if (buyer) {
    await shopper.must("POST", `/store/carts/${cart.id}`, buyer)
  }
  await shopper.chooseAnyShipping(cart.id)
  await shopper.startPayment(cart.id, "pp_system_default")
  const { status, body } = await shopper.complete(cart.id)
  if (!body.order) {
    throw new Error(`The purchase failed: ${status} ${JSON.stringify(body)}`)
  }

  return body.order.id
}

/**
 * Gives the other shop one of each thing that a shop can have and that no request of the walk makes for it. The recipes
 * have made its orders, parcels, returns, invitations and keys.
 */
export async function fillOtherShop(world: World): Promise<void> {
  const { other, people, container } = world
  const owner = people["other-shop"]!.id
  await must(world.clients["other-shop"], "POST", "/vendor/bank-account", {
    bank_code: "058",
    account_number: ACCOUNT_NUMBER,
    account_name: PRIVATE_MARK,
    currency_code: "ngn",
  })
  await addDocumentWorkflow(container).run({
    input: {
      vendor_id: other.id,
      document: sealDocument(Buffer.from(`%PDF-1.7 ${PRIVATE_MARK}`), "licence.pdf"),
      actor: owner,
    },
  })
  await makeShopProduct({ ...world, shop: other })
  const [promotion] = await moduleOf(world, Modules.PROMOTION).createPromotions([
    {
      code: "OTHER",
      type: "standard",
      status: "active",
      application_method: { type: "fixed", target_type: "order", value: 5, currency_code: "ngn" },
    },
  ])
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.PROMOTION]: { promotion_id: promotion!.id },
    [VENDOR_MODULE]: { vendor_id: other.id },
  })
  for (const statement of ROWS) {
    await world.sql(statement, [other.id])
  }
}

const BUYERS_PART = `(select v.id from vendor_order v join "order" o on o.id = v.order_id
  where v.vendor_id = vendor.id and o.email like '${PRIVATE_MARK}%')`

/** Each is about the shop whose id is `?`. */
/**
 * Works out the sums of all that was sold. They are worked out by whoever asks for a report first, also those of others' parts of
 * an order, so that a request which comes later must find nothing to do. A mark of the other shop's own stays.
 */
export async function settleReports(world: World): Promise<void> {
  await keepReportsWorkflow(world.container).run()
  await world.sql("insert into report_mark (at, vendor_id) values (now(), ?)", [world.other.id])
}

const ROWS = [
  `insert into vendor_member (id, vendor_id, user_id, role)
    select 'vmem_marked', vendor.id, staff_member.user_id, 'support' from vendor, staff_member
    where vendor.id = ? and staff_member.role = 'read-only'`,
  `update access_session set vendor_id = vendor.id from vendor
    where vendor.id = ? and actor_id in (select user_id from vendor_member where vendor_id = vendor.id)`,
  `insert into vendor_requirement (id, vendor_id, key, state, submitted_at)
    select 'vreq_marked', id, 'agreement', 'submitted', now() from vendor where id = ?`,
  `insert into vendor_status_change (id, vendor_id, from_status, to_status, actor)
    select 'vsch_marked', id, 'pending', 'approved', 'staff' from vendor where id = ?`,
  `insert into product_decision (id, vendor_id, product_id, decision, actor)
    select 'pdec_marked', vendor_id, product_id, 'approved', 'staff' from product_vendor where vendor_id = ? limit 1`,
  `insert into vendor_stock_threshold (id, vendor_id, pieces) select 'iitem_marked', id, 3 from vendor where id = ?`,
  `insert into product_slot (product_id, vendor_id, expires_at)
    select 'prod_marked', id, now() + interval '1 day' from vendor where id = ?`,
  `insert into upload_usage (id, vendor_id, files, kilobytes) select id || ':marked', id, 1, 1 from vendor where id = ?`,
  `insert into vendor_order_cancellation (id, vendor_order_id, order_id, vendor_id, stage, amount_minor, actor, reason)
    select 'voc_marked', vendor_order.id, order_id, vendor_id, 'refunded', 0, 'user', 'none'
    from vendor join vendor_order on vendor_order.id = ${BUYERS_PART} where vendor.id = ?`,
  `insert into vendor_order_refund (id, vendor_order_id, refund_key, amount_minor, commission_minor, platform_discount_minor)
    select 'vor_marked', ${BUYERS_PART}, 'marked', 0, 0, 0 from vendor where id = ?`,
  `insert into vendor_order_delivery (vendor_order_id, tries) select ${BUYERS_PART}, 1 from vendor where id = ?`,
  `insert into vendor_order_collection (vendor_order_id, order_id, vendor_id, currency_code, amount_minor, note)
    select o.id, o.order_id, o.vendor_id, 'ngn', 5, '${PRIVATE_MARK}' from vendor join vendor_order o on o.id = ${BUYERS_PART}
    where vendor.id = ?`,
  `insert into vendor_order_refund_request (id, vendor_order_id, order_id, vendor_id, idempotency_key, wanted, lines, amount_minor,
      withheld_minor, commission_minor, commission_tax_minor, withholding_minor, platform_discount_minor, stage, reason_code, fault,
      note, actor)
    select 'vorr_marked', ${BUYERS_PART}, 'order_marked', id, 'marked', 'marked', '[]', 5, 0, 0, 0, 0, 0, 'made', 'goodwill', 'platform',
      '${PRIVATE_MARK}', 'user_marked' from vendor where id = ?`,
  ...["day", "month", "year"].map(
    (grain) => `insert into report_product_${grain}
      (vendor_id, currency_code, product_id, ${grain}_at, orders, units, gross_minor, net_minor)
      select id, 'ngn', 'prod_marked', '2020-01-01', 1, 1, 5, 5 from vendor where id = ?`
  ),
  `insert into debt (id, vendor_id, currency_code, since, seen_at)
    select 'debt_marked', id, 'ngn', now(), now() from vendor where id = ?`,
  `insert into write_off (id, vendor_id, currency_code, amount_minor, state, reason, requested_by)
    select 'woff_marked', id, 'ngn', 5, 'rejected', '${PRIVATE_MARK}', 'user_marked' from vendor where id = ?`,
  `insert into debt_invoice (id, number, vendor_id, currency_code, amount_minor, state, parts, shop_name, address_lines, from_seq,
      credited_minor, issued_by, issued_at, due_at, closed_at, canceled_by, canceled_reason)
    select 'dinv_marked', 'DN-MARKED', id, 'ngn', 5, 'canceled', '[]', '${PRIVATE_MARK}', '["${PRIVATE_MARK}"]', 0, 0,
      'user_marked', now(), now(), now(), 'user_marked', '${PRIVATE_MARK}' from vendor where id = ?`,
  `insert into payout (id, vendor_id, currency_code, amount_minor, state, origin, rail, reference, bank_account_id,
      account_last4, reason)
    select 'pout_marked', id, 'ngn', 5, 'failed', 'schedule', 'manual', 'po-marked-marked', 'vbank_marked', '4579',
      '${PRIVATE_MARK}' from vendor where id = ?`,
  `insert into payout_release (vendor_order_id, order_id, vendor_id, currency_code)
    select 'vord_marked', 'order_marked', id, 'ngn' from vendor where id = ?`,
  `insert into payout_match_hold (vendor_order_id, order_id, vendor_id, currency_code, kinds, reason, state, decided_by, decided_at)
    select 'vord_marked', 'order_marked', id, 'ngn', '{phone}', '${PRIVATE_MARK}', 'kept', 'user_marked', now()
    from vendor where id = ?`,
  `insert into split_share (id, gateway, reference, vendor_id, currency_code, subaccount_code, share_minor, state, paid_at, ended_at)
    select 'spsh_marked', 'walk', 'marked', id, 'ngn', '${PRIVATE_MARK}', 5, 'missing', now(), now() from vendor where id = ?`,
  `insert into split_subaccount (id, vendor_id, gateway, code)
    select 'spsa_marked', id, 'walk', '${PRIVATE_MARK}' from vendor where id = ?`,
  `insert into payout_terms (vendor_id, stopped_reason) select id, '${PRIVATE_MARK}' from vendor where id = ?
   on conflict (vendor_id) do update set stopped_reason = excluded.stopped_reason`,
  `insert into dispute (id, kind, state, order_id, currency_code, claimed_minor, reason, opened_by, due_at, act_at)
    select 'disp_marked', 'buyer', 'won', 'order_marked', 'ngn', 5, '${PRIVATE_MARK}', 'guest', now(), now()
    from vendor where id = ?`,
  `insert into dispute_share (id, dispute_id, vendor_order_id, vendor_id, amount_minor, commission_minor,
      commission_tax_minor, withholding_minor, platform_discount_minor)
    select 'dshr_marked', 'disp_marked', 'vord_marked', id, 5, 0, 0, 0, 0 from vendor where id = ?`,
  `insert into dispute_item (id, dispute_id, vendor_order_id, vendor_id, vendor_order_line_id, title)
    select 'ditm_marked', 'disp_marked', 'vord_marked', id, 'vol_marked', '${PRIVATE_MARK}' from vendor where id = ?`,
  `insert into dispute_message (id, dispute_id, author, author_id, vendor_id, text)
    select 'dmsg_marked', 'disp_marked', 'vendor', 'user_marked', id, '${PRIVATE_MARK}' from vendor where id = ?`,
  `insert into dispute_evidence (id, dispute_id, vendor_id, file_id, file_key_ciphertext, filename, mime_type,
      size_bytes, uploaded_by)
    select 'devd_marked', 'disp_marked', id, 'file_marked', '', '${PRIVATE_MARK}', 'application/pdf', 1, 'user_marked'
    from vendor where id = ?`,
  `insert into fulfillment_label (id, tracking_number, tracking_url, label_url, fulfillment_id)
    select 'fulla_marked', '', '', '', fulfillment.id
    from fulfillment join vendor on vendor.stock_location_id = fulfillment.location_id where vendor.id = ? limit 1`,
  `insert into scorecard (vendor_id, state, metrics, computed_at) select id, 'warn', '[]', now() from vendor where id = ?`,
  `insert into audit_entry (id, action, actor_type, actor_id, vendor_id, reason)
    select 'aud_marked', 'marked', 'user', 'nobody', id, '${PRIVATE_MARK}' from vendor where id = ?`,
]
