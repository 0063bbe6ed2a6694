import { DEBT_MODULE } from "../../../src/modules/debt"
import type DebtModuleService from "../../../src/modules/debt/service"
import { debtBooks } from "../../../src/workflows/debt/books"
import { indebtedShop } from "../records/after-delivery"
import { once } from "../records/once"
import type { World } from "../world"
import type { Recipe, Recipes } from "./recipe"

/** An invoice of another shop's, which staff may still take back. */
async function openInvoice(world: World): Promise<{ id: string }> {
  const { id: vendor_id } = await indebtedShop(world)
  const issued = await world.container.resolve<DebtModuleService>(DEBT_MODULE).issueInvoice(
    {
      vendor_id,
      currency_code: "ngn",
      shop_name: "Gone",
      address_lines: [],
      issued_by: "user_walk",
      issued_at: new Date(),
      due_at: new Date(),
    },
    debtBooks(world.container)
  )

  return { id: issued!.invoice.id }
}

/** One of the shop's own that has ended, which is enough for whoever reads. */
const ownInvoice = once(async (world: World) => {
  const number = world.serial()
  const id = `dinv_walk${String(number).padStart(22, "0")}`
  await world.sql(
    `insert into debt_invoice (id, number, vendor_id, currency_code, amount_minor, state, parts, shop_name, address_lines,
       from_seq, credited_minor, issued_by, issued_at, due_at, closed_at)
     values (?, ?, ?, 'ngn', 100, 'paid', '[{"owed_for":"fees","amount_minor":"100"}]', 'Shop', '[]', 0, 0, 'system', now(),
       now(), now())`,
    [id, `DN-WALK-${number}`, world.shop.id]
  )

  return { id }
})

const reading: Recipe = async (world) => ({ params: await ownInvoice(world) })

const ofIndebted =
  (bodyOf: (world: World) => object): Recipe =>
  async (world) => ({ params: { vendor_id: (await indebtedShop(world)).id }, body: bodyOf(world) })

export const debtRecipes: Recipes = {
  "GET /vendor/debts": () => ({}),
  "GET /vendor/debts/invoices": reading,
  "GET /vendor/debts/invoices/:id": reading,
  "GET /vendor/debts/invoices/:id/print": reading,
  "GET /admin/payouts/debts": () => ({}),
  "GET /admin/payouts/debts/:vendor_id": (world) => ({ params: { vendor_id: world.shop.id } }),
  "POST /admin/payouts/debts/:vendor_id/invoice": ofIndebted(() => ({ currency_code: "ngn" })),
  "POST /admin/payouts/debts/:vendor_id/settle": ofIndebted((world) => ({
    currency_code: "ngn",
    amount: "10.00",
    reference: `FT-DEBT-${world.serial()}`,
    received_at: "2026-01-02T10:00:00Z",
  })),
  "GET /admin/payouts/debt-invoices": reading,
  "GET /admin/payouts/debt-invoices/:id": reading,
  "GET /admin/payouts/debt-invoices/:id/print": reading,
  "POST /admin/payouts/debt-invoices/:id/cancel": async (world) => ({
    params: await openInvoice(world),
    body: { reason: "It was too early." },
  }),
}
