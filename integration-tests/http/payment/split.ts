import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCESS_MODULE } from "../../../src/modules/access"
import type AccessModuleService from "../../../src/modules/access/service"
import { LEDGER_MODULE } from "../../../src/modules/ledger"
import type { DepositMove } from "../../../src/modules/ledger/domain/deposit"
import type LedgerModuleService from "../../../src/modules/ledger/service"
import { VENDOR_ORDER_MODULE } from "../../../src/modules/vendor-order"
import type VendorOrderModuleService from "../../../src/modules/vendor-order/service"
import { setPayoutTermsWorkflow } from "../../../src/workflows/payout/workflows/set-payout-terms"
import { readSettlementsWorkflow } from "../../../src/workflows/settlement/workflows/read-settlements"
import { moveDepositWorkflow } from "../../../src/workflows/split/workflows/move-deposit"
import { cancelVendorOrderWorkflow } from "../../../src/workflows/vendor-order/workflows/cancel-vendor-order"
import type { CheckoutBench } from "../../helpers/checkout-bench"
import type { Marketplace } from "../../helpers/create-marketplace"
import { openAccounts } from "../../helpers/credit-vendors"

type SplitPlace = {
  container: MedusaContainer
  market: Marketplace
  bench: CheckoutBench
  /** What the sandboxes of both gateways have. */
  control: {
    subaccounts: () => readonly { account_number: string }[]
    splitPayments: (isSplitting: boolean) => void
    settleNow: () => unknown
  }
}

/** One of two shops is trusted, so that the gateway pays it by itself. */
export function describeSplit(place: () => SplitPlace): void {
  const split = () => place().market.vendors[0]!.id
  const usual = () => place().market.vendors[1]!.id
  const read = async () => (await readSettlementsWorkflow(place().container).run({ input: {} })).result

  const deposit = (move: DepositMove, amount: string, reference: string) =>
    moveDepositWorkflow(place().container).run({
      input: { vendor_id: split(), move, currency_code: "ngn", amount, reference },
    })

  async function trust({ is_deposited } = { is_deposited: true }): Promise<void> {
    const { container } = place()
    if (is_deposited) {
      await deposit("received", "50000", "D-1")
    }
    await openAccounts(container, [split(), usual()])
    await setPayoutTermsWorkflow(container).run({
      input: { vendor_id: split(), terms: { split_deposits: { ngn: "5000000" } }, by: "test" },
    })
    expect(await read()).toMatchObject({ subaccounts: 1, failures: [] })
    expect(place().control.subaccounts()).toMatchObject([{ account_number: "0000014579" }])
  }

  /** What each shop is owed of an order that both have sold in. */
  async function bought(): Promise<{ order_id: string; net: bigint; other: bigint }> {
    const { bench, container } = place()
    const { order_id } = await bench.placedOrder()
    const rows = await container
      .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      .listVendorOrders({ order_id })
    const netOf = (id: string) => BigInt(rows.find(({ vendor_id }) => vendor_id === id)!.net_minor)

    return { order_id, net: netOf(split()), other: netOf(usual()) }
  }

  async function standing(vendor_id: string): Promise<bigint[]> {
    const { books } = place().bench
    const types = ["vendor_pending", "vendor_split", "vendor_receivable"] as const
    const owed: bigint[] = []
    for (const type of types) {
      owed.push(-(await books.balance(type, vendor_id)))
    }

    return owed
  }

  const splitEntries = async () =>
    (await place().bench.books.kinds()).filter((kind) => kind.startsWith("split"))

  describe("A shop that the gateway pays by itself", () => {
    it("has its share once the gateway has settled it, and never here; the other shop is paid as always", async () => {
      await trust()
      // What the platform pays to the tax office is no part of any share.
      await place()
        .container.resolve<AccessModuleService>(ACCESS_MODULE)
        .writeSettings({ values: { item_tax_remitter: "platform" }, by: "test" })
      const { net, other } = await bought()
      expect(await standing(split())).toEqual([0n, net, 0n])
      expect(await place().bench.books.balance("item_tax")).toBeLessThan(0n)
      expect(await standing(usual())).toEqual([other, 0n, 0n])
      // Nothing is known yet, so nothing is decided.
      expect(await read()).toMatchObject({ shares: 0 })

      place().control.settleNow()
      expect(await read()).toMatchObject({ settlements: 1, shares: 1, failures: [] })
      expect(await read()).toMatchObject({ settlements: 0, shares: 0 })
      expect(await standing(split())).toEqual([0n, 0n, 0n])
      expect(await standing(usual())).toEqual([other, 0n, 0n])
      expect(await splitEntries()).toEqual(["split", "split_settled"])
      expect(await place().bench.books.balance("gateway_clearing")).toBe(0n)
    })

    it("is paid as always, once, when the gateway has split nothing", async () => {
      await trust()
      place().control.splitPayments(false)
      const { net, other } = await bought()
      place().control.settleNow()

      await Promise.all([read(), read()])
      expect(await read()).toMatchObject({ shares: 0, failures: [] })
      expect(await standing(split())).toEqual([net, 0n, 0n])
      expect(await standing(usual())).toEqual([other, 0n, 0n])
      expect(await splitEntries()).toEqual(["split", "split_missing"])
      expect(await place().bench.books.balance("gateway_clearing")).toBe(0n)
    })

    it("is paid as always until its deposit has arrived, and once that is not whole", async () => {
      await trust({ is_deposited: false })
      const { net } = await bought()
      expect(await standing(split())).toEqual([net, 0n, 0n])

      await deposit("received", "50000", "D-1")
      const next = await bought()
      expect(await standing(split())).toEqual([net, next.net, 0n])
      await expect(deposit("used", "1", "D-2")).rejects.toMatchObject({ code: "deposit_refused" })
      await expect(deposit("returned", "1", "D-1")).rejects.toMatchObject({ code: "deposit_refused" })
      await deposit("returned", "0.01", "D-3")
      const last = await bought()
      expect(await standing(split())).toEqual([net + last.net, next.net, 0n])
    })

    it("owes what went back of a sale, and is paid as always until that is covered", async () => {
      const { container } = place()
      await trust()
      const { order_id, net } = await bought()
      const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
      await cancelAll(order_id)
      expect(await standing(split())).toEqual([0n, net, -net])

      const next = await bought()
      expect(await standing(split())).toEqual([next.net, net, -net])
      const owed = () => place().bench.books.balance("vendor_available", split())
      const fee = await owed()
      expect(await ledger.takeReceivable({ vendor_id: split(), currency_code: "ngn" })).toBe(true)
      expect([await owed(), await place().bench.books.balance("vendor_receivable")]).toEqual([net + fee, 0n])
    })
  })

  /** Everything that the first shop has sold goes back to the buyer. */
  async function cancelAll(order_id: string): Promise<void> {
    const { container, bench } = place()
    const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
    const [part] = await service.listVendorOrders({ order_id, vendor_id: split() })
    await cancelVendorOrderWorkflow(container).run({
      input: {
        vendor_id: split(),
        vendor_order_id: part!.id,
        actor: "test",
        reason: "Out of stock",
        canceled_by: "vendor",
        reason_code: "canceled_by_shop",
      },
    })
    await bench.eventually(async () => expect(await bench.books.kinds()).toContain("refund"))
  }
}
