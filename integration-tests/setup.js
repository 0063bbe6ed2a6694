const { randomBytes } = require("node:crypto")
const { tmpdir } = require("node:os")
const { join } = require("node:path")

const secret = () => randomBytes(24).toString("hex")

// Tests own their secrets; the database host and password come from `npm test`.
process.env.NODE_ENV = "test"
process.env.JWT_SECRET ??= secret()
process.env.COOKIE_SECRET ??= secret()
process.env.AUTH_MFA_ENCRYPTION_KEY ??= secret()
process.env.ENCRYPTION_KEYS ??= `k1:${randomBytes(32).toString("base64")}`
// One for each file of tests, which reads what its own server has sent.
// The tests in a browser read what the market that they visit has sent.
process.env.MESSAGE_OUTBOX =
  process.env.MARKET_MESSAGES ?? join(process.env.TEST_FOLDER ?? tmpdir(), `merkato-outbox-${secret()}.jsonl`)
// Tests sign in from one address; those that are about the limits set it back.
process.env.RATE_LIMIT_FACTOR ??= "1000"
process.env.DATABASE_URL ??= "postgres://postgres@localhost/postgres"
// Tests run the jobs themselves: a clock that does would change what one looks at. Half a day is no further than a timer reaches.
const inHalfADay = `0 ${(new Date().getHours() + 12) % 24} * * *`
for (const name of ["EVENT", "REPORT", "RECONCILE", "SETTLEMENT", "HOURLY", "NIGHTLY"]) {
  process.env[`${name}_SCHEDULE`] ??= inHalfADay
}
process.env.ADMIN_DISABLED ??= "true"
process.env.MEDUSA_DISABLE_TELEMETRY = "1"
process.env.LOG_LEVEL ??= "error"
