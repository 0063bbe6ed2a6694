import { Modules } from "@medusajs/framework/utils"
import { refusal, type VendorOrderSuite } from "./suite"

/** Each takes some seconds; `RACE_ROUNDS` asks for more. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 4)

type Bought = {
  order_id: string
  paid: number
  /** Of this payment, in minor units. */
  refunds: () => number[]
  part: (shop: number) => Promise<string>
}

/** Real requests of a shop and of staff about the same order, sent at the same moment, over and over. */
export function describeRacesWithStaff(suite: VendorOrderSuite): void {
  const { cancel, read } = suite

  async function buy(): Promise<Bought> {
    const { order_id, session, part } = await suite.desk.buy([0, 1], { quantity: 2 })

    return {
      order_id,
      paid: suite.bench.paidAt(session),
      refunds: () => suite.bench.refundsOf(session),
      part,
    }
  }

  /** Whose turn comes first must not depend on which of them takes longer. */
  const inEitherOrder = (round: number) => new Promise((resolve) => setTimeout(resolve, (round % 4) * 15))

  async function pack({ order_id, part }: Bought) {
    const id = await part(1)
    const [line] = await suite.desk.service.linesOfVendor(suite.market.vendors[1]!.id, [id])
    const body = {
      items: [{ id: line!.source_id, quantity: 2 }],
      shipping_option_id: await suite.desk.optionOf(id),
    }

    return (delay: Promise<unknown>) =>
      delay.then(() => suite.admin("POST", `/admin/orders/${order_id}/fulfillments`, body))
  }

  async function packagesOf(order_id: string) {
    const { data } = await suite.container.resolve("query").graph({
      entity: "order",
      fields: ["fulfillments.id", "fulfillments.canceled_at"],
      filters: { id: order_id },
    })

    const [order] = data as { fulfillments?: { canceled_at: string | null }[] }[]

    return (order!.fulfillments ?? []).filter((one) => !one.canceled_at).length
  }

  const paymentOf = async () => {
    const [payment] = await suite.container
      .resolve(Modules.PAYMENT)
      .listPayments({}, { order: { created_at: "DESC" }, take: 1 })

    return payment!.id
  }

  describe("A shop's cancellation and, at the same moment, staff's", () => {
    it(`fulfilment: one of the two is done, and stock and books tell which (${ROUNDS} rounds)`, async () => {
      let gone = 0
      for (let round = 0; round < ROUNDS; round += 1) {
        const bought = await buy()
        const id = await bought.part(1)
        const sendPack = await pack(bought)
        const [canceled, packed] = await Promise.all([cancel(1, id), sendPack(inEitherOrder(round))])

        const isPacked = packed.status === 200
        const [status, packages] = isPacked ? (["confirmed", 1] as const) : (["canceled", 0] as const)
        expect([round, canceled.status === 200, isPacked]).toEqual([round, !isPacked, isPacked])
        expect(packed.status).toBeLessThan(500)
        gone += 2 * packages
        await suite.bench.eventually(async () => expect((await read(1, id)).status).toBe(status))
        expect(await packagesOf(bought.order_id)).toBe(packages)
        expect(await suite.desk.stock(1)).toEqual({ stocked: 100 - gone, reserved: 0 })
        await suite.desk.expectSettled(bought.order_id, bought.paid)
      }
    })

    it(`refund of all: the buyer gets no more than was paid, and the books know of it (${ROUNDS} rounds)`, async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const bought = await buy()
        const id = await bought.part(1)
        const payment = await paymentOf()
        const [canceled, refunded] = await Promise.all([
          cancel(1, id),
          inEitherOrder(round).then(() =>
            suite.admin("POST", `/admin/payments/${payment}/refund`, { amount: bought.paid / 100 })
          ),
        ])

        expect([round, canceled.status === 200, refunded.status === 200]).toEqual([
          round,
          refunded.status !== 200,
          refunded.status === 200,
        ])
        const [row] = await suite.desk.service.listVendorOrders({ id })
        const given = refunded.status === 200 ? bought.paid : Number(row!.charged_minor)
        expect(bought.refunds()).toEqual([given])
        await suite.bench.eventually(async () => {
          const booked = await suite.desk.service.listVendorOrderRefunds({
            vendor_order_id: (await suite.desk.rows(bought.order_id)).map((one) => one.id),
          })
          expect(booked.reduce((sum, { amount_minor }) => sum + Number(amount_minor), 0)).toBe(given)
        })
      }
    })

    it(`cancellation of the whole order: every unit and every kobo goes back once (${ROUNDS} rounds)`, async () => {
      const before = await suite.desk.stock(1)
      for (let round = 0; round < ROUNDS; round += 1) {
        const bought = await buy()
        const id = await bought.part(1)
        const [, whole] = await Promise.all([
          cancel(1, id),
          inEitherOrder(round).then(() => suite.admin("POST", `/admin/orders/${bought.order_id}/cancel`, {})),
        ])

        expect([round, refusal(whole)]).toEqual([round, [200, undefined]])
        await suite.bench.eventually(async () => expect((await read(1, id)).status).toBe("canceled"))
        await suite.bench.eventually(() => {
          expect(bought.refunds().reduce((sum, amount) => sum + amount, 0)).toBe(bought.paid)
          return Promise.resolve()
        })
        expect(await suite.desk.stock(1)).toEqual(before)
      }
    })
  })
}
