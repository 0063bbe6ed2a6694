import type { Answer } from "../../helpers/shopper"
import { type CartSuite, cartOf, variantOf } from "./suite"

type Bad = [what: string, path: string, body: unknown]

const ITEMS = "/line-items"
const METHODS = "/shipping-methods"
const VARIANT = "<variant>"

/** Beside `bad-input.spec.ts`: the shapes that our own handlers of these two routes take apart themselves. */
const BAD: Bad[] = [
  ["a method of nothing", METHODS, {}],
  ["a list of methods", METHODS, [{ option_id: "so_nobody" }]],
  ["a text for a method", METHODS, '"so_nobody"'],
  ["nothing for a method", METHODS, "null"],
  ["data that are no object", METHODS, { option_id: "so_nobody", data: "x" }],
  ["a field that methods do not have", METHODS, { option_id: "so_nobody", amount: 0 }],
  ["a quantity that is a text", ITEMS, { variant_id: VARIANT, quantity: "two" }],
  ["no variant", ITEMS, { quantity: 1 }],
  ["a list of items", ITEMS, [{ variant_id: VARIANT, quantity: 1 }]],
  ["additional data that are no object", ITEMS, { variant_id: VARIANT, quantity: 1, additional_data: 5 }],
  ["a changed quantity below 0", `${ITEMS}/<item>`, { quantity: -1 }],
  ["a changed quantity above the stock", `${ITEMS}/<item>`, { quantity: 1001 }],
  ["an item that is not in the cart", `${ITEMS}/cali_nobody`, { quantity: 1 }],
]

const isRefusal = ({ status, body }: Answer<unknown>) =>
  status >= 400 && status < 500 && Boolean(body.code) && /\w+ \w+/.test(body.message ?? "")

export function describeBadInput(suite: CartSuite): void {
  it("answers what its handlers cannot read by a 4xx with a code and a sentence, and changes nothing", async () => {
    const cart = await cartOf(suite, 1, 2)
    await suite.shopper().chooseAnyShipping(cart.id)
    const before = await suite.shopper().cart(cart.id)
    const fill = (text: string) =>
      text.replace(VARIANT, variantOf(suite.market(), 1)).replace("<item>", before.items[0]!.id)

    const answers: unknown[] = []
    for (const [what, path, body] of BAD) {
      const text = fill(typeof body === "string" ? body : JSON.stringify(body))
      const answer = await suite.shopper().callRaw("POST", `/store/carts/${cart.id}${fill(path)}`, text)
      answers.push([what, isRefusal(answer) ? "refused" : answer])
    }

    expect(answers).toEqual(BAD.map(([what]) => [what, "refused"]))
    expect(await suite.shopper().cart(cart.id)).toEqual(before)
  })
}
