import { createMarketplace } from "../helpers/create-marketplace"
import { createStaff } from "../helpers/people"
import { serverTests } from "../helpers/server-tests"
import { describeCookiesAndLists } from "./sessions/cookies-and-lists"
import { describeDoors } from "./sessions/doors"
import { describeEndedTokens } from "./sessions/ended-tokens"
import { describeLives } from "./sessions/lives"
import { describeOtherProcess } from "./sessions/other-process"
import { describeRaces } from "./sessions/races"
import { createSessionSuite, type Place } from "./sessions/suite"
import { describeWorkflows } from "./sessions/workflows"

// Before the runner reads the configuration, which it does earlier than it applies its own `env` option.
process.env.GOOGLE_CLIENT_ID = "a-client.apps.googleusercontent.com"
process.env.GOOGLE_CLIENT_SECRET = "a-secret-of-google"
process.env.GOOGLE_CALLBACK_URL = "http://localhost:8000/auth/google"

jest.setTimeout(300_000)

serverTests({
  testSuite: ({ getContainer, api, dbConfig }) => {
    let place: Place

    beforeAll(async () => {
      const container = getContainer()
      place = {
        container,
        market: await createMarketplace(container, { vendors: 1 }),
        staff_owner: await createStaff(container, "owner"),
        base_url: api.defaults.baseURL,
        database_url: dbConfig.clientUrl,
      }
    })

    const suite = createSessionSuite(() => place)

    describeEndedTokens(suite)
    describeRaces(suite)
    describeLives(suite)
    describeCookiesAndLists(suite)
    describeDoors(suite)
    describeWorkflows(suite)
    describeOtherProcess(suite)
  },
})
