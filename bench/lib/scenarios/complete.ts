import { type Figure, moreStatements, ratioOfTimes } from "../figures"
import { countStatements, interleave, type Side } from "../measure"
import { inOrder, moreOf, writeStatements } from "../statements-file"
import type { PaymentProvider, Storefront } from "../storefront"
import { type Context, shopOf } from "./context"

/** Completing a cart of three vendors, beside the same cart of a stock Medusa with the same shops set up by hand. */
export async function measureCompletion(context: Context): Promise<Figure[]> {
  const { steps, sizes, market } = context
  const merkato = shopOf(context, "few")
  const stock = shopOf(context, "stock")
  const side = (
    name: string,
    shop: Storefront,
    vendors: number,
    provider: PaymentProvider
  ): Side<string> => ({
    name,
    server: shop.server,
    prepare: () => shop.payableCart(market.variants.slice(0, vendors), provider),
    run: (cartId) => shop.complete(cartId),
  })
  const three = side("Merkato", merkato, 3, "pp_system_default")
  const plain = side("stock", stock, 3, "pp_system_default")
  const paystack = side("Merkato, Paystack", merkato, 3, "pp_paystack_paystack")

  const timesOf = await steps.run("Complete carts", (note) =>
    interleave([three, plain, paystack], { rounds: sizes.checkouts, warm_up: sizes.warm_up, note })
  )
  const counted = await steps.run("Count the statements of a completion", async () => ({
    three: await countStatements(three),
    plain: await countStatements(plain),
    paystack: await countStatements(paystack),
    two: await countStatements(side("Merkato, 2 vendors", merkato, 2, "pp_system_default")),
    ten: await countStatements(side("Merkato, 10 vendors", merkato, 10, "pp_system_default")),
    plainTwo: await countStatements(side("stock, 2 shops", stock, 2, "pp_system_default")),
    plainTen: await countStatements(side("stock, 10 shops", stock, 10, "pp_system_default")),
  }))
  steps.say(
    await writeStatements("complete", [
      moreOf("Merkato more than stock (3 vendors, 3 products)", counted.three, counted.plain),
      moreOf("Merkato: 10 vendors more than 2", counted.ten, counted.two),
      moreOf("Stock: 10 products more than 2", counted.plainTen, counted.plainTwo),
      inOrder("Merkato's completion of 3 vendors", counted.three),
      inOrder("Stock's completion of 3 products", counted.plain),
    ])
  )

  const measured = {
    name: "Merkato, 3 vendors",
    times: timesOf("Merkato"),
    statements: counted.three.count,
  }
  const beside = { name: "stock, the same cart", times: timesOf("stock"), statements: counted.plain.count }

  return [
    ratioOfTimes({ id: "complete-time", title: "Complete a cart", measured, beside, ceiling: 1.15 }),
    moreStatements({
      id: "complete-statements",
      title: "Statements of a completion",
      measured: { name: measured.name, statements: counted.three.count },
      beside: { name: beside.name, statements: counted.plain.count },
      ceiling: 30,
    }),
    moreStatements({
      id: "complete-vendors",
      title: "Statements, 10 vendors less 2",
      measured: { name: "10 vendors", statements: counted.ten.count },
      beside: { name: "2 vendors", statements: counted.two.count },
      ceiling: 0,
    }),
    moreStatements({
      id: "complete-stock-products",
      title: "The same of stock, for information",
      measured: { name: "stock, 10 shops", statements: counted.plainTen.count },
      beside: { name: "stock, 2 shops", statements: counted.plainTwo.count },
    }),
    ratioOfTimes({
      id: "complete-paystack",
      title: "Complete with Paystack (sandbox), for information",
      measured: {
        name: "Merkato, Paystack",
        times: timesOf("Merkato, Paystack"),
        statements: counted.paystack.count,
      },
      beside,
    }),
  ]
}
