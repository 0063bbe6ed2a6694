import { MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { exactMinorUnits, sumMinor, toMinorUnits } from "../../../../lib/money"
import { atRates, type RatedSource } from "../../__tests__/at-rates"
import { partitionOrder as divide, type PartitionInput, type PartitionSource } from "../partition"

const partitionOrder = (order: Omit<PartitionInput, "commission"> & { lines: RatedSource[] }) =>
  divide({ ...order, commission: atRates(order.lines) })

const line = (over: Partial<RatedSource> = {}): RatedSource => ({
  kind: "item",
  source_id: "item_1",
  vendor_id: "vend_a",
  title: "Shea butter",
  quantity: "1",
  subtotal: "1999",
  vendor_discount: 0,
  platform_discount: 0,
  tax: "149.925",
  is_tax_of_platform: false,
  commission_rate_bps: 1000,
  ...over,
})

const exact = (source: PartitionSource) =>
  MathBN.add(
    MathBN.sub(source.subtotal, MathBN.add(source.vendor_discount, source.platform_discount)),
    source.tax
  )

describe("partitionOrder", () => {
  it("charges the total rounded half up once: 1,999 with 7.5 % tax is 2,148.93", () => {
    const { charged_minor, vendors } = partitionOrder({
      currency_code: "ngn",
      order_total: "2148.925",
      lines: [line()],
    })

    expect(charged_minor).toBe(214893n)
    expect(vendors).toEqual([
      expect.objectContaining({ vendor_id: "vend_a", total_minor: 214893n, tax_minor: 14993n }),
    ])
  })

  it("does not round each vendor for itself", () => {
    const lines = ["vend_a", "vend_b", "vend_c"].map((vendor_id) =>
      line({ vendor_id, source_id: vendor_id, subtotal: "0.10", tax: "0.0075" })
    )

    const { charged_minor, vendors } = partitionOrder({ currency_code: "ngn", order_total: "0.3225", lines })

    expect(charged_minor).toBe(32n)
    expect(vendors.map((vendor) => vendor.total_minor)).toEqual([11n, 11n, 10n])
  })

  it("never changes a price: three at 109.95 are 329.85, whatever becomes of tax and discount", () => {
    const lines = ["87.5", "99.90", "329.85"].map((subtotal, index) => {
      const discount = MathBN.mult(subtotal, 0.1)
      return line({
        source_id: String(index),
        vendor_id: `vend_${index}`,
        subtotal,
        platform_discount: discount,
        tax: MathBN.mult(MathBN.sub(subtotal, discount), 0.075),
      })
    })
    const sold = lines.reduce((sum, source) => MathBN.add(sum, exact(source)), MathBN.convert(0))

    const { vendors } = partitionOrder({ currency_code: "ngn", order_total: sold, lines })

    expect(vendors.map((vendor) => vendor.item_minor)).toEqual([8750n, 9990n, 32985n])
  })

  it("takes commission on the price less the vendor's own discount, without tax, and not on shipping", () => {
    const [vendor] = partitionOrder({
      currency_code: "ngn",
      order_total: "1752.5",
      lines: [
        line({ subtotal: "1000", vendor_discount: "100", platform_discount: "200", tax: "52.5" }),
        line({ kind: "shipping", source_id: "sm_1", subtotal: "1000", tax: 0, commission_rate_bps: 0 }),
      ],
    }).vendors

    expect(vendor).toMatchObject({
      item_minor: 100000n,
      shipping_minor: 100000n,
      commission_minor: 9000n,
      total_minor: 175250n,
      net_minor: 175250n + 20000n - 9000n,
    })
  })

  it("takes tax on the commission on top of it, and leaves the vendor what it withholds", () => {
    const [vendor] = divide({
      currency_code: "ngn",
      order_total: "2148.925",
      lines: [line()],
      commission: (bases) =>
        atRates([line()])(bases).map((own) => ({
          ...own,
          commission_tax_minor: 1499n,
          withholding_minor: 1000n,
        })),
    }).vendors

    expect(vendor).toMatchObject({
      commission_minor: 19990n,
      commission_tax_minor: 1499n,
      withholding_minor: 1000n,
      net_minor: 214893n - 19990n - 1499n + 1000n,
    })
    expect(vendor?.lines[0]).toMatchObject({ commission_base_minor: 199900n, net_minor: vendor?.net_minor })
  })

  it("leaves the tax that the platform pays, delivery's too, out of what that vendor is owed and of no other's", () => {
    const lines = [
      line({ is_tax_of_platform: true }),
      line({
        is_tax_of_platform: true,
        kind: "shipping",
        subtotal: "100",
        tax: "7.5",
        commission_rate_bps: 0,
      }),
      line({ vendor_id: "vend_b" }),
    ]
    const [ofPlatform, ofShop] = partitionOrder({
      currency_code: "ngn",
      order_total: "4405.35",
      lines,
    }).vendors

    expect(ofPlatform).toMatchObject({
      tax_minor: 15743n,
      platform_tax_minor: 15743n,
      net_minor: 209900n - 19990n,
    })
    expect(ofShop).toMatchObject({ platform_tax_minor: 0n, net_minor: ofShop!.total_minor - 19990n })
  })

  it("refuses a line that nobody decided the commission of", () => {
    const order = { currency_code: "ngn", order_total: "2148.925", lines: [line()], commission: () => [] }

    expect(() => divide(order)).toThrow(RangeError)
  })

  it("lets credit lines pay a part of each vendor's total", () => {
    const partition = partitionOrder({
      currency_code: "ngn",
      order_total: "50",
      lines: [
        line({ vendor_id: "vend_a", subtotal: "100", tax: 0 }),
        line({ vendor_id: "vend_b", subtotal: "50", tax: 0 }),
      ],
    })

    expect(partition.credit_minor).toBe(10000n)
    expect(partition.vendors.map((vendor) => [vendor.credit_minor, vendor.charged_minor])).toEqual([
      [6667n, 3333n],
      [3333n, 1667n],
    ])
  })

  it("partitions a cart that credit lines bring to zero", () => {
    const partition = partitionOrder({ currency_code: "ngn", order_total: 0, lines: [line()] })

    expect(partition).toMatchObject({ charged_minor: 0n, credit_minor: 214893n })
    expect(partition.vendors[0]).toMatchObject({ charged_minor: 0n, net_minor: 214893n - 19990n })
  })

  it("lets a gift card of whole units pay the fraction that Medusa's total has not", () => {
    const partition = partitionOrder({ currency_code: "ngn", order_total: "-0.005", lines: [line()] })

    expect(partition).toMatchObject({ charged_minor: 0n, credit_minor: 214893n })
  })

  it("is not misled by thirds that were cut at 20 digits: 101 off three times 700 is charged 2,148.93", () => {
    const lines = ["vend_a", "vend_b", "vend_c"].map((vendor_id) =>
      line({
        vendor_id,
        source_id: vendor_id,
        subtotal: "700",
        platform_discount: "33.666666666666666667",
        tax: "49.975000000000000000",
      })
    )

    const partition = partitionOrder({ currency_code: "ngn", order_total: "2148.9250000000000000", lines })

    expect(partition).toMatchObject({ charged_minor: 214893n, credit_minor: 0n })
    expect(sumMinor(partition.vendors.map((vendor) => vendor.platform_discount_minor))).toBe(10100n)
  })

  it("refuses a total that is more than what was sold", () => {
    expect(() => partitionOrder({ currency_code: "ngn", order_total: "9999", lines: [line()] })).toThrow(
      RangeError
    )
  })
})

const decimal = (max: number, digits: number) =>
  fc.integer({ min: 0, max: max * 10 ** digits }).map((units) => MathBN.div(units, 10 ** digits).toFixed())

/** The tax of some vendors is the platform's to pay. */
const isOfPlatform = (vendorId: string) => ["vend_2", "vend_5"].includes(vendorId)

/** A line with an odd price, 0 or 7.5 % tax, and discounts that never exceed the price. */
const anyLine = fc
  .record({
    kind: fc.constantFrom("item" as const, "shipping" as const),
    vendor: fc.integer({ min: 1, max: 6 }),
    price: decimal(200_000, 2),
    quantity: fc.integer({ min: 1, max: 7 }),
    vendorShare: fc.integer({ min: 0, max: 50 }),
    platformShare: fc.integer({ min: 0, max: 50 }),
    taxRate: fc.constantFrom("0", "0.075", "0.16"),
    rate: fc.integer({ min: 0, max: 10_000 }),
  })
  .map((seed): RatedSource => {
    const subtotal = MathBN.mult(seed.price, seed.quantity)
    const vendor_discount = MathBN.div(MathBN.mult(subtotal, seed.vendorShare), 100)
    const platform_discount = MathBN.div(MathBN.mult(subtotal, seed.platformShare), 103)
    const tax = MathBN.mult(
      MathBN.sub(subtotal, MathBN.add(vendor_discount, platform_discount)),
      seed.taxRate
    )

    return {
      kind: seed.kind,
      source_id: "x",
      vendor_id: `vend_${seed.vendor}`,
      title: "x",
      quantity: String(seed.quantity),
      subtotal,
      vendor_discount,
      platform_discount,
      tax,
      is_tax_of_platform: isOfPlatform(`vend_${seed.vendor}`),
      commission_rate_bps: seed.rate,
    }
  })

const anyOrder = fc.record({
  currency_code: fc.constantFrom("ngn", "kes", "xof", "kwd"),
  lines: fc.array(anyLine, { minLength: 1, maxLength: 25 }),
  creditPercent: fc.constantFrom(0, 0, 33, 100),
})

describe("for any order", () => {
  const partitionOf = ({
    currency_code,
    lines,
    creditPercent,
  }: typeof anyOrder extends fc.Arbitrary<infer T> ? T : never) => {
    const sold = lines.reduce((sum, source) => MathBN.add(sum, exact(source)), MathBN.convert(0))
    const order_total = MathBN.div(MathBN.mult(sold, 100 - creditPercent), 100)

    return { order_total, sold, partition: partitionOrder({ currency_code, order_total, lines }) }
  }

  it("the vendor orders add up to the charged amount and to every rounded component", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { partition, order_total, sold } = partitionOf(order)
        const { vendors } = partition
        const total = (pick: (vendor: (typeof vendors)[number]) => bigint) => sumMinor(vendors.map(pick))
        const roundedSum = (pick: (source: PartitionSource) => PartitionSource["tax"]) =>
          toMinorUnits(
            order.lines.reduce((sum, source) => MathBN.add(sum, pick(source)), MathBN.convert(0)),
            order.currency_code
          )

        expect(partition.charged_minor).toBe(toMinorUnits(order_total, order.currency_code))
        expect(total((vendor) => vendor.charged_minor)).toBe(partition.charged_minor)
        expect(total((vendor) => vendor.credit_minor)).toBe(partition.credit_minor)
        expect(total((vendor) => vendor.total_minor)).toBe(toMinorUnits(sold, order.currency_code))
        // All of them rounded to the nearest unit would not add up: the discounts take the unit that is over.
        const drift = (units: bigint, pick: (source: PartitionSource) => PartitionSource["tax"]) =>
          Math.abs(Number(units - roundedSum(pick)))
        const discounts = (source: PartitionSource) =>
          MathBN.add(source.vendor_discount, source.platform_discount)
        if (order.currency_code !== "xof") {
          expect(total((vendor) => vendor.item_minor + vendor.shipping_minor)).toBe(
            roundedSum((source) => source.subtotal)
          )
          expect(
            drift(
              total((vendor) => vendor.tax_minor),
              (source) => source.tax
            )
          ).toBeLessThanOrEqual(1)
          expect(
            drift(
              total((vendor) => vendor.vendor_discount_minor + vendor.platform_discount_minor),
              discounts
            )
          ).toBeLessThanOrEqual(2)
        }
      }),
      { numRuns: 500 }
    )
  })

  it("no price, tax or discount of a line is off by a unit, and one without a fraction not at all", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const numbered = order.lines.map((source, index) => ({ ...source, source_id: String(index) }))
        const { partition } = partitionOf({ ...order, lines: numbered })
        for (const part of partition.vendors.flatMap((vendor) => vendor.lines)) {
          const source = numbered[Number(part.source_id)]
          const pairs = [
            [part.gross_minor, source?.subtotal],
            [part.tax_minor, source?.tax],
            [part.vendor_discount_minor, source?.vendor_discount],
            [part.platform_discount_minor, source?.platform_discount],
          ] as const
          for (const [units, amount] of pairs) {
            const drift = exactMinorUnits(amount ?? 0, order.currency_code)
              .minus(units.toString())
              .abs()
            expect([drift.lt(1), units >= 0n]).toEqual([true, true])
            expect(drift.isZero() || !drift.isInteger()).toBe(true)
          }
        }
      }),
      { numRuns: 500 }
    )
  })

  it("every line and every vendor order adds up in itself, and none owes for selling", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        for (const vendor of partitionOf(order).partition.vendors) {
          const discounts = vendor.vendor_discount_minor + vendor.platform_discount_minor
          expect(vendor.total_minor).toBe(
            vendor.item_minor + vendor.shipping_minor - discounts + vendor.tax_minor
          )
          expect(vendor.net_minor).toBe(
            vendor.total_minor +
              vendor.platform_discount_minor -
              vendor.commission_minor -
              vendor.platform_tax_minor
          )
          expect(vendor.net_minor >= 0n).toBe(true)
          expect(vendor.platform_tax_minor).toBe(isOfPlatform(vendor.vendor_id) ? vendor.tax_minor : 0n)
          expect(
            vendor.charged_minor >= 0n && vendor.credit_minor >= 0n && vendor.commission_minor >= 0n
          ).toBe(true)
          for (const part of vendor.lines) {
            expect(part.total_minor).toBe(
              part.gross_minor - part.vendor_discount_minor - part.platform_discount_minor + part.tax_minor
            )
          }
        }
      }),
      { numRuns: 500 }
    )
  })

  it("gives the same parts whatever the order of vendors, and never more than a unit of drift a line", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { partition } = partitionOf(order)
        const ids = partition.vendors.map((vendor) => vendor.vendor_id)
        expect(ids).toEqual([...ids].sort())
        for (const vendor of partition.vendors) {
          const sources = order.lines.filter((source) => source.vendor_id === vendor.vendor_id)
          const own = toMinorUnits(
            sources.reduce((sum, source) => MathBN.add(sum, exact(source)), MathBN.convert(0)),
            order.currency_code
          )
          const drift = vendor.total_minor - own
          expect(drift <= BigInt(sources.length) && -drift <= BigInt(sources.length)).toBe(true)
        }
      })
    )
  })
})
