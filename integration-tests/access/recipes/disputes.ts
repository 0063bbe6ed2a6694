import { signLink } from "../../../src/lib/signed-link"
import type { OpenCaseInput } from "../../../src/modules/dispute/types"
import { disputeBooks, disputesOf } from "../../../src/workflows/dispute/books"
import { EVIDENCE } from "../../../src/workflows/dispute/evidence-owner"
import { addDisputeEvidenceWorkflow } from "../../../src/workflows/dispute/workflows/add-evidence"
import { sealDocument } from "../../../src/workflows/vendor-onboarding/document-file"
import { once } from "../records/once"
import { largeOrder, paidToShop } from "../records/shop-order"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

const PDF = Buffer.from("%PDF-1.4\ntrailer <<>>\n%%EOF\n")

const linkTo = (order_id: string) =>
  signLink(
    process.env.JWT_SECRET as string,
    { purpose: "order", id: order_id },
    new Date(Date.now() + 3_600_000)
  )

/** A case about a little of the shop's large order; a bank's where a gateway is named, which no gateway is there for. */
async function makeCase(world: World, over: Partial<OpenCaseInput> = {}) {
  const { id: vendor_order_id, order_id, line_id } = await largeOrder(world)
  const now = new Date(Date.now() + 3_600_000)
  const { dispute } = await disputesOf(world.container).openCase(
    {
      kind: "buyer",
      order_id,
      currency_code: "ngn",
      claimed_minor: 100n,
      reason: "damaged",
      opened_by: "guest",
      due_at: now,
      act_at: now,
      shares: [
        {
          vendor_order_id,
          vendor_id: world.shop.id,
          amount_minor: 100n,
          commission_minor: 0n,
          commission_tax_minor: 0n,
          withholding_minor: 0n,
          platform_tax_minor: 0n,
          platform_discount_minor: 0n,
        },
      ],
      items: [],
      ...over,
    },
    disputeBooks(world.container)
  )

  return { id: dispute.id, order_id, line_id }
}

async function chargeback(world: World) {
  const number = String(world.serial())
  const reference = `mkt-walk-${number}`
  await world.sql(
    `insert into gateway_transaction (id, gateway, reference, session_id, amount_minor, currency_code, email, state,
       paid_minor, paid_currency_code, fee_minor, settled_at)
     values (?, 'walk', ?, ?, 1000000, 'ngn', 'ngozi@example.com', 'paid', 1000000, 'ngn', 0, now())`,
    [`gtx_walk${number}`, reference, `payses_walk${number}`]
  )

  return makeCase(world, { kind: "chargeback", gateway: "walk", gateway_dispute_id: number, reference })
}

const aCase = once((world: World) => makeCase(world))

const reading: Recipe = async (world) => ({ params: { id: (await aCase(world)).id } })

const byLink =
  (body?: Record<string, unknown>): Recipe =>
  async (world) => {
    const { id, order_id } = await aCase(world)

    return { params: { id }, query: `token=${linkTo(order_id)}`, body }
  }

const writing =
  (body: Record<string, unknown>): Recipe =>
  async (world) => ({ params: { id: (await aCase(world)).id }, body })

const ofChargeback =
  (body: Record<string, unknown>): Recipe =>
  async (world) => ({ params: { id: (await chargeback(world)).id }, body })

const aFile = once(async (world: World) => {
  const { id } = await aCase(world)
  const { result } = await addDisputeEvidenceWorkflow(world.container).run({
    input: {
      dispute_id: id,
      vendor_id: world.shop.id,
      file: sealDocument(PDF, "signed.pdf", EVIDENCE),
      note: null,
      actor: "user_walk",
    },
  })

  return { id, file_id: result.id }
})

function aForm(): FormData {
  const form = new FormData()
  form.append("file", new Blob([PDF], { type: "application/pdf" }), "signed.pdf")

  return form
}

export const disputeRecipes: Recipes = {
  "GET /store/disputes": async (world) => {
    const { order_id } = await aCase(world)

    return { query: `order_id=${order_id}&token=${linkTo(order_id)}` }
  },
  "POST /store/disputes": async (world) => {
    const { id: vendor_order_id, order_id } = await paidToShop(world)
    const body = { order_id, vendor_order_id, reason: "damaged", message: "It is broken." }

    return { query: `token=${linkTo(order_id)}`, body }
  },
  "GET /store/disputes/:id": byLink(),
  "POST /store/disputes/:id/messages": byLink({ text: "Where is it?" }),
  "GET /vendor/disputes": reading,
  "GET /vendor/disputes/:id": reading,
  "POST /vendor/disputes/:id/messages": writing({ text: "It left whole." }),
  "POST /store/disputes/:id/evidence": async (world) => {
    const { id, order_id } = await makeCase(world)

    return { params: { id }, query: `token=${linkTo(order_id)}`, form: aForm() }
  },
  "POST /vendor/disputes/:id/evidence": async (world) => ({
    params: { id: (await makeCase(world)).id },
    form: aForm(),
  }),
  "GET /vendor/disputes/:id/evidence/:file_id": async (world) => ({ params: await aFile(world) }),
  "POST /vendor/disputes/:id/accept": ofChargeback({}),
  "GET /admin/disputes": reading,
  "GET /admin/disputes/:id": reading,
  "GET /admin/disputes/:id/evidence/:file_id": async (world) => ({ params: await aFile(world) }),
  "POST /admin/disputes/:id/messages": writing({ text: "We look into it." }),
  "POST /admin/disputes/:id/ruling": async (world) => ({
    params: { id: (await makeCase(world)).id },
    body: { for: "shop", reason: "It is whole." },
  }),
  "POST /admin/disputes/:id/submit": ofChargeback({}),
  "POST /admin/disputes/:id/items": async (world) => {
    const { id, line_id } = await chargeback(world)

    return { params: { id }, body: { line_ids: [line_id] } }
  },
}
