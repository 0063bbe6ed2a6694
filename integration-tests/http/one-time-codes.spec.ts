import type { MedusaContainer } from "@medusajs/framework/types"
import { createMarketplace, type Marketplace } from "../helpers/create-marketplace"
import { serverTests } from "../helpers/server-tests"
import { describeAttacks } from "./one-time-codes/attacks"
import { describeFactorChanges } from "./one-time-codes/factor-changes"
import { describeFactors } from "./one-time-codes/factors"
import { describePhoneChange } from "./one-time-codes/phone-change"
import { describePhoneFirst } from "./one-time-codes/phone-first"
import { describeStrangers } from "./one-time-codes/strangers"
import { createCodeSuite } from "./one-time-codes/suite"
import { describeVerification } from "./one-time-codes/verification"

jest.setTimeout(300_000)

serverTests({
  testSuite: ({ getContainer, api }) => {
    let container: MedusaContainer
    let market: Marketplace

    beforeAll(async () => {
      container = getContainer()
      market = await createMarketplace(container, { vendors: 1 })
    })

    const suite = createCodeSuite(() => ({ container, market, base_url: api.defaults.baseURL }))

    describeAttacks(suite)
    describeStrangers(suite)
    describePhoneFirst(suite)
    describePhoneChange(suite)
    describeVerification(suite)
    describeFactors(suite)
    describeFactorChanges(suite)
  },
})
