import { createMarketplace } from "../helpers/create-marketplace"
import { serverTests } from "../helpers/server-tests"
import { describeAddressesAndPasswords } from "./sign-in-limits/addresses-and-passwords"
import { describeGuessing } from "./sign-in-limits/guessing"
import { describePasswordChange } from "./sign-in-limits/password-change"
import { describeRecovery } from "./sign-in-limits/recovery"
import { describeStore } from "./sign-in-limits/store"
import { createLimitSuite, type Place } from "./sign-in-limits/suite"
import { describeUnknownAccounts } from "./sign-in-limits/unknown-accounts"
import { describeWaiting } from "./sign-in-limits/waiting"
import { describeWhoIsCharged } from "./sign-in-limits/who-is-charged"

jest.setTimeout(300_000)
// The numbers that hold in production; other test files widen them.
process.env.RATE_LIMIT_FACTOR = "1"

serverTests({
  testSuite: ({ getContainer, api }) => {
    let place: Place

    beforeAll(async () => {
      const container = getContainer()
      place = {
        container,
        market: await createMarketplace(container, { vendors: 1 }),
        base_url: api.defaults.baseURL,
      }
    })

    const suite = createLimitSuite(() => place)

    describeGuessing(suite)
    describeWaiting(suite)
    describeUnknownAccounts(suite)
    describeAddressesAndPasswords(suite)
    describeRecovery(suite)
    describePasswordChange(suite)
    describeWhoIsCharged(suite)
    describeStore(suite)
  },
})
