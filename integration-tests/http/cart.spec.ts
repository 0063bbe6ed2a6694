import type { MedusaContainer } from "@medusajs/framework/types"
import { serverTests } from "../helpers/server-tests"
import { Shopper } from "../helpers/shopper"
import { describeBadInput } from "./cart/bad-input"
import { describeOneVendor, describeOrders, describeRefusals } from "./cart/completion"
import { describeShopPromotions } from "./cart/shop-promotions"
import { describeAwareStorefront, describeUnawareStorefront } from "./cart/storefronts"
import { type CartMarket, type CartSuite, createCartMarket } from "./cart/suite"

/**
 * Where the known faults of other marketplaces in splitting a cart are kept out:
 *
 * | fault                                                     | test                                                    |
 * |-----------------------------------------------------------|---------------------------------------------------------|
 * | a retry makes a second order or split                     | here: "is the same one for every further completion"    |
 * | a crash between payment and split loses the split         | kill tests of completion                                |
 * | the split prices again (promotions, tax, delivery)        | here: "keeps what was frozen"; random-carts             |
 * | children do not add up to what was charged                | random-carts; vendor-order/domain unit tests            |
 * | a cart of one vendor is not stamped                       | here: "gives one vendor order, stamped like any other"  |
 * | a promotion counts once per child                         | here: "its promotion counts once"; random-carts         |
 * | gift card and card: a child's share is off by rounding    | random-carts (credit part, whole, over)                 |
 * | a child's total is read from the order, not its share     | here: vendor order totals; refund.spec for what is left |
 * | the order's event fires before the shares are written     | here: "is told of only when"                            |
 * | currencies are added up in one number                     | random-carts (four currencies, one trial balance each)  |
 * | lists grow with the marketplace                           | here: "is offered the options of the shops in the cart" |
 * | an order vanishes with its vendor                         | here: "is answered with its vendor orders whatever"     |
 */

jest.setTimeout(180_000)

serverTests({
  testSuite: ({ getContainer, api }) => {
    let market: CartMarket
    let shopper: Shopper
    let container: MedusaContainer

    beforeAll(async () => {
      container = getContainer()
      market = await createCartMarket(container)
      shopper = new Shopper(api.defaults.baseURL, market.publishable_key)
    })

    const suite: CartSuite = {
      market: () => market,
      shopper: () => shopper,
      container: () => container,
    }

    describeUnawareStorefront(suite)
    describeAwareStorefront(suite)
    describeOneVendor(suite)
    describeRefusals(suite)
    describeOrders(suite)
    describeBadInput(suite)
    describeShopPromotions(suite)
  },
})
